import { ChooseFiles } from './FileBars';
import { useApp } from './state';
import { strings } from './strings';
import { Text } from './Text';

/** What stands where the list would: what to do, and why a failure may be missing. */
export function Empty() {
  const { rows, requests, isRecording, query, chips, files, port, watch } = useApp();
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
  if (files.opened.value !== null) {
    return (
      <div class="empty">
        <h2>{files.work.value === null ? strings.emptyFiles : strings.emptyReading}</h2>
        <p>{strings.emptyFilesHint(requests.value)}</p>
      </div>
    );
  }
  if (!port.live) return <NoFile />;
  const earlier = watch.before.value;
  return (
    <div class="empty">
      <h2>{strings.emptyTitle}</h2>
      <p>{isRecording.value ? strings.emptyRecording : strings.emptyPaused}</p>
      <p class="sub">{strings.seen(requests.value)}</p>
      {earlier > 0 && (
        <>
          <p>{strings.loadedBefore(earlier)}</p>
          <button type="button" class="btn" onClick={() => port.page?.reload()}>
            {strings.reload}
          </button>
        </>
      )}
      <details open>
        <summary>{strings.emptyWhy}</summary>
        <ul>
          {strings.emptyReasons(port.browser).map((reason) => (
            <li key={reason}>
              <Text text={reason} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** An ordinary tab before a file is opened. */
function NoFile() {
  const { port } = useApp();
  return (
    <div class="empty">
      <h2>{strings.noFileTitle}</h2>
      <p>{strings.noFileHint}</p>
      <ChooseFiles class="btn main">{strings.chooseFiles}</ChooseFiles>
      <ul>
        {strings.howToExport.map((how) => (
          <li key={how}>
            <Text text={how} />
          </li>
        ))}
      </ul>
      <p class="sub">
        <Text text={strings.liveInDevTools(port.browser)} />
      </p>
    </div>
  );
}
