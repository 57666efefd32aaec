import { CopyMenu } from './CopyMenu';
import { useFlash } from './card/CopyButton';
import type { Row } from './rows';
import { useApp } from './state';
import { strings } from './strings';

interface Props {
  readonly rows: readonly Row[];
}

/** Copies the report of these failures in the form that was chosen last; and the menu of all forms. */
export function CopyReport({ rows }: Props) {
  const state = useApp();
  const [done, flash] = useFlash();
  const { format } = state;
  const name = strings.copyTriageAs(format.value === null || format.value.id === 'markdown' ? null : format.value.name);
  return (
    <>
      <button
        type="button"
        class="btn main"
        aria-label={strings.copyTriageOf(name, rows.length)}
        aria-keyshortcuts="c"
        onClick={async () => {
          if (await state.copyRows(rows)) flash();
        }}
      >
        {done ? strings.done : name}
      </button>
      <CopyMenu rows={rows} />
    </>
  );
}
