import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { exchangeFromHar, type HarEntry } from '../diagnosis/exchange';
import { bodyOf } from './content';
import { formats, reportOptions } from './copy';
import { type HarEnd, readHar } from './har-file';
import { loadKnowledge } from './knowledge';
import type { Port, Recording } from './port';
import { createRecorder, type Recorder } from './recorder';
import type { State } from './state';
import { strings } from './strings';

/** HAR files that were opened together, as a recording. */
export interface Opened {
  /** Differs from one opening to the next. */
  readonly id: number;
  readonly recording: Recording;
  /** Of the files that entries were read from. */
  readonly names: readonly string[];
}

/** Work under way. */
export interface Work {
  readonly says: string;
  readonly value: number;
  readonly max: number;
}

/** HAR files: opened beside the live recording, and written. */
export interface Files {
  /** There is a live recording to go back to. */
  readonly live: boolean;
  /** What is shown in place of the live recording, or null. */
  readonly opened: ReadonlySignal<Opened | null>;
  readonly work: ReadonlySignal<Work | null>;
  /** What was wrong, a sentence each. */
  readonly problems: Signal<readonly string[]>;
  /** Reads these files into one new recording; what was being read is given up. Never rejects. */
  open(files: readonly File[]): Promise<void>;
  /** Writes what the list shows as one HAR file without secrets. Never rejects. */
  write(state: State): Promise<void>;
  /** Stops the work under way; what was read stays. */
  cancel(): void;
  /** Back to the live recording. */
  close(): void;
}

/** The browser gets a turn at least this often while a file is written. */
const SLICE_MS = 12;

/** Feeds one file's entries to the recorder. A page of the file that is new begins a page load. `first` is called before the first entry. */
function sinkFor(recorder: Recorder, progress: (bytes: number) => void, first: () => void): Parameters<typeof readHar>[1] {
  const titles = new Map<unknown, string>();
  const begun = new Set<unknown>();
  let started = false;
  return {
    progress,
    page({ id, title }) {
      if (typeof title === 'string') titles.set(id, title);
    },
    entry(entry: HarEntry) {
      if (!started) {
        started = true;
        // Not of the page that another file ended with.
        recorder.navigated('');
        first();
      }
      const ref = entry['pageref'];
      if (ref !== undefined && !begun.has(ref)) {
        begun.add(ref);
        // Chrome writes the address as the title, others the document's title: both name the page.
        recorder.navigated(titles.get(ref) ?? '');
      }
      const exchange = exchangeFromHar(entry, null);
      const failed = exchange.status >= 500 && exchange.status <= 599;
      recorder.take(failed ? exchangeFromHar(entry, bodyOf(entry)) : exchange);
    },
  };
}

const problemOf = (name: string, end: HarEnd): string[] => [
  ...(end.problem === null ? [] : [strings.fileProblem(name, end.problem, end.entries)]),
  ...(end.skipped === 0 ? [] : [strings.fileSkipped(name, end.skipped)]),
  ...(end.stopped ? [strings.fileStopped(name, end.entries)] : []),
];

/** No file is open. */
export function createFiles(port: Port): Files {
  const opened = signal<Opened | null>(null);
  const work = signal<Work | null>(null);
  const problems = signal<readonly string[]>([]);
  let lastId = 0;
  let stop = new AbortController();
  /** Begins new work; gives up what is under way. */
  const begin = (): AbortSignal => {
    stop.abort();
    stop = new AbortController();
    problems.value = [];
    return stop.signal;
  };

  return {
    live: port.live,
    opened,
    work,
    problems,
    async open(files) {
      const stopped = begin();
      const id = ++lastId;
      const recorder = createRecorder();
      const names: string[] = [];
      const max = files.reduce((sum, f) => sum + f.size, 0);
      let done = 0;
      for (const file of files) {
        const progress = (bytes: number): void => {
          if (stop.signal === stopped)
            work.value = { says: strings.reading(file.name, recorder.failures().length), value: done + bytes, max };
        };
        progress(0);
        const end = await readHar(
          file,
          sinkFor(recorder, progress, () => {
            names.push(file.name);
            if (stop.signal === stopped) opened.value = { id, recording: recorder, names: [...names] };
          }),
          stopped,
        );
        // Other files were opened meanwhile.
        if (stop.signal !== stopped) return;
        done += file.size;
        problems.value = [...problems.value, ...problemOf(file.name, end)];
        if (end.stopped) break;
      }
      work.value = null;
    },
    async write({ shown, diagnoses, settings, say }) {
      const stopped = begin();
      await loadKnowledge();
      const har = formats().find((f) => f.id === 'har');
      const rows = shown.value;
      if (har === undefined || rows.length === 0) return;
      const parts: string[] = [];
      let head = '';
      let since = performance.now();
      for (const [i, row] of rows.entries()) {
        // One at a time: a session's redaction at once would block the panel for seconds.
        const diagnosis = diagnoses.of(row.exchange);
        if (diagnosis === null) continue;
        const written = har.render([{ exchange: row.exchange, diagnosis }], reportOptions(port.version, settings.value.value.hidePrivate));
        const { log } = JSON.parse(written) as { log: { entries: readonly unknown[] } };
        head = JSON.stringify({ log: { ...log, entries: [] } }).slice(0, -']}}'.length);
        for (const entry of log.entries) parts.push(`${parts.length === 0 ? '' : ','}\n${JSON.stringify(entry)}`);
        if (performance.now() - since < SLICE_MS) continue;
        work.value = { says: strings.writing(rows.length), value: i, max: rows.length };
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
        if (stop.signal !== stopped || stopped.aborted) return;
      }
      work.value = null;
      say(strings.written(rows.length));
      port.save('5xx.har', new Blob([head, ...parts, '\n]}}\n'], { type: har.mediaType }));
    },
    cancel() {
      stop.abort();
      work.value = null;
    },
    close() {
      begin();
      batch(() => {
        opened.value = null;
        work.value = null;
      });
    },
  };
}
