import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formats } from './copy';
import type { Row } from './rows';
import { useApp } from './state';
import { strings } from './strings';

/** "Copy as": every form of report, by pointer or keyboard. */
export function CopyMenu({ row }: { readonly row: Row }) {
  const state = useApp();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const entries = (): HTMLElement[] => [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  useLayoutEffect(() => {
    if (open) entries()[0]?.focus();
  }, [open]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 };
    const next = to[event.key];
    if (next !== undefined) all[next % all.length]?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') {
      setOpen(false);
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="menu-root" ref={root}>
      <button ref={button} type="button" class="btn" aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        {strings.copyAs} <span aria-hidden="true">▾</span>
      </button>
      {open && (
        <div
          class="menu"
          role="menu"
          tabIndex={-1}
          aria-label={strings.copyAs}
          onKeyDown={onKeyDown}
          onFocusOut={(event) => {
            if (!root.current?.contains(event.relatedTarget as Node | null)) setOpen(false);
          }}
        >
          {formats().map((format) => (
            <button
              key={format.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                void state.copyAs(format, row);
              }}
            >
              {format.name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
