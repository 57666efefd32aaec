import { type Signal, signal } from '@preact/signals';
import type { Format } from '../diagnosis';
import type { Zone } from './format';

/** What a person may choose; kept in localStorage. */
export interface Choices {
  readonly theme: 'follow' | 'light' | 'dark';
  readonly density: 'normal' | 'compact';
  readonly grouped: boolean;
  readonly zone: Zone;
  /** What was last copied as: the default of the key and of the buttons. */
  readonly format: Format['id'];
  /** Reports hide addresses of private networks too. */
  readonly hidePrivate: boolean;
  /** Width of the list beside the card, in percent. */
  readonly listWidth: number;
  /** Ids of the card's sections, with whether they are open. */
  readonly sections: Readonly<Record<string, boolean>>;
}

const DEFAULTS: Choices = {
  theme: 'follow',
  density: 'normal',
  grouped: false,
  zone: 'local',
  format: 'markdown',
  hidePrivate: false,
  listWidth: 40,
  sections: {},
};
const KEY = '5xx-inspector.settings';

export interface Settings {
  readonly value: Signal<Choices>;
  change(some: Partial<Choices>): void;
}

const oneOf = <T>(value: unknown, ...allowed: readonly T[]): T | undefined => allowed.find((a) => a === value);

/** What lies in the storage, field by field: anything missing or strange becomes the default. */
export function readChoices(json: string | null): Choices {
  let raw: Readonly<Record<string, unknown>> = {};
  try {
    const parsed: unknown = JSON.parse(json ?? '{}');
    if (typeof parsed === 'object' && parsed !== null) raw = parsed as Readonly<Record<string, unknown>>;
  } catch {
    // Not ours any more: start anew.
  }
  const sections = typeof raw['sections'] === 'object' && raw['sections'] !== null ? Object.entries(raw['sections']) : [];
  const width = raw['listWidth'];
  return {
    theme: oneOf(raw['theme'], 'follow', 'light', 'dark') ?? DEFAULTS.theme,
    density: oneOf(raw['density'], 'normal', 'compact') ?? DEFAULTS.density,
    grouped: raw['grouped'] === true,
    zone: oneOf(raw['zone'], 'local', 'utc') ?? DEFAULTS.zone,
    format: oneOf(raw['format'], 'markdown', 'jira', 'slack', 'text', 'json', 'har', 'curl', 'powershell') ?? DEFAULTS.format,
    hidePrivate: raw['hidePrivate'] === true,
    listWidth: typeof width === 'number' && width >= 15 && width <= 85 ? width : DEFAULTS.listWidth,
    sections: Object.fromEntries(sections.filter((pair): pair is [string, boolean] => typeof pair[1] === 'boolean')),
  };
}

/** Settings over localStorage; where that is blocked they last as long as the panel. */
export function createSettings(): Settings {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(KEY);
  } catch {
    // Storage is blocked by policy: the defaults will do.
  }
  const value = signal(readChoices(stored));
  return {
    value,
    change(some) {
      value.value = { ...value.value, ...some };
      try {
        localStorage.setItem(KEY, JSON.stringify(value.value));
      } catch {
        // Full or blocked: the choice lasts until the panel closes.
      }
    },
  };
}
