import { useEffect, useMemo } from 'preact/hooks';
import { Card } from './Card';
import { CodeBrowser } from './Codes';
import { Empty } from './Empty';
import { Footer } from './Footer';
import { List } from './List';
import type { Port } from './port';
import { Refused } from './Refused';
import { Splitter } from './Splitter';
import type { Settings } from './settings';
import { createState, StateProvider, useApp } from './state';
import { strings } from './strings';
import { Toolbar } from './Toolbar';

/** The whole panel over one port. */
export function App({ port, settings }: { readonly port: Port; readonly settings?: Settings }) {
  const state = useMemo(() => createState(port, settings), [port, settings]);
  useEffect(() => state.dispose, [state]);
  return (
    <StateProvider value={state}>
      <Toolbar />
      <Banners />
      <Main />
      <Footer />
      <Refused />
    </StateProvider>
  );
}

function Banners() {
  const { alive, dropped, rows } = useApp();
  return (
    <div class="banners">
      {!alive.value && (
        <p class="note" role="alert">
          {strings.updated}
        </p>
      )}
      {dropped.value > 0 && <p class="note">{strings.dropped(dropped.value, rows.value.length)}</p>}
    </div>
  );
}

function Main() {
  const { shown, wide, open, selected, settings, codes } = useApp();
  const row = selected.value;
  const beside = wide.value && open.value && row !== null;
  if (codes.value !== null)
    return (
      <main>
        <CodeBrowser />
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
