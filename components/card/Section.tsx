import type { ComponentChildren } from 'preact';
import { useApp } from '../state';
import { strings } from '../strings';

interface Props {
  readonly id: keyof typeof strings.sections;
  readonly hint?: string;
  /** Closed until the person opens it. */
  readonly folded?: boolean;
  readonly children: ComponentChildren;
}

/** A part of the card that folds, and stays as it was left. Its content is built only while it is open. */
export function Section({ id, hint = '', folded = false, children }: Props) {
  const { settings } = useApp();
  const { sections } = settings.value.value;
  const open = sections[id] ?? !folded;
  return (
    <details
      class="section"
      open={open}
      onToggle={(event) => {
        const now = event.currentTarget.open;
        if (now !== open) settings.change({ sections: { ...settings.value.value.sections, [id]: now } });
      }}
    >
      <summary>
        <h3>{strings.sections[id]}</h3>
        {hint !== '' && <small>{hint}</small>}
      </summary>
      {open && children}
    </details>
  );
}
