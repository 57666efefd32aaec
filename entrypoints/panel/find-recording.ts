import type { Recording } from '../../components/port';
import type { PanelWindow } from '../devtools/main';

/**
 * The recording of the DevTools that this panel is part of, where both pages are frames of one window: in Chrome. Undefined in Firefox.
 *
 * Chrome hands the recording over too, in `onShown`, but not while it shows its own error page: extensions hear nothing then, and who
 * opens the panel for such a page would look at nothing. A page may count and reach the frames beside it, whoever they belong to, and
 * read those of its own origin: https://html.spec.whatwg.org/multipage/nav-history-apis.html#the-windowproxy-exotic-object
 */
export function findRecording(): Recording | undefined {
  const { parent } = window;
  for (let i = 0; i < parent.length; i++) {
    try {
      const { recording } = parent[i] as PanelWindow;
      if (recording !== undefined) return recording;
    } catch {
      // The page of another extension.
    }
  }
  return undefined;
}
