import { useApp } from './state';
import { strings } from './strings';

const LEAST = 20;
const MOST = 80;

/** The line between list and card: dragged, or moved with the arrow keys; its place is kept. */
export function Splitter() {
  const { settings } = useApp();
  const width = settings.value.value.listWidth;
  const move = (percent: number): void => settings.change({ listWidth: Math.min(MOST, Math.max(LEAST, Math.round(percent * 10) / 10)) });
  const drag = (event: PointerEvent): void => {
    const handle = event.currentTarget as HTMLElement;
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const box = handle.parentElement?.getBoundingClientRect();
    if (box !== undefined && box.width > 0) move(((event.clientX - box.left) / box.width) * 100);
  };
  return (
    <hr
      class="splitter"
      aria-orientation="vertical"
      aria-label={strings.splitter}
      aria-valuenow={Math.round(width)}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      tabIndex={0}
      onPointerDown={(event) => (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowLeft' ? -2 : event.key === 'ArrowRight' ? 2 : 0;
        if (by === 0) return;
        event.preventDefault();
        event.stopPropagation();
        move(width + by);
      }}
    />
  );
}
