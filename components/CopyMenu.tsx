import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formats } from './copy';
import { Icon } from './Icon';
import { showMenu } from './menu';
import type { Row } from './rows';
import { useApp } from './state';
import { strings } from './strings';

interface Props {
  readonly rows: readonly Row[];
  /** What the button says. */
  readonly label?: string;
  readonly title?: string;
  /** The button looks like those of the toolbar. */
  readonly bare?: boolean;
}

/** "Copy as": every form of report, to copy or to save, by pointer or keyboard. Begins at the form that was chosen last. */
export function CopyMenu({ rows, label = strings.copyAs, title, bare = false }: Props) {
  const state = useApp();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  /** The entries line by line: a form, and beside it the same as a file. */
  const lines = (): HTMLElement[][] =>
    [...(root.current?.querySelectorAll('.menu > *') ?? [])].map((line) => [...line.querySelectorAll<HTMLElement>('[role=menuitem]')]);
  useLayoutEffect(() => {
    if (!open || menu.current === null || button.current === null) return;
    showMenu(menu.current, button.current);
    const all = lines();
    (all.find(([entry]) => entry?.hasAttribute('aria-keyshortcuts')) ?? all[0])?.[0]?.focus();
  }, [open]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = lines();
    const at = all.findIndex((line) => line.includes(document.activeElement as HTMLElement));
    const column = all[at]?.indexOf(document.activeElement as HTMLElement) ?? 0;
    const last = all.length - 1;
    const moves: Readonly<Record<string, readonly [line: number, column: number]>> = {
      ArrowDown: [at === last ? 0 : at + 1, column],
      ArrowUp: [at <= 0 ? last : at - 1, column],
      ArrowRight: [at, 1],
      ArrowLeft: [at, 0],
      Home: [0, 0],
      End: [last, 0],
    };
    const move = moves[event.key];
    if (move !== undefined) (all[move[0]]?.[move[1]] ?? all[move[0]]?.[0])?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') {
      setOpen(false);
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isDefault = (id: string): boolean => id === state.format.value?.id;
  return (
    <div class="menu-root" ref={root}>
      <button
        ref={button}
        type="button"
        class={bare ? 'ib' : 'btn'}
        title={title}
        disabled={rows.length === 0 || formats().length === 0}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {label} <span aria-hidden="true">▾</span>
      </button>
      {open && (
        <div
          class="menu"
          ref={menu}
          popover="manual"
          role="menu"
          tabIndex={-1}
          aria-label={label}
          onKeyDown={onKeyDown}
          onFocusOut={(event) => {
            if (!root.current?.contains(event.relatedTarget as Node | null)) setOpen(false);
          }}
        >
          {formats().map((format) => (
            <div key={format.id} role="none">
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                {...(isDefault(format.id) ? { 'aria-keyshortcuts': 'c' } : {})}
                onClick={() => {
                  close();
                  state.settings.change({ format: format.id });
                  void state.copyAs(format, rows);
                }}
              >
                {format.name}
                {isDefault(format.id) && (
                  <span class="key" aria-hidden="true">
                    c
                  </span>
                )}
              </button>
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                aria-label={strings.saveAs(format.name, format.extension)}
                title={strings.saveAs(format.name, format.extension)}
                onClick={() => {
                  close();
                  state.saveAs(format, rows);
                }}
              >
                <Icon name="save" />
                {`.${format.extension}`}
              </button>
            </div>
          ))}
          <div role="none" class="last">
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                state.preview.value = rows;
              }}
            >
              {strings.previewed}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}
