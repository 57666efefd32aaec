import type { Exchange, History } from '../diagnosis';

/** One recorded 5xx. The exchange is replaced once, when its body has arrived. */
export interface Failure {
  /** Increases with time; never used twice. */
  readonly id: number;
  readonly exchange: Exchange;
  /** Which page load it belongs to; see `navigations`. */
  readonly page: number;
}

/** A page load that began while DevTools were open. */
export interface Navigation {
  readonly page: number;
  readonly url: string;
}

/**
 * The recording, owned by the page that records. Plain data and functions, no signals: it crosses from one document to another,
 * and each document has its own copy of the signals library.
 */
export interface Recording {
  readonly history: History;
  /** Oldest first. The array is replaced on every change. */
  failures(): readonly Failure[];
  navigations(): readonly Navigation[];
  /** Finished requests of any status since DevTools opened or the list was cleared. */
  requests(): number;
  /** Failures given up because the bound was reached. */
  dropped(): number;
  /** Epoch ms at which the recording began. */
  readonly openedAt: number;
  /** Requests that began before this epoch ms and are not here were cleared away or came while paused: they are not missed. 0 at first. */
  missedFrom(): number;
  isRecording(): boolean;
  preservesLog(): boolean;
  setRecording(on: boolean): void;
  setPreserveLog(on: boolean): void;
  clear(): void;
  /** Calls back after changes, at most once per turn. Returns the function that ends it. */
  subscribe(changed: () => void): () => void;
  /**
   * Adds what the browser's own Network panel has and did not tell; how many failures came. Absent where that is never needed.
   * In Firefox it loses every request that is in flight, for good: call it only when the page is quiet.
   */
  readonly rescan?: () => Promise<number>;
}

/** A request as the page's own Resource Timing knows it: no headers, no body. https://www.w3.org/TR/resource-timing/ */
export interface Seen {
  readonly url: string;
  readonly status: number;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly timeMs: number;
}

/** What Resource Timing knows of the inspected page. Its top document only, and nothing of what CORS hides. */
export interface Activity {
  /** Epoch ms at which the page began to load: tells one page load from the next. */
  readonly origin: number;
  /** Finished requests, the document included. */
  readonly requests: number;
  /** The buffer is full: newer requests are not counted. */
  readonly full: boolean;
  /** Those with status 500 to 599. */
  readonly failed: readonly Seen[];
}

/** The inspected page. */
export interface Page {
  /** null: the browser cuts extensions off from this page. Rejects when the page cannot be asked. */
  activity(): Promise<Activity | null>;
  reload(): void;
}

export type Theme = 'light' | 'dark';

/** What the views need of the browser. The only thing that tests replace. */
export interface Port {
  readonly recording: Recording;
  /** false in an ordinary tab, where nothing is recorded and HAR files are read. */
  readonly live: boolean;
  readonly browser: 'chrome' | 'firefox';
  /** Version of the extension. */
  readonly version: string;
  /** The inspected page; absent in an ordinary tab. */
  readonly page?: Page;
  /** Hands a file to the person. */
  save(name: string, content: Blob): void;
  /** Follows the DevTools theme. Calls back at once and on change; returns the function that ends it. */
  onTheme(apply: (theme: Theme) => void): () => void;
  /** Puts text on the clipboard, called from a click or key. false when the browser refuses. */
  copy(text: string): Promise<boolean>;
  /** Shows the browser's own Network panel with this filter; absent where the browser cannot. */
  readonly showInNetwork?: (filter: string) => void;
  /** Opens a source file of the page at this line (1-based); absent where the browser cannot. */
  readonly openSource?: (url: string, line: number) => void;
  /** false once the extension was updated or removed under the open panel. */
  isAlive(): boolean;
}
