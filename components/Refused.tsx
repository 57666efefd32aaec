import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from './state';
import { strings } from './strings';

/** Last resort when the browser refuses the clipboard: the text itself, selected. */
export function Refused() {
  const { refused } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const text = refused.value;
  useLayoutEffect(() => {
    if (text === null) return;
    dialog.current?.showModal();
    area.current?.select();
  }, [text]);
  if (text === null) return null;
  return (
    <dialog
      ref={dialog}
      class="refused"
      aria-labelledby="refused-title"
      onClose={() => {
        refused.value = null;
      }}
    >
      <h2 id="refused-title">{strings.refusedTitle}</h2>
      <p>{strings.refusedHint}</p>
      <textarea ref={area} readOnly rows={10} value={text} aria-label={strings.refusedText} />
      <button type="button" class="btn" onClick={() => dialog.current?.close()}>
        {strings.close}
      </button>
    </dialog>
  );
}
