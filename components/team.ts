import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Diagnosis, Engine, Team } from '../diagnosis';
import { knowledge } from './knowledge';

const KEY = '5xx-inspector.team';

/** What is wrong with a team's file, and on which line (1-based). */
export interface Fault {
  readonly line: number;
  readonly message: string;
}

/** A team's file as it is written; see Team in diagnosis/team.ts. For showing one that was found valid. */
export interface TeamFile {
  readonly components?: readonly { readonly name: string; readonly role: string; readonly owner?: string; readonly runbook?: string }[];
  readonly links?: readonly { readonly name: string; readonly url: string }[];
  readonly firstParty?: readonly string[];
  readonly muted?: readonly {
    readonly host?: string;
    readonly path?: string;
    readonly method?: string;
    readonly status?: number | readonly number[];
    readonly why?: string;
  }[];
}

/** The team's file: kept in localStorage, and what the panel knows by it. */
export interface TeamStore {
  /** The file in use, '' for none. */
  readonly text: ReadonlySignal<string>;
  /** The file as it is being written; it outlives its view. */
  readonly draft: Signal<string>;
  /** null for none, one that is not valid, and before the knowledge has loaded. */
  readonly team: ReadonlySignal<Team | null>;
  /** What is wrong with the file in use: an older version of the panel may have taken it. */
  readonly fault: ReadonlySignal<Fault | null>;
  /** The contents of the file in use, for a list; null without a team. */
  readonly file: ReadonlySignal<TeamFile | null>;
  /** An engine that takes the team's components as it takes the project's own; null before the knowledge has loaded. */
  readonly diagnose: ReadonlySignal<Engine['diagnose'] | null>;
  /** What is wrong with this text; null when nothing is, and before the knowledge has loaded. */
  check(text: string): Fault | null;
  /** Takes a valid text into use; '' ends it. false when the browser did not store it, and it lasts until the panel closes. */
  use(text: string): boolean;
  /** The component's entry in the team's file; null when the id is not the team's. */
  component(id: Diagnosis['issuer']['id']): NonNullable<TeamFile['components']>[number] | null;
}

/** The stored file; where storage is blocked there is none. */
export function createTeam(): TeamStore {
  let stored = '';
  try {
    stored = localStorage.getItem(KEY) ?? '';
  } catch {
    // Storage is blocked by policy: the panel does without.
  }
  const text = signal(stored);
  const parsed = computed(() => (text.value === '' ? null : (knowledge.value?.parseTeam(text.value) ?? null)));
  const team = computed(() => (parsed.value !== null && 'team' in parsed.value ? parsed.value.team : null));
  // Found valid just now: its shape is known.
  const file = computed(() => (team.value === null ? null : (JSON.parse(text.value) as TeamFile)));
  return {
    text,
    draft: signal(stored),
    team,
    fault: computed(() => (parsed.value !== null && 'error' in parsed.value ? parsed.value.error : null)),
    file,
    diagnose: computed(() => {
      const known = knowledge.value;
      if (known === null) return null;
      return team.value === null || team.value.vendors.length === 0 ? known.diagnose : known.engineWith(team.value.vendors).diagnose;
    }),
    check(candidate) {
      const result = knowledge.value?.parseTeam(candidate);
      return result !== undefined && 'error' in result ? result.error : null;
    },
    use(candidate) {
      text.value = candidate;
      try {
        if (candidate === '') localStorage.removeItem(KEY);
        else localStorage.setItem(KEY, candidate);
        return true;
      } catch {
        return false;
      }
    },
    component(id) {
      const at = team.value?.vendors.findIndex((v) => v.id === id) ?? -1;
      return file.value?.components?.[at] ?? null;
    },
  };
}
