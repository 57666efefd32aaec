import type { Confidence as Level } from '../../diagnosis';
import { strings } from '../strings';

/** How sure, in words; the colour only repeats it. */
export function Confidence({ level }: { readonly level: Level }) {
  return <span class={`conf ${level}`}>{strings.confidence[level]}</span>;
}
