import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../state';
import { strings } from '../strings';

interface Props {
  readonly text: string;
  /** Accessible name: which of several it is. */
  readonly label: string;
  /** What was copied, for the message. */
  readonly what: string;
}

/** Shows for a moment that something was done. */
export function useFlash(): readonly [on: boolean, flash: () => void] {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (turn === 0) return;
    const timer = setTimeout(() => setTurn(0), 1500);
    return () => clearTimeout(timer);
  }, [turn]);
  return [turn > 0, () => setTurn((n) => n + 1)];
}

/** A small button that copies a text. */
export function CopyButton({ text, label, what }: Props) {
  const { copy } = useApp();
  const [done, flash] = useFlash();
  return (
    <button
      type="button"
      class="copy"
      aria-label={label}
      onClick={async () => {
        if (await copy(text, what)) flash();
      }}
    >
      {done ? strings.done : strings.copy}
    </button>
  );
}
