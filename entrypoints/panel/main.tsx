import { render } from 'preact';
import { App } from '../../components/App';
import { loadKnowledge } from '../../components/knowledge';
import type { Port, Recording } from '../../components/port';
import type { PanelWindow } from '../devtools/main';
import { copy, isAlive, networkPanel, onTheme, sourceOpener } from '../shared/panels';

const here = window as PanelWindow;
const mount = (recording: Recording): void => {
  const showInNetwork = networkPanel();
  const openSource = sourceOpener();
  const port: Port = {
    recording,
    onTheme,
    copy,
    isAlive,
    ...(showInNetwork === undefined ? {} : { showInNetwork }),
    ...(openSource === undefined ? {} : { openSource }),
  };
  render(<App port={port} />, document.body);
  // After the first paint: a frame is drawn between the two.
  requestAnimationFrame(() => setTimeout(() => void loadKnowledge()));
};
let connected: Recording | null = null;
here.connect = (recording) => {
  if (connected === recording) return;
  connected = recording;
  mount(recording);
};
// Shown before this script ran: the recording lies there already.
if (here.recording !== undefined) here.connect(here.recording);
