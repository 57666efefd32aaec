import { render } from 'preact';
import { App } from '../../components/App';
import type { Recording } from '../../components/port';
import type { PanelWindow } from '../devtools/main';
import { copy, isAlive, networkPanel, onTheme } from '../shared/browser';

const here = window as PanelWindow;
const mount = (recording: Recording): void => {
  const showInNetwork = networkPanel();
  render(<App port={{ recording, onTheme, copy, isAlive, ...(showInNetwork === undefined ? {} : { showInNetwork }) }} />, document.body);
};
let connected: Recording | null = null;
here.connect = (recording) => {
  if (connected === recording) return;
  connected = recording;
  mount(recording);
};
// Shown before this script ran: the recording lies there already.
if (here.recording !== undefined) here.connect(here.recording);
