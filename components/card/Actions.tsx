import type { Diagnosis } from '../../diagnosis';
import { CopyMenu } from '../CopyMenu';
import { confusedWith } from '../codes';
import { copyDefault } from '../List';
import type { Row } from '../rows';
import { networkFilter, useApp } from '../state';
import { strings } from '../strings';
import { useFlash } from './CopyButton';

/** What can be done with this failure. */
export function Actions({ row, diagnosis }: { readonly row: Row; readonly diagnosis: Diagnosis }) {
  const state = useApp();
  const { port } = state;
  const [done, flash] = useFlash();
  const { status } = row.exchange;
  const other = confusedWith(status);
  return (
    <div class="acts">
      <button
        type="button"
        class="btn main"
        aria-label={strings.copyTriage}
        aria-keyshortcuts="c"
        onClick={async () => {
          if (await copyDefault(state, row)) flash();
        }}
      >
        {done ? strings.done : strings.copyTriage}
      </button>
      <CopyMenu row={row} />
      {port.showInNetwork === undefined ? (
        <button type="button" class="btn" onClick={() => void state.copy(networkFilter(row), strings.networkFilter)}>
          {strings.copyNetworkFilter}
        </button>
      ) : (
        <button type="button" class="btn" onClick={() => port.showInNetwork?.(row.exchange)}>
          {strings.showInNetwork}
        </button>
      )}
      <button
        type="button"
        class="btn"
        onClick={() => {
          state.codes.value = { status, other, vendor: diagnosis.issuer.id };
        }}
      >
        {strings.aboutCode(status, other)}
      </button>
    </div>
  );
}
