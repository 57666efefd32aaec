import { useLayoutEffect, useRef } from 'preact/hooks';
import { CopyMenu } from './CopyMenu';
import { confusedWith } from './codes';
import { FileButtons, SourceBar } from './FileBars';
import { Icon } from './Icon';
import type { Row } from './rows';
import { SettingsBar } from './SettingsBar';
import { useApp } from './state';
import { strings } from './strings';

/** Recording, filters and views, as in the Network panel. */
export function Toolbar() {
  const state = useApp();
  const { port, settings, isRecording, preservesLog, query, chips, statuses, found, shown, codes, settingsShown } = state;
  const { recording } = port;
  const filter = useRef<HTMLInputElement>(null);
  const record = (): void => {
    recording.setRecording(!isRecording.value);
    isRecording.value = recording.isRecording();
  };

  // In layout: the keys of a source that is no longer shown must not reach it, not even for a frame.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      const command = event.ctrlKey || event.metaKey;
      if (document.querySelector('dialog[open]') !== null) return;
      const plain = command && port.live && !event.shiftKey && !event.altKey;
      if (plain && event.key === 'e') record();
      else if (plain && event.key === 'l') state.clear();
      else if (event.key === '/' && !typing && !command && !event.altKey) filter.current?.focus();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before DevTools' own listener, which sits on the document and forwards such keys to DevTools.
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  });

  const { grouped } = settings.value.value;
  return (
    <header>
      <h1 class="quiet">{strings.product}</h1>
      <div class="bar" role="toolbar" aria-label={strings.toolbar} onKeyDown={moveWithArrows}>
        {port.live && (
          <>
            <button
              type="button"
              class={`ib recorder${isRecording.value ? ' on' : ''}`}
              aria-pressed={isRecording.value}
              aria-label={isRecording.value ? strings.stopRecording : strings.startRecording}
              title={isRecording.value ? strings.stopRecording : strings.startRecording}
              onClick={record}
            >
              <Icon name={isRecording.value ? 'record' : 'stopped'} />
            </button>
            <button type="button" class="ib" aria-label={strings.clear} title={strings.clear} onClick={state.clear}>
              <Icon name="clear" />
            </button>
            <label class="check" title={strings.preserveLogHint}>
              <input
                type="checkbox"
                checked={preservesLog.value}
                onChange={(event) => {
                  recording.setPreserveLog(event.currentTarget.checked);
                  preservesLog.value = recording.preservesLog();
                }}
              />
              {strings.preserveLog}
            </label>
          </>
        )}
        <FileButtons />
        <span class="sep" />
        <input
          ref={filter}
          class="filter"
          type="search"
          aria-label={strings.filter}
          placeholder={strings.filterHint}
          title={strings.filterTitle}
          spellcheck={false}
          autocomplete="off"
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || query.value === '') return;
            query.value = '';
            event.stopPropagation();
          }}
        />
        <fieldset class="chips" aria-label={strings.statuses}>
          <button type="button" class="chip" aria-pressed={chips.value.size === 0} onClick={() => state.toggleChip(null)}>
            {strings.all(found.value.length)}
          </button>
          {statuses.value.map(({ status, count }) => (
            <button key={status} type="button" class="chip" aria-pressed={chips.value.has(status)} onClick={() => state.toggleChip(status)}>
              {strings.chip(status, count)}
            </button>
          ))}
        </fieldset>
        <span class="grow" />
        <button
          type="button"
          class="ib"
          aria-pressed={grouped}
          title={strings.groupHint}
          onClick={() => settings.change({ grouped: !grouped })}
        >
          <Icon name="group" />
          {strings.group}
        </button>
        <CopyMenu rows={wholeSession(shown.value)} label={strings.copyAll} title={strings.copyAllHint} bare />
        <button
          type="button"
          class="ib"
          aria-pressed={codes.value !== null}
          title={strings.codesHint}
          onClick={() => {
            const row = state.selected.value;
            const status = row?.exchange.status ?? 500;
            const vendor = row === null ? null : (state.diagnosisOf(row)?.issuer.id ?? null);
            codes.value = codes.value === null ? { status, other: row === null ? null : confusedWith(status), vendor } : null;
          }}
        >
          {strings.codes}
        </button>
        <button
          type="button"
          class="ib"
          aria-expanded={settingsShown.value}
          aria-label={strings.settings}
          title={strings.settings}
          onClick={() => {
            settingsShown.value = !settingsShown.value;
          }}
        >
          <Icon name="settings" />
        </button>
      </div>
      <SourceBar />
      {settingsShown.value && <SettingsBar />}
    </header>
  );
}

/** What matters first: the reports keep this order. */
const wholeSession = (rows: readonly Row[]): readonly Row[] => [...rows.filter((r) => !r.noise), ...rows.filter((r) => r.noise)];

/** Arrow keys walk the toolbar's buttons, beside Tab. */
function moveWithArrows(event: KeyboardEvent): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const from = event.target as HTMLElement;
  if (by === 0 || (from instanceof HTMLInputElement && from.type === 'search')) return;
  const all = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('button:not([disabled]), input:not([hidden])')];
  all[(all.indexOf(from) + by + all.length) % all.length]?.focus();
  event.preventDefault();
}
