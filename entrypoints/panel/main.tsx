import { render } from 'preact';
import { App } from '../../components/App';
import { loadKnowledge } from '../../components/knowledge';
import type { Port, Recording } from '../../components/port';
import { createRecorder } from '../../components/recorder';
import { Unconnected } from '../../components/Unconnected';
import type { PanelWindow } from '../devtools/main';
import { copy, hasDevTools, inspectedPage, isAlive, networkPanel, onTheme, save, sourceOpener, version } from '../shared/panels';
import { findRecording } from './find-recording';

/** A recording that has not come by then is not on its way. */
const HANDOVER_MS = 3000;

const here = window as PanelWindow;
const mount = (recording: Recording): void => {
  const showInNetwork = networkPanel();
  const openSource = sourceOpener();
  const page = inspectedPage();
  const port: Port = {
    recording,
    live: page !== undefined,
    browser: import.meta.env.FIREFOX ? 'firefox' : 'chrome',
    version: version(),
    onTheme,
    copy,
    save,
    isAlive,
    ...(page === undefined ? {} : { page }),
    ...(showInNetwork === undefined ? {} : { showInNetwork }),
    ...(openSource === undefined ? {} : { openSource }),
  };
  render(<App port={port} />, document.body);
  // After the first paint: by the second callback the first frame is on its way to the screen, and loading no longer delays it.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => void loadKnowledge())));
};
let connected: Recording | null = null;
here.connect = (recording) => {
  if (connected === recording) return;
  connected = recording;
  here.recording = recording;
  mount(recording);
};
// Shown before this script ran: the recording lies there already.
const recording = here.recording ?? findRecording();
if (recording !== undefined) here.connect(recording);
// An ordinary tab: nobody will hand a recording over, and files are all there is.
else if (!hasDevTools()) here.connect(createRecorder());
else
  setTimeout(() => {
    if (connected !== null) return;
    onTheme((theme) => {
      document.documentElement.dataset['theme'] = theme;
    })();
    render(<Unconnected />, document.body);
  }, HANDOVER_MS);
