import { isReplaced } from '../diagnosis/exchange';
import { clock, milliseconds } from './format';
import { useApp } from './state';
import { strings } from './strings';
import { Text } from './Text';
import type { Missed, Rescan } from './watch';

const rescanSays = (rescan: Rescan): string =>
  rescan.step === 'done' ? strings.rescanDone(rescan.added, rescan.lost) : strings.rescan[rescan.step];

/** What the browser keeps from extensions here, as far as it can be told, and what helps. */
export function BlindSpots() {
  const { watch, port, rows } = useApp();
  const { cutOff, unseen, silent, rescan } = watch;
  const replaced = isReplaced(rows.value.at(-1)?.exchange.error ?? null);
  const early = unseen.value.filter((m) => m.early);
  const late = unseen.value.filter((m) => !m.early);
  const filtered = port.browser === 'firefox' && (silent.value || late.length > 0);
  const running = rescan.value?.step === 'waiting' || rescan.value?.step === 'reading';
  return (
    <>
      <div aria-live="polite">
        {cutOff.value && (
          <p class="note">
            <Text text={replaced ? strings.errorPage : strings.cutOff} />
          </p>
        )}
        {(filtered || rescan.value !== null) && (
          <div class="note with-button">
            <p>
              {filtered && strings.silenced} {rescan.value !== null && rescanSays(rescan.value)}
            </p>
            {port.recording.rescan !== undefined && (
              <button type="button" class="btn" disabled={running} title={strings.rescanHint} onClick={() => void watch.startRescan()}>
                {strings.rescanButton}
              </button>
            )}
          </div>
        )}
      </div>
      <Unseen list={early} title={strings.unseenEarly(early.length)} />
      <Unseen list={late} title={strings.unseenLate(late.length)} />
    </>
  );
}

/** Failures of which only address, status and time are known. */
function Unseen({ list, title }: { readonly list: readonly Missed[]; readonly title: string }) {
  const { port, settings, rows } = useApp();
  if (list.length === 0) return null;
  const { zone } = settings.value.value;
  return (
    <div class="note with-button unseen">
      <details open={rows.value.length === 0}>
        <summary>{title}</summary>
        <table aria-label={title}>
          <tbody>
            {list.map((m) => (
              <tr key={`${m.startedAt} ${m.url}`}>
                <td class="c-status">{m.status}</td>
                <td class="url">{m.url}</td>
                <td>{clock(m.startedAt, zone)}</td>
                <td>{milliseconds(m.timeMs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <button type="button" class="btn" onClick={() => port.page?.reload()}>
        {strings.reload}
      </button>
    </div>
  );
}
