import { useApp } from './state';
import { strings } from './strings';
import { Text } from './Text';

/** What stands where the list would: what to do, and why a failure may be missing. */
export function Empty() {
  const { rows, requests, isRecording, query, chips } = useApp();
  if (rows.value.length > 0) {
    return (
      <div class="empty">
        <h2>{strings.noMatch}</h2>
        <p>{strings.noMatchHint(rows.value.length)}</p>
        <button
          type="button"
          class="btn"
          onClick={() => {
            query.value = '';
            chips.value = new Set();
          }}
        >
          {strings.showAll}
        </button>
      </div>
    );
  }
  return (
    <div class="empty">
      <h2>{strings.emptyTitle}</h2>
      <p>{isRecording.value ? strings.emptyRecording : strings.emptyPaused}</p>
      <p class="sub">{strings.seen(requests.value)}</p>
      <details open>
        <summary>{strings.emptyWhy}</summary>
        <ul>
          {strings.emptyReasons.map((reason) => (
            <li key={reason}>
              <Text text={reason} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
