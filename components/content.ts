import type { HarEntry } from '../diagnosis/exchange';

/** A string of bytes as bytes. A loop: `Uint8Array.from` with a function takes a hundred times as long. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function fromBase64(text: string, mimeType: string): string {
  const bytes = bytesOf(atob(text));
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(mimeType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** Chrome hands some UTF-8 bodies over as if they were Latin-1: decode them again when their bytes are valid UTF-8. */
function repairLatin1(text: string): string {
  let high = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 0xff) return text;
    if (c > 0x7f) high = true;
  }
  if (!high) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(text));
  } catch {
    return text;
  }
}

/** The three shapes of `getContent`: `{content, encoding}` (Chrome's promise), `[content, encoding]` (its callback), `[text, mimeType]` (Firefox). */
export function decodeContent(answer: unknown, entry: HarEntry): string | null {
  const content = (entry.response as { content?: { encoding?: unknown; mimeType?: unknown } } | undefined)?.content;
  let text: unknown = answer;
  let encoding: unknown = content?.encoding;
  if (Array.isArray(answer)) {
    text = answer[0];
    if (answer[1] === 'base64') encoding = 'base64';
  } else if (typeof answer === 'object' && answer !== null) {
    text = (answer as { content?: unknown }).content;
    encoding = (answer as { encoding?: unknown }).encoding ?? encoding;
  }
  if (typeof text !== 'string') return null;
  if (encoding !== 'base64') return repairLatin1(text);
  try {
    return fromBase64(text, typeof content?.mimeType === 'string' ? content.mimeType : '');
  } catch {
    return null;
  }
}

/** The body that the entry of a HAR file brings along; null when it has none, which does not mean that it was empty. */
export const bodyOf = (entry: HarEntry): string | null =>
  decodeContent((entry.response as { content?: { text?: unknown } } | null | undefined)?.content?.text, entry);
