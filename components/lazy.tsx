import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A view whose code is loaded when it is first shown; it draws nothing until then. */
export function lazy<P extends object>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> {
  let loaded: FunctionComponent<P> | null = null;
  return function Later(props) {
    const [View, setView] = useState<FunctionComponent<P> | null>(() => loaded);
    useEffect(() => {
      if (View !== null) return;
      void load().then((view) => {
        loaded = view;
        setView(() => view);
      });
    }, []);
    return View === null ? null : <View {...props} />;
  };
}
