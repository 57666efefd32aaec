import { capBody } from '../diagnosis/exchange';
import type { Exchange, HeaderField } from '../diagnosis/types';

/** What is left of a body that was let go, in UTF-16 units: enough for the titles and fingerprints that most verdicts rest on. */
const HEAD_LEFT = 1536;
const TAIL_LEFT = 512;
/** Objects around the texts of an exchange and of a header field, measured in V8. */
const EXCHANGE_BYTES = 1000;
const FIELD_BYTES = 100;

/** Engines keep a text in a byte a unit, or two when any unit is beyond Latin-1. */
const bytes = (text: string | null | undefined): number =>
  text === null || text === undefined ? 0 : text.length * (/[^\u0000-\u00ff]/.test(text) ? 2 : 1);
const fieldBytes = (list: readonly HeaderField[]): number =>
  list.reduce((sum, { name, value }) => sum + FIELD_BYTES + bytes(name) + bytes(value), 0);

/** About how many bytes of memory an exchange takes. */
export const weigh = (e: Exchange): number =>
  EXCHANGE_BYTES +
  // The list keeps the address once more, to find twins.
  2 * bytes(e.url) +
  bytes(e.path) +
  bytes(e.initiator?.url) +
  bytes(e.body) +
  bytes(e.requestBody) +
  fieldBytes(e.requestHeaders) +
  fieldBytes(e.responseHeaders);

/** The exchange without its long bodies: of the response beginning and end are left, of the request nothing. The same one when it has none. */
export function lighten(e: Exchange): Exchange {
  const rest = HEAD_LEFT + TAIL_LEFT;
  const body = e.body === null ? null : capBody(e.body, HEAD_LEFT, TAIL_LEFT);
  const sent = (e.requestBody?.length ?? 0) > rest ? null : e.requestBody;
  if (body?.cut !== true && sent === e.requestBody) return e;
  return { ...e, body: body?.body ?? null, bodyCut: e.bodyCut || body?.cut === true, requestBody: sent };
}

/** The body was let go by `lighten`: a body that was cut because it is long by itself has far more left. */
export const isLetGo = ({ body, bodyCut }: Exchange): boolean => bodyCut && body !== null && body.length < 2 * (HEAD_LEFT + TAIL_LEFT);
