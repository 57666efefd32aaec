import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Format, Mark } from '../diagnosis';
import { formats, isCut } from './copy';
import { Icon } from './Icon';
import { kept, parts, type Secret, SHOWN_MAX, secretsIn } from './preview';
import type { Row } from './rows';
import { useApp } from './state';
import { strings } from './strings';
import { previewStrings as words } from './strings.preview';

/** Begins with what stands there: people who speak to their browser say that. */
const nameOf = ({ text, kind, hidden }: Secret): string => (hidden ? words.leaveIn : words.hide)(text, words.kinds[kind]);

/** What scrolls must be reachable without a pointer: https://www.w3.org/WAI/WCAG22/Understanding/keyboard */
const SCROLLS = { tabIndex: 0 } as const;

/** What leaves, before it leaves: every redaction marked, and reversible for this copy. */
export function PreviewDialog({ rows }: { readonly rows: readonly Row[] }) {
  const state = useApp();
  const { settings, preview } = state;
  const { hidePrivate } = settings.value.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const [format, setFormat] = useState<Format | null>(state.format.value);
  const [left, setLeft] = useState<readonly Pick<Mark, 'kind' | 'secret'>[]>([]);
  const keep = useMemo(() => kept(left), [left]);
  // The setting stands among the reasons: the report reads it.
  const report = useMemo(() => (format === null ? null : state.report(rows, format, keep)), [state, rows, format, keep, hidePrivate]);
  const shown = useMemo(() => (report === null ? [] : parts(report, left)), [report, left]);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  if (format === null || report === null) return null;

  const toggle = (kind: Mark['kind'], secret: string, hidden: boolean): void =>
    setLeft(hidden ? [...left, { kind, secret }] : left.filter((l) => l.secret !== secret));
  const leave = (act: () => void): void => {
    // First: what lies outside of an open dialog can have no selection, which copying may need.
    dialog.current?.close();
    act();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // The list behind it has keys of its own.
    event.stopPropagation();
    if (event.key !== 'Tab') return;
    const stops = [...(dialog.current?.querySelectorAll<HTMLElement>('button, select, input, [tabindex="0"]') ?? [])];
    const from = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== from) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  };
  return (
    <dialog
      ref={dialog}
      class="preview"
      aria-labelledby="preview-title"
      onKeyDown={onKeyDown}
      onClose={() => {
        preview.value = null;
      }}
    >
      <div class="head">
        <h2 id="preview-title">{words.previewTitle(rows.length)}</h2>
        <button type="button" class="ib" aria-label={words.cancel} title={words.cancel} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      <div class="acts">
        <label>
          {words.formatChoice}{' '}
          <select value={format.id} onChange={(event) => setFormat(formats().find((f) => f.id === event.currentTarget.value) ?? format)}>
            {formats().map((f) => (
              <option key={f.id} value={f.id}>
                {f.name}
              </option>
            ))}
          </select>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={hidePrivate}
            onChange={(event) => settings.change({ hidePrivate: event.currentTarget.checked })}
          />
          {strings.hidePrivate}
        </label>
        <span class="grow" />
        <button
          type="button"
          class="btn main"
          onClick={() =>
            leave(() => {
              settings.change({ format: format.id });
              void state.copyAs(format, rows, keep);
            })
          }
        >
          {words.copyThis}
        </button>
        <button type="button" class="btn" onClick={() => leave(() => state.saveAs(format, rows, keep))}>
          {words.saveThis}
        </button>
      </div>
      <p role="status">
        {words.previewHidden(secretsIn(report))}
        {left.length > 0 && ` ${words.previewLeft(left.length)} `}
        {left.length > 0 && (
          <button type="button" class="copy" onClick={() => setLeft([])}>
            {words.hideAgain}
          </button>
        )}
        {isCut(report.text) && ` ${words.previewCut}`}
        {report.text.length > SHOWN_MAX && ` ${words.previewLong(SHOWN_MAX, report.text.length)}`}
      </p>
      <section class="text" aria-label={words.previewText} {...SCROLLS}>
        <pre>
          {shown.map((part, i) =>
            'secret' in part ? (
              <button
                key={i}
                type="button"
                class={part.hidden ? 'mark' : 'mark left'}
                aria-label={nameOf(part)}
                title={nameOf(part)}
                onClick={() => toggle(part.kind, part.secret, part.hidden)}
              >
                {part.text}
              </button>
            ) : (
              part.text
            ),
          )}
        </pre>
      </section>
    </dialog>
  );
}
