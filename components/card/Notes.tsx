import type { Note } from '../../diagnosis';
import { Text } from '../Text';

/** Findings beside the verdict: what misleads, what may be over, what must not be repeated. */
export function Notes({ notes }: { readonly notes: readonly Note[] }) {
  return (
    <>
      {notes.map((note) => (
        <p key={note.kind + note.title} class="note">
          <b>
            <Text text={note.title} />
          </b>{' '}
          <Text text={note.text} />
        </p>
      ))}
    </>
  );
}
