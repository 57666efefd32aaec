import { useMemo } from 'preact/hooks';
import type { Diagnosis } from '../../diagnosis';
import { CopyReport } from '../CopyReport';
import { confusedWith } from '../codes';
import type { Row } from '../rows';
import { networkFilter, useApp } from '../state';
import { strings } from '../strings';

/** What can be done with this failure. */
export function Actions({ row, diagnosis }: { readonly row: Row; readonly diagnosis: Diagnosis }) {
  const state = useApp();
  const { port } = state;
  const { status } = row.exchange;
  const other = confusedWith(status);
  const rows = useMemo(() => [row], [row]);
  return (
    <div class="acts">
      <CopyReport rows={rows} />
      {port.live && port.showInNetwork === undefined && (
        <button type="button" class="btn" onClick={() => void state.copy(networkFilter(row), strings.networkFilter)}>
          {strings.copyNetworkFilter}
        </button>
      )}
      {port.showInNetwork !== undefined && (
        <button type="button" class="btn" onClick={() => port.showInNetwork?.(networkFilter(row))}>
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
