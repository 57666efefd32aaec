import type { Diagnosis } from '../../diagnosis';
import { redactUrl } from '../../diagnosis/report/redact';
import { clock, milliseconds, protocol } from '../format';
import { Icon } from '../Icon';
import { focusRow } from '../List';
import type { Row } from '../rows';
import { useApp } from '../state';
import { strings } from '../strings';
import { Text } from '../Text';

/** The one sentence, and which request it is about. */
export function Verdict({ row, diagnosis }: { readonly row: Row; readonly diagnosis: Diagnosis }) {
  const state = useApp();
  const { exchange: e } = row;
  const facts = [
    `${e.method} ${redactUrl(e.url)}`,
    clock(e.startedAt, state.settings.value.value.zone),
    milliseconds(e.timeMs),
    protocol(e.httpVersion),
    row.entries > 1 ? strings.entries(row.entries) : '',
  ];
  return (
    <header>
      <div class="verdict">
        <span class="code">{e.status}</span>
        <h2>
          <Text text={diagnosis.verdict} />
        </h2>
        <button
          type="button"
          class="ib"
          aria-label={strings.close}
          title={strings.close}
          onClick={() => {
            state.close();
            focusRow(state);
          }}
        >
          <Icon name="close" />
        </button>
      </div>
      <p class="sub">{facts.filter((f) => f !== '').join(' · ')}</p>
    </header>
  );
}
