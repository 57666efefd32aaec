import type { HarEntry } from '../diagnosis';

/** A longer string of an entry is read as null: no body of that size is kept, and JSON.parse stays short. In UTF-16 units. */
export const MAX_STRING = 2 * 1024 * 1024;
/** A longer entry, its long strings already left out, is skipped. */
const MAX_ELEMENT = 32 * 1024 * 1024;
/** The keys that matter are short; what is longer is none of them. */
const MAX_KEY = 64;

/** What takes the parts of a HAR as they are found. */
export interface HarSink {
  entry(entry: HarEntry): void;
  /** An element of `log.pages`; may come before or after the entries. */
  page(page: Readonly<Record<string, unknown>>): void;
}

/** What is known of the text so far. */
export interface HarScan {
  /** Entries handed over. */
  readonly entries: number;
  /** Entries that were no JSON, or too long. */
  readonly unreadable: number;
  /** The text begins as an object, or nothing has come yet. */
  readonly json: boolean;
  /** Nothing but white space has come. */
  readonly empty: boolean;
  /** `log.entries` was there. */
  readonly found: boolean;
  /** The outermost object was closed; what follows is not read. */
  readonly complete: boolean;
}

export interface HarScanner {
  /** Takes the next piece of the text, cut anywhere. */
  push(text: string): void;
  scan(): HarScan;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** A key as JSON writes it, without its quotes. */
function unescapeKey(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}

/**
 * Finds the entries of a HAR one by one in text that comes in pieces, without ever holding the whole tree: it follows strings and
 * nesting, and gives each element of `log.entries` (or of `entries`, where a tool left `log` out) to JSON.parse alone. Memory: one
 * entry. Never throws on bad text; what `scan` returns says what was wrong. http://www.softwareishard.com/blog/har-12-spec/
 */
export function createHarScanner(sink: HarSink): HarScanner {
  let entries = 0;
  let unreadable = 0;
  let json = true;
  let empty = true;
  let found = false;
  let complete = false;

  let depth = 0;
  /** Keys last seen at depths 1 and 2. */
  const keys = ['', '', ''];
  let list: 'entries' | 'pages' | null = null;
  /** Depth of the elements of `list`. */
  let listDepth = 0;

  let inString = false;
  /** The piece before ended inside a string with an odd number of backslashes. */
  let escaped = false;
  let key = '';
  /** UTF-16 units of the current string in pieces before. */
  let stringSize = 0;

  /** An element is being collected: what came in pieces before, its size, and the open string, which may yet be left out. */
  let inElement = false;
  let parts: string[] = [];
  let size = 0;
  let held: string[] = [];

  const keep = (text: string): void => {
    size += text.length;
    if (size <= MAX_ELEMENT) parts.push(text);
    else parts = [];
  };
  const finishElement = (): void => {
    inElement = false;
    let value: unknown = null;
    if (size <= MAX_ELEMENT) {
      try {
        value = JSON.parse(parts.join(''));
      } catch {
        // Counted below.
      }
    }
    parts = [];
    if (typeof value !== 'object' || value === null) {
      if (list === 'entries') unreadable++;
    } else if (list === 'entries') {
      entries++;
      sink.entry(value as HarEntry);
    } else sink.page(value as Readonly<Record<string, unknown>>);
  };

  const push = (text: string): void => {
    let i = 0;
    if (empty) {
      while (i < text.length && /[\s\ufeff]/.test(text.charAt(i))) i++;
      if (i === text.length) return;
      empty = false;
      json = text.charCodeAt(i) === OPEN_OBJECT;
    }
    if (!json || complete) return;
    /** Where what is not yet collected of the element begins in this piece. */
    let from = 0;
    let stringFrom = 0;
    while (i < text.length) {
      if (inString) {
        let end = -1;
        let at = i;
        if (escaped) {
          escaped = false;
          at++;
        }
        for (;;) {
          const quote = text.indexOf('"', at);
          if (quote < 0) break;
          let back = quote - 1;
          while (back >= at && text.charCodeAt(back) === BACKSLASH) back--;
          if ((quote - 1 - back) % 2 === 0) {
            end = quote;
            break;
          }
          at = quote + 1;
        }
        if (end < 0) {
          let back = text.length - 1;
          while (back >= at && text.charCodeAt(back) === BACKSLASH) back--;
          escaped = (text.length - 1 - back) % 2 === 1;
          break;
        }
        inString = false;
        i = end + 1;
        if (inElement) {
          const length = stringSize + i - stringFrom;
          if (length > MAX_STRING) {
            keep(text.slice(from, stringFrom));
            keep('null');
            from = i;
          } else if (stringSize > 0) {
            for (const part of held) keep(part);
          }
          held = [];
        } else if (depth <= 2) key = key.length > MAX_KEY ? key : key + text.slice(stringFrom, Math.min(end, stringFrom + MAX_KEY + 1));
        stringSize = 0;
        continue;
      }
      const c = text.charCodeAt(i);
      switch (c) {
        case QUOTE:
          inString = true;
          stringSize = 0;
          key = '';
          // With its quote in an element, which may leave it out; without it in a key.
          stringFrom = inElement ? i : i + 1;
          break;
        case COLON:
          if (depth <= 2) keys[depth] = unescapeKey(key);
          break;
        case COMMA:
          if (depth <= 2) keys[depth] = '';
          break;
        case OPEN_OBJECT:
        case OPEN_ARRAY: {
          if (c === OPEN_OBJECT && list !== null && depth === listDepth) {
            inElement = true;
            size = 0;
            from = i;
          }
          const name = keys[depth] ?? '';
          if (c === OPEN_ARRAY && list === null && (depth === 1 || (depth === 2 && keys[1] === 'log'))) {
            if (name === 'entries' || name === 'pages') {
              list = name;
              listDepth = depth + 1;
              found ||= name === 'entries';
            }
          }
          depth++;
          if (depth <= 2) keys[depth] = '';
          break;
        }
        case CLOSE_OBJECT:
        case CLOSE_ARRAY:
          depth--;
          if (inElement && depth === listDepth) {
            keep(text.slice(from, i + 1));
            finishElement();
          } else if (depth < listDepth) list = null;
          if (depth <= 0) {
            complete = true;
            return;
          }
          break;
      }
      i++;
    }
    if (inElement) {
      if (!inString) keep(text.slice(from));
      else {
        if (stringFrom > from) keep(text.slice(from, stringFrom));
        stringSize += text.length - stringFrom;
        if (stringSize > MAX_STRING) held = [];
        else held.push(text.slice(stringFrom));
      }
    } else if (inString) {
      stringSize += text.length - stringFrom;
      if (depth <= 2 && key.length <= MAX_KEY) key += text.slice(stringFrom, stringFrom + MAX_KEY + 1);
    }
  };

  return { push, scan: () => ({ entries, unreadable, json, empty, found, complete }) };
}
