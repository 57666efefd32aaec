import { bodyOf } from '../../components/content';
import type { Recording } from '../../components/port';
import { createRecorder } from '../../components/recorder';
import { exchangeFromHar } from '../../diagnosis/exchange';
import { createPanel, networkLog, onFinished, onNavigated } from '../shared/browser';

/** What the windows of this page and of the panel offer. The panel is handed the recording here, each time it is shown. */
export interface PanelWindow extends Window {
  connect?: (recording: Recording) => void;
  recording?: Recording;
}

const recorder = createRecorder(networkLog);
const recording: Recording = {
  ...recorder,
  rescan: async () => recorder.missed((await networkLog()).map((entry) => exchangeFromHar(entry, bodyOf(entry)))),
};
// Before the tab exists: nothing that the page does from now on is missed.
onFinished(recorder.finished);
onNavigated(recorder.navigated);
// The panel finds it here when the browser does not say that it is shown.
(window as PanelWindow).recording = recording;
void createPanel('5xx Inspector', (panel) => {
  const target = panel as PanelWindow;
  target.recording = recording;
  target.connect?.(recording);
});
