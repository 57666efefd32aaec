import { CopyReport } from './CopyReport';
import { Icon } from './Icon';
import { focusRow } from './List';
import { useApp } from './state';
import { strings } from './strings';

/** What can be done with several failures at once: a group, or the selected rows. */
export function SelectionBar() {
  const state = useApp();
  const several = state.several.value;
  if (several === null || state.codes.value !== null || state.teamShown.value) return null;
  const { kind, rows } = several;
  return (
    <section class="bar several" aria-label={strings.severalBar}>
      <b role="status">{kind === 'group' ? strings.oneCause(rows.length) : strings.picked(rows.length)}</b>
      <CopyReport rows={rows} />
      {kind === 'picked' && (
        <button
          type="button"
          class="ib"
          aria-label={strings.endSelection}
          title={strings.endSelection}
          onClick={() => {
            const row = state.selected.value ?? rows.at(-1);
            if (row !== undefined) state.select(row);
            focusRow(state);
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </section>
  );
}
