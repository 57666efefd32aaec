import { createHarScanner, type HarSink } from './har';

/** Work is done in slices of about this long; the browser then gets a turn for input and painting. */
const SLICE_MS = 12;
/** Bytes decoded and scanned in one go, at most. */
const PIECE = 256 * 1024;

/** Why a file, or the rest of it, could not be read. */
export type HarProblem = 'empty' | 'zip' | 'markup' | 'not-json' | 'no-entries' | 'cut-off' | 'bad-gzip' | 'unreadable';

export interface HarEnd {
  readonly entries: number;
  /** Entries skipped because they were no JSON, or longer than any browser writes. */
  readonly skipped: number;
  readonly problem: HarProblem | null;
  /** The signal stopped it. */
  readonly stopped: boolean;
}

export interface HarFileSink extends HarSink {
  /** Bytes of the file read so far, packed as they are. */
  progress(bytes: number): void;
}

/** Lets the browser do everything else first. Not setTimeout: that waits 4 ms when nested, and a second in a hidden tab. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

type Kind = { readonly gzip: boolean; readonly encoding: string } | 'empty' | 'zip';

/** By its first bytes. gzip: RFC 1952 section 2.3.1. */
function kindOf([a, b, c]: Uint8Array): Kind {
  if (a === undefined) return 'empty';
  if (a === 0x50 && b === 0x4b && (c === 3 || c === 5)) return 'zip';
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  return { gzip: a === 0x1f && b === 0x8b, encoding };
}

/**
 * Reads a HAR file, plain or gzip, in slices that leave the page responsive. What could be read reaches the sink whatever happens
 * later in the file. Never rejects: the end says what was wrong.
 */
export async function readHar(file: Blob, sink: HarFileSink, signal: AbortSignal): Promise<HarEnd> {
  const scanner = createHarScanner(sink);
  const end = (problem: HarProblem | null, stopped = false): HarEnd => {
    const { entries, unreadable } = scanner.scan();
    return { entries, skipped: unreadable, problem, stopped };
  };
  let kind: Kind;
  try {
    kind = kindOf(new Uint8Array(await file.slice(0, 4).arrayBuffer()));
  } catch {
    return end('unreadable');
  }
  if (typeof kind === 'string') return end(kind);

  let bytes = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
  const counted = (file.stream() as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(counter);
  const reader = (kind.gzip ? counted.pipeThrough(new DecompressionStream('gzip')) : counted).getReader();
  const decoder = new TextDecoder(kind.encoding);
  let first = '';
  let since = performance.now();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (let at = 0; at < value.byteLength; at += PIECE) {
        const text = decoder.decode(value.subarray(at, at + PIECE), { stream: true });
        if (first === '') first = text.trimStart().charAt(0);
        scanner.push(text);
        if (performance.now() - since >= SLICE_MS) {
          sink.progress(bytes);
          await turn();
          since = performance.now();
        }
        if (signal.aborted) return end(null, true);
      }
      const { json, complete } = scanner.scan();
      if (complete || !json) break;
    }
  } catch {
    // A stream that breaks after the last brace has lost nothing.
    if (!scanner.scan().complete) return end(kind.gzip ? 'bad-gzip' : 'unreadable');
  } finally {
    reader.cancel().catch(() => undefined);
  }
  const { empty, json, found, complete } = scanner.scan();
  if (empty) return end('empty');
  if (!json) return end(first === '<' ? 'markup' : 'not-json');
  if (!complete) return end('cut-off');
  return end(found ? null : 'no-entries');
}
