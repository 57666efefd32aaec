import type { SecretKind } from './find';
import { HIDDEN, type Piece } from './redact';

/** A redaction in a finished report: UTF-16 offsets of what stands there, and what it hides. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
  /** As it stands in the exchange. Put into `ReportOptions.keep` it is left in. */
  readonly secret: string;
}

/** A report and its redactions, for the preview. */
export interface Preview {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Opens and closes a mark while a report is made; from the private use area, and the redactor lets none through from outside. */
export const OPEN = '\ue000';
export const CLOSE = '\ue001';

/** Places that stand for secrets until the report is finished, so that no escaping and no cut can lose count of them. */
export interface Marks {
  /** A place for this secret. `shown`: what is written there, HIDDEN unless given; it must be plain in every format. */
  put(piece: Piece, shown?: string): string;
  finish(text: string): Preview;
}

export function createMarks(): Marks {
  const places: { readonly piece: Piece; readonly shown: string }[] = [];
  return {
    put(piece, shown = HIDDEN) {
      places.push({ piece, shown });
      return `${OPEN}${places.length - 1}${CLOSE}`;
    },
    finish(text) {
      const marks: Mark[] = [];
      let out = '';
      let at = 0;
      for (const m of text.matchAll(/\ue000(\d+)\ue001/g)) {
        const place = places[Number(m[1])];
        if (place === undefined) continue;
        out += text.slice(at, m.index);
        marks.push({
          start: out.length,
          end: out.length + place.shown.length,
          kind: place.piece.kind ?? 'token',
          secret: place.piece.text,
        });
        out += place.shown;
        at = m.index + m[0].length;
      }
      return { text: out + text.slice(at), marks };
    },
  };
}

/** At most `max` characters, no mark cut in two; and how many were left out. */
export function cap(text: string, max: number): { readonly text: string; readonly cut: number } {
  if (text.length <= max) return { text, cut: 0 };
  const head = text.slice(0, max);
  const open = head.lastIndexOf(OPEN);
  const kept = open > head.lastIndexOf(CLOSE) ? head.slice(0, open) : head;
  return { text: kept, cut: text.length - kept.length };
}
