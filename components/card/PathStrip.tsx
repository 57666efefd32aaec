import type { Hop } from '../../diagnosis';
import { deedOf } from '../../diagnosis/deed';
import { strings } from '../strings';

const LOOK: Readonly<Record<Hop['part'], string>> = { relayed: '', issued: ' issued', 'wrote-page': ' page', failed: ' failed' };

/** Who stood on the way, from the browser inwards: who issued the status, and where it broke. */
export function PathStrip({ path, status }: { readonly path: readonly Hop[]; readonly status: number }) {
  if (path.length === 0) return null;
  const parts = strings.part(status);
  return (
    <ol class="path" aria-label={strings.path}>
      <li>
        <span class="hop">
          <b>{strings.browser}</b>
          <span class="part">{strings.thisPage}</span>
        </span>
      </li>
      {path.map((hop, i) => (
        <li key={`${i} ${hop.id}`}>
          <span class={`wire${hop.part === 'failed' ? ' broken' : ''}`} aria-hidden="true" />
          <span class={`hop${LOOK[hop.part]}`} title={hop.evidence.replaceAll('`', '')}>
            <b>
              {hop.name}
              {hop.version !== undefined && ` ${hop.version}`}
            </b>
            <span class="part">{parts[deedOf(path, i)]}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
