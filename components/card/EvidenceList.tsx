import type { Evidence } from '../../diagnosis';
import { strings } from '../strings';
import { Text } from '../Text';

const SIGN: Readonly<Record<Evidence['weighs'], string>> = { for: '✓', against: '!', path: '→' };

const ORDER: readonly Evidence['weighs'][] = ['for', 'against', 'path'];

/** What was read, each with which way it weighs. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  return (
    <ul class="evidence">
      {evidence
        .toSorted((a, b) => ORDER.indexOf(a.weighs) - ORDER.indexOf(b.weighs))
        .map((x) => (
          <li key={x.says}>
            <span class={`sign weighs-${x.weighs}`} role="img" aria-label={strings.weighs[x.weighs]} title={strings.weighs[x.weighs]}>
              {SIGN[x.weighs]}
            </span>
            <span>
              <Text text={x.says} /> <small>{x.where}</small>
            </span>
          </li>
        ))}
    </ul>
  );
}
