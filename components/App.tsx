import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { BlindSpots } from './BlindSpots';
import { Card } from './Card';
import { CodeBrowser } from './Codes';
import { Empty } from './Empty';
import { DropTarget, Problems, Work } from './FileBars';
import { Footer } from './Footer';
import { createFiles } from './files';
import { List } from './List';
import { lazy } from './lazy';
import type { Port } from './port';
import { Refused } from './Refused';
import { SelectionBar } from './SelectionBar';
import { Splitter } from './Splitter';
import { createSettings, type Settings } from './settings';
import { createState, StateProvider, useApp } from './state';
import { strings } from './strings';
import { Toolbar } from './Toolbar';
import { createTeam } from './team';

const TeamKnowledge = lazy(async () => (await import('./Team')).TeamKnowledge);
const PreviewDialog = lazy(async () => (await import('./PreviewDialog')).PreviewDialog);

/** The whole panel over one port: the live recording, or the HAR files that are open in its place. */
export function App({ port, settings }: { readonly port: Port; readonly settings?: Settings }) {
  const choices = useMemo(() => settings ?? createSettings(), [settings]);
  const files = useMemo(() => createFiles(port), [port]);
  const team = useMemo(createTeam, []);
  const live = useMemo(() => createState(port, files, choices, team), [port, files, choices, team]);
  useEffect(() => live.dispose, [live]);
  const opened = files.opened.value;
  const state = useMemo(() => {
    if (opened === null) return live;
    // What a file holds is not in the browser's own panels.
    const { page: _, showInNetwork: __, openSource: ___, ...rest } = port;
    return createState({ ...rest, recording: opened.recording, live: false }, files, choices, team);
    // By id: the names grow while the same recording is read.
  }, [live, opened?.id]);
  useEffect(() => (state === live ? undefined : state.dispose), [state, live]);
  const before = useRef(opened?.id);
  useLayoutEffect(() => {
    if (before.current === opened?.id) return;
    before.current = opened?.id;
    // The button that was pressed belonged to the source shown before.
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('.open-har')?.focus();
  }, [opened?.id]);
  return (
    // Another source is another panel: nothing of what was selected or measured holds for it.
    <StateProvider value={state} key={opened?.id ?? 'live'}>
      <Toolbar />
      <Banners />
      <Main />
      <SelectionBar />
      <Footer />
      <Refused />
      <DropTarget />
      <Previewed />
    </StateProvider>
  );
}

function Previewed() {
  const { preview } = useApp();
  return preview.value === null ? null : <PreviewDialog rows={preview.value} />;
}

function Banners() {
  const { alive, dropped, rows, team, teamShown } = useApp();
  const fault = team.fault.value;
  return (
    <div class="banners">
      {!alive.value && (
        <p class="note" role="alert">
          {strings.updated}
        </p>
      )}
      <Work />
      <Problems />
      <BlindSpots />
      {fault !== null && !teamShown.value && (
        <p class="note">
          {strings.teamFault(fault.line, fault.message)}{' '}
          <button
            type="button"
            class="copy"
            onClick={() => {
              teamShown.value = true;
            }}
          >
            {strings.teamOpen}
          </button>
        </p>
      )}
      {dropped.value > 0 && <p class="note">{strings.dropped(dropped.value, rows.value.length)}</p>}
    </div>
  );
}

function Main() {
  const { shown, wide, open, selected, settings, codes, teamShown } = useApp();
  const row = selected.value;
  const beside = wide.value && open.value && row !== null;
  if (codes.value !== null)
    return (
      <main>
        <CodeBrowser />
      </main>
    );
  if (teamShown.value)
    return (
      <main>
        <TeamKnowledge />
      </main>
    );
  return (
    <main style={beside ? { gridTemplateColumns: `${settings.value.value.listWidth}% 5px minmax(0, 1fr)` } : undefined}>
      {shown.value.length === 0 ? <Empty /> : <List />}
      {beside && (
        <>
          <Splitter />
          <div class="side" key={row.id}>
            <Card row={row} />
          </div>
        </>
      )}
    </main>
  );
}
