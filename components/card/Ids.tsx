import type { Id } from '../../diagnosis';
import { strings } from '../strings';
import { Text } from '../Text';
import { CopyButton } from './CopyButton';

/** Ids of the response and request: whole, with what they say and where to paste them. */
export function Ids({ ids }: { readonly ids: readonly Id[] }) {
  return (
    <ul class="ids">
      {ids.map((id) => (
        <li key={id.name + id.value}>
          <span class="name">{id.name}</span>
          <span class="value">
            <code>{id.value}</code> <CopyButton text={id.value} label={strings.copyId(id.name)} what={id.name} />
          </span>
          <span class="lookup">
            {id.decoded !== undefined && `${id.decoded}; `}
            <Text text={id.lookup} />
          </span>
        </li>
      ))}
    </ul>
  );
}
