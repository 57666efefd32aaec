import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { strings } from './strings';

const Updated = () => (
  <p class="note" role="alert">
    {strings.updated}
  </p>
);

/** A view whose code is loaded when it is first shown; it draws nothing until then. */
export function lazy<P extends object>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> {
  let loaded: FunctionComponent<P> | null = null;
  return function Later(props) {
    const [View, setView] = useState<FunctionComponent<P> | null>(() => loaded);
    useEffect(() => {
      if (View !== null) return;
      load().then(
        (view) => {
          loaded = view;
          setView(() => view);
        },
        // Its file is gone.
        () => setView(() => Updated),
      );
    }, []);
    return View === null ? null : <View {...props} />;
  };
}
