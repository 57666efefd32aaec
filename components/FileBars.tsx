import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon';
import { useApp } from './state';
import { strings } from './strings';
import { Text } from './Text';

/** A button that asks for HAR files and opens them. */
export function ChooseFiles(button: JSX.IntrinsicElements['button']) {
  const { files } = useApp();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button {...button} type="button" onClick={() => input.current?.click()} />
      <input
        ref={input}
        hidden
        type="file"
        multiple
        accept=".har,.json,.gz,application/json,application/gzip"
        aria-label={strings.openHar}
        onChange={({ currentTarget }) => {
          const chosen = [...(currentTarget.files ?? [])];
          // The same file can be chosen again.
          currentTarget.value = '';
          if (chosen.length > 0) void files.open(chosen);
        }}
      />
    </>
  );
}

/** Opens HAR files, and writes one. */
export function FileButtons() {
  const state = useApp();
  const { files, shown } = state;
  const count = shown.value.length;
  return (
    <>
      <ChooseFiles class="ib open-har" aria-label={strings.openHar} title={strings.openHarHint}>
        <Icon name="open" />
      </ChooseFiles>
      <button
        type="button"
        class="ib"
        aria-label={strings.exportHar(count)}
        title={strings.exportHar(count)}
        disabled={count === 0 || files.work.value !== null}
        onClick={() => void files.write(state)}
      >
        <Icon name="save" />
      </button>
    </>
  );
}

/** Which files are shown in place of the live recording, and the way back. */
export function SourceBar() {
  const { files, requests } = useApp();
  const opened = files.opened.value;
  if (opened === null) return null;
  return (
    <section class="bar source" aria-label={strings.source}>
      <span class="names" title={opened.names.join('\n')}>
        {strings.showing} <b>{opened.names.join(', ')}</b>
      </span>
      <span class="sub">{strings.requestsRead(requests.value)}</span>
      <span class="grow" />
      <button type="button" class="btn" onClick={files.close}>
        {files.live ? strings.backToLive : strings.closeFiles}
      </button>
    </section>
  );
}

/** A file is being read or written: how far, and the button that stops it. */
export function Work() {
  const { files } = useApp();
  const work = files.work.value;
  if (work === null) return null;
  const { says, value, max } = work;
  return (
    <div class="bar work">
      <progress max={Math.max(max, 1)} value={value} aria-label={says} />
      <span class="says">{says}</span>
      <span class="sub">{strings.percent(value / Math.max(max, 1))}</span>
      <span class="grow" />
      <button type="button" class="btn" onClick={files.cancel}>
        {strings.cancel}
      </button>
    </div>
  );
}

/** What was wrong with the files. */
export function Problems() {
  const { files } = useApp();
  const { problems } = files;
  if (problems.value.length === 0) return null;
  return (
    <div class="note with-button" role="alert">
      <ul>
        {problems.value.map((problem) => (
          <li key={problem}>
            <Text text={problem} />
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="ib"
        aria-label={strings.dismiss}
        title={strings.dismiss}
        onClick={() => {
          problems.value = [];
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** The whole panel takes dropped files. */
export function DropTarget() {
  const { files } = useApp();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      // Without it the browser would leave for the file.
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const dropped = [...(event.dataTransfer?.files ?? [])];
      if (dropped.length > 0) void files.open(dropped);
    };
    addEventListener('dragover', onOver);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onOver);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
    };
  }, [files]);
  return over ? (
    <div class="drop" aria-hidden="true">
      {strings.dropHere}
    </div>
  ) : null;
}
