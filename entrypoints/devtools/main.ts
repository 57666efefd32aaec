import type { Recording } from '../../components/port';
import { createPanel, onFinished, onNavigated } from '../shared/browser';
import { createRecorder } from '../../components/recorder';

/** What the panel's window offers: it is handed the recording here, each time it is shown. */
export interface PanelWindow extends Window {
  connect?: (recording: Recording) => void;
  recording?: Recording;
}

const recorder = createRecorder();
// Before the tab exists: nothing that the page does from now on is missed.
onFinished(recorder.finished);
onNavigated(recorder.navigated);
void createPanel('5xx Inspector', (panel) => {
  const target = panel as PanelWindow;
  target.recording = recorder;
  target.connect?.(recorder);
});
