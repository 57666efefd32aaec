import type { Exchange, LimitMatch, Timings } from '../../diagnosis';
import { milliseconds } from '../format';
import { strings } from '../strings';
import { Text } from '../Text';

const PHASES: readonly (keyof Timings)[] = ['blocked', 'dns', 'connect', 'ssl', 'send', 'wait', 'receive'];

/** Where the time went, as a bar and in numbers, with the documented limit that the waiting time fits. */
export function Timing({ exchange, limit }: { readonly exchange: Exchange; readonly limit: LimitMatch | null }) {
  const { timings } = exchange;
  // HAR 1.2: `connect` includes `ssl`.
  const length = (phase: keyof Timings): number =>
    phase === 'connect' ? Math.max(0, (timings.connect ?? 0) - (timings.ssl ?? 0)) : (timings[phase] ?? 0);
  const phases = PHASES.map((phase) => ({ phase, ms: length(phase) })).filter(({ ms }) => ms > 0);
  const total = phases.reduce((sum, { ms }) => sum + ms, 0);
  if (total <= 0) return <p class="sub">{exchange.timeMs === null ? strings.noTimings : milliseconds(exchange.timeMs)}</p>;
  const beforeWait = phases
    .slice(
      0,
      phases.findIndex(({ phase }) => phase === 'wait'),
    )
    .reduce((sum, { ms }) => sum + ms, 0);
  const mark = limit === null ? null : ((beforeWait + limit.ms) / total) * 100;
  return (
    <>
      <div class="bar-of-time" aria-hidden="true">
        {phases.map(({ phase, ms }) => (
          <i key={phase} class={phase} style={{ flexGrow: ms }} />
        ))}
        {mark !== null && mark <= 100 && <b style={{ left: `${mark}%` }} />}
      </div>
      <ul class="legend">
        {phases.map(({ phase, ms }) => (
          <li key={phase}>
            <i class={phase} aria-hidden="true" />
            {strings.timings[phase]} {milliseconds(ms)}
          </li>
        ))}
      </ul>
      {limit !== null && (
        <p>
          <Text text={strings.limit(limit.name, milliseconds(limit.ms))} />
        </p>
      )}
    </>
  );
}
