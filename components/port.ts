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
  isRecording(): boolean;
  preservesLog(): boolean;
  setRecording(on: boolean): void;
  setPreserveLog(on: boolean): void;
  clear(): void;
  /** Calls back after changes, at most once per turn. Returns the function that ends it. */
  subscribe(changed: () => void): () => void;
}

export type Theme = 'light' | 'dark';

/** What the views need of the browser. The only thing that tests replace. */
export interface Port {
  readonly recording: Recording;
  /** Follows the DevTools theme. Calls back at once and on change; returns the function that ends it. */
  onTheme(apply: (theme: Theme) => void): () => void;
  /** Puts text on the clipboard, called from a click or key. false when the browser refuses. */
  copy(text: string): Promise<boolean>;
  /** Shows the request in the browser's own Network panel; absent where the browser cannot. */
  readonly showInNetwork?: (exchange: Exchange) => void;
  /** Opens a source file of the page at this line (1-based); absent where the browser cannot. */
  readonly openSource?: (url: string, line: number) => void;
  /** false once the extension was updated or removed under the open panel. */
  isAlive(): boolean;
}
