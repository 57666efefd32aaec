import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Diagnosis, Format, Preview, Scope } from '../diagnosis';
import { arrange, type Column, type Item, rowIds, rowKey, type Sort } from './arrange';
import { fileName, formats, isCut, reportInputs, reportOptions } from './copy';
import { createDiagnoses, type Diagnoses } from './diagnoses';
import type { Files } from './files';
import { matches, needsDiagnosis, parseFilter } from './filter';
import { knowledge } from './knowledge';
import type { Failure, Navigation, Port, Theme } from './port';
import { buildRows, type Row } from './rows';
import { createSelection } from './selection';
import { createSettings, type Settings } from './settings';
import { strings } from './strings';
import { createTeam, type TeamStore } from './team';
import { createWatch, type Watch } from './watch';

/** Work done in one go on diagnoses that filters, sorting and grouping need. */
const BUDGET_MS = 20;
const ALIVE_CHECK_MS = 5000;
/** What was just done is told for so long. */
const SAID_MS = 10_000;
/** While requests come in, what is shown is diagnosed again so often: healthy traffic of a host tells more about its failures. */
const RENEW_MS = 1000;

export interface Codes {
  readonly status: number;
  readonly other: number | null;
  /** Vendor id whose own words are shown too, or null. */
  readonly vendor: string | null;
}

/** Several failures that can be copied as one report. */
export interface Several {
  /** A group has one cause; picked rows may have many. */
  readonly kind: 'group' | 'picked';
  readonly rows: readonly Row[];
}

/** All that the views show and do. */
export interface State {
  readonly port: Port;
  readonly settings: Settings;
  readonly diagnoses: Diagnoses;
  readonly files: Files;
  readonly watch: Watch;
  readonly team: TeamStore;
  readonly theme: Signal<Theme>;
  /** Room for the card beside the list. */
  readonly wide: Signal<boolean>;
  readonly alive: Signal<boolean>;

  readonly requests: Signal<number>;
  readonly dropped: Signal<number>;
  readonly isRecording: Signal<boolean>;
  readonly preservesLog: Signal<boolean>;
  /** All rows in order of arrival. */
  readonly rows: ReadonlySignal<readonly Row[]>;
  /** Rows that fit the text filter: what the chips count. */
  readonly found: ReadonlySignal<readonly Row[]>;
  /** Rows that fit text filter and chips. */
  readonly shown: ReadonlySignal<readonly Row[]>;
  readonly items: ReadonlySignal<readonly Item[]>;
  readonly statuses: ReadonlySignal<readonly { readonly status: number; readonly count: number }[]>;

  readonly query: Signal<string>;
  /** Statuses of the pressed chips; none: all. */
  readonly chips: Signal<ReadonlySet<number>>;
  readonly sort: Signal<Sort>;
  readonly opened: Signal<ReadonlySet<string>>;
  /** Key of the item that has, or last had, the focus. */
  readonly active: Signal<string | null>;
  /** The row that was selected last. */
  readonly selected: ReadonlySignal<Row | null>;
  /** Ids of all selected rows. */
  readonly picked: ReadonlySignal<ReadonlySet<number>>;
  /** The active group, or the selected rows when they are more than one, or null. */
  readonly several: ReadonlySignal<Several | null>;
  /** Whether the selected row's card is shown. */
  readonly open: Signal<boolean>;
  readonly codes: Signal<Codes | null>;
  readonly settingsShown: Signal<boolean>;
  readonly teamShown: Signal<boolean>;
  /** Failures whose report is being looked at before it leaves. */
  readonly preview: Signal<readonly Row[] | null>;
  /** What `c` and the copy buttons write; null before the knowledge has loaded. */
  readonly format: ReadonlySignal<Format | null>;
  /** For screen readers, and the footer. */
  readonly said: ReadonlySignal<string>;
  say(text: string): void;
  /** Text that the browser refused to put on the clipboard. */
  readonly refused: Signal<string | null>;

  select(row: Row, open?: boolean): void;
  /** Adds the row to the selected ones, or takes it out. */
  toggle(row: Row): void;
  /** Selects the rows from where the selection began to this one. */
  extend(row: Row): void;
  selectAll(): void;
  /** Makes a group's line the active one. */
  activate(key: string): void;
  close(): void;
  clear(): void;
  sortBy(column: Column): void;
  toggleChip(status: number | null): void;
  toggleGroup(key: string, open?: boolean): void;
  /** null before the knowledge has loaded. Who reads it is drawn again when more is known. */
  diagnosisOf(row: Row): Diagnosis | null;
  /** How far the failure reaches, likewise. */
  scopeOf(row: Row): Scope | null;
  /** The same for one of many lines: undefined when there was no time for it yet; who reads it is drawn again. */
  diagnosisInList(row: Row): Diagnosis | undefined;
  copy(text: string, what: string): Promise<boolean>;
  /** The report of these rows, with its redactions; `keep`: secrets left in. */
  report(rows: readonly Row[], format: Format, keep?: readonly string[]): Preview;
  /** Copies the report of these rows. */
  copyAs(format: Format, rows: readonly Row[], keep?: readonly string[]): Promise<boolean>;
  /** Copies it in the format chosen last. */
  copyRows(rows: readonly Row[]): Promise<boolean>;
  /** Saves it as a file. */
  saveAs(format: Format, rows: readonly Row[], keep?: readonly string[]): void;
  /** Ends all subscriptions. */
  dispose(): void;
}

/** Text of the Network panel's filter that finds this request in Chrome and in Firefox. */
export const networkFilter = (row: Row): string => `status-code:${row.exchange.status} domain:${row.exchange.host.replace(/:\d+$/, '')}`;

/** The state over one port. Reads the recording at once and after each of its changes. */
export function createState(port: Port, files: Files, settings: Settings = createSettings(), team: TeamStore = createTeam()): State {
  const { recording } = port;
  const diagnoses = createDiagnoses(recording.history, () => team.diagnose.value);
  const failures = signal<readonly Failure[]>([]);
  const navigations = signal<readonly Navigation[]>([]);
  const requests = signal(0);
  const dropped = signal(0);
  const isRecording = signal(true);
  const preservesLog = signal(true);
  const alive = signal(true);
  /** Rises when there is more to diagnose, and a while after requests came in. */
  const turn = signal(0);
  let renewal: ReturnType<typeof setTimeout> | undefined;
  const renew = (): void => {
    renewal = undefined;
    turn.value++;
  };

  const pull = (): void =>
    batch(() => {
      if (requests.value !== recording.requests()) renewal ??= setTimeout(renew, RENEW_MS);
      failures.value = recording.failures();
      navigations.value = recording.navigations();
      requests.value = recording.requests();
      dropped.value = recording.dropped();
      isRecording.value = recording.isRecording();
      preservesLog.value = recording.preservesLog();
      alive.value = port.isAlive();
    });

  let byId: ReadonlyMap<number, Row> = new Map();
  let builtWith = team.team.peek();
  const rows = computed(() => {
    const known = team.team.value;
    const built = buildRows(failures.value, navigations.value, known === builtWith ? byId : new Map(), known);
    builtWith = known;
    byId = new Map(built.map((r) => [r.id, r]));
    return built;
  });

  const query = signal('');
  const chips = signal<ReadonlySet<number>>(new Set());
  const sort = signal<Sort>(null);
  const opened = signal<ReadonlySet<string>>(new Set());
  const active = signal<string | null>(null);
  const selection = createSelection();
  const open = signal(false);
  const wide = signal(true);
  const codes = signal<Codes | null>(null);
  const settingsShown = signal(false);
  const teamShown = signal(false);
  const preview = signal<readonly Row[] | null>(null);
  const said = signal('');
  let unsay: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string): void => {
    // Told again, as a copy of the same, it must differ: screen readers read what changes.
    said.value = said.peek() === text ? `${text}\u00a0` : text;
    clearTimeout(unsay);
    unsay = setTimeout(() => {
      said.value = '';
    }, SAID_MS);
  };
  const refused = signal<string | null>(null);
  const theme = signal<Theme>('light');

  // The lines of one frame share a budget: what is not diagnosed within it follows in the next.
  let frame: { readonly by: unknown; readonly diagnose: ReturnType<Diagnoses['within']> } | null = null;
  let next: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    next ??= setTimeout(() => {
      next = undefined;
      // What is drawn again now must not meet a budget that is used up: it would not be drawn once more.
      frame = null;
      turn.value++;
    });
  };
  const diagnosisInList = (row: Row): Diagnosis | undefined => {
    // Every line reads both, to be drawn again: after its budget, and when the knowledge has come.
    turn.value;
    const by = team.diagnose.value;
    if (frame?.by !== by) {
      frame = { by, diagnose: diagnoses.within(BUDGET_MS, later) };
      setTimeout(() => {
        frame = null;
      });
    }
    return frame?.diagnose(row.exchange);
  };
  const terms = computed(() => parseFilter(query.value));
  const found = computed(() => {
    const wanted = terms.value;
    if (wanted.length === 0) return rows.value;
    if (needsDiagnosis(wanted)) turn.value;
    const diagnose = diagnoses.within(BUDGET_MS, later);
    return rows.value.filter((r) => matches(wanted, r.exchange, () => diagnose(r.exchange)));
  });
  const statuses = computed(() => {
    const counts = new Map<number, number>();
    for (const { exchange } of found.value) counts.set(exchange.status, (counts.get(exchange.status) ?? 0) + 1);
    for (const status of chips.value) if (!counts.has(status)) counts.set(status, 0);
    return [...counts].map(([status, count]) => ({ status, count })).sort((a, b) => a.status - b.status);
  });
  const shown = computed(() => {
    const pressed = chips.value;
    return pressed.size === 0 ? found.value : found.value.filter((r) => pressed.has(r.exchange.status));
  });
  const selected = computed(() => {
    // Read for the dependency: byId is renewed with it.
    rows.value;
    return selection.lead.value === null ? null : (byId.get(selection.lead.value) ?? null);
  });
  const items = computed(() => {
    const { grouped } = settings.value.value;
    if (grouped || sort.value?.column === 'issuer') turn.value;
    return arrange(
      shown.value,
      {
        sort: sort.value,
        grouped,
        opened: opened.value,
        inline: !wide.value && open.value ? (selected.value?.id ?? null) : null,
        navigations: navigations.value,
      },
      diagnoses.within(BUDGET_MS, later),
    );
  });

  const several = computed((): Several | null => {
    const key = active.value;
    const group = key?.startsWith('group:') ? items.value.find((item) => item.key === key) : undefined;
    if (group?.kind === 'group') return { kind: 'group', rows: group.group.rows };
    const ids = selection.ids.value;
    if (ids.size < 2) return null;
    const picked = shown.value.filter((r) => ids.has(r.id));
    return picked.length < 2 ? null : { kind: 'picked', rows: picked };
  });
  const format = computed(() => formats().find((f) => f.id === settings.value.value.format) ?? null);

  const wideQuery = matchMedia('(min-width: 720px)');
  const measure = (): void => {
    wide.value = wideQuery.matches;
  };
  measure();
  wideQuery.addEventListener('change', measure);
  const ends = [
    recording.subscribe(pull),
    port.onTheme((t) => {
      theme.value = t;
    }),
    effect(() => {
      const { theme: choice, density } = settings.value.value;
      document.documentElement.dataset['theme'] = choice === 'follow' ? theme.value : choice;
      document.documentElement.dataset['density'] = density;
    }),
    () => wideQuery.removeEventListener('change', measure),
  ];
  const pulse = setInterval(() => {
    alive.value = port.isAlive();
  }, ALIVE_CHECK_MS);
  pull();
  const watch = createWatch(port, pull);

  const copy = async (text: string, what: string): Promise<boolean> => {
    const done = await port.copy(text);
    if (done) say(strings.copied(what));
    else refused.value = text;
    return done;
  };
  const report = (wanted: readonly Row[], as: Format, keep?: readonly string[]): Preview => {
    const inputs = reportInputs(wanted, { diagnoses, recording, rows: rows.value, team: team.team.value });
    return as.preview(inputs, reportOptions(port.version, settings.value.value.hidePrivate, keep));
  };
  const copyAs: State['copyAs'] = async (as, wanted, keep) => {
    const { text } = report(wanted, as, keep);
    if (text === '') say(strings.nothingToCopy(as.name));
    return text !== '' && copy(text, strings.report(as.name, wanted.length, isCut(text)));
  };

  return {
    port,
    settings,
    diagnoses,
    files,
    watch,
    team,
    theme,
    wide,
    alive,
    requests,
    dropped,
    isRecording,
    preservesLog,
    rows,
    found,
    shown,
    items,
    statuses,
    query,
    chips,
    sort,
    opened,
    active,
    selected,
    picked: selection.ids,
    several,
    open,
    codes,
    settingsShown,
    teamShown,
    preview,
    format,
    said,
    say,
    refused,
    select(row, show = open.value) {
      batch(() => {
        selection.set(row.id);
        active.value = rowKey(row.id);
        open.value = show;
      });
    },
    toggle(row) {
      batch(() => {
        selection.toggle(row.id);
        active.value = rowKey(row.id);
      });
    },
    extend(row) {
      batch(() => {
        selection.extend(row.id, rowIds(items.value));
        active.value = rowKey(row.id);
      });
    },
    selectAll: () => batch(() => selection.all(rowIds(items.value))),
    activate(key) {
      batch(() => {
        selection.set(selection.lead.value);
        active.value = key;
      });
    },
    close() {
      open.value = false;
    },
    clear() {
      recording.clear();
      batch(() => {
        selection.set(null);
        active.value = null;
        open.value = false;
        opened.value = new Set();
        chips.value = new Set();
      });
    },
    sortBy(column) {
      const now = sort.value;
      if (now?.column !== column) sort.value = { column, descending: false };
      else sort.value = now.descending ? null : { column, descending: true };
    },
    toggleChip(status) {
      if (status === null) {
        chips.value = new Set();
        return;
      }
      const set = new Set(chips.value);
      if (!set.delete(status)) set.add(status);
      chips.value = set;
    },
    toggleGroup(key, show) {
      const set = new Set(opened.value);
      if (show ?? !set.has(key)) set.add(key);
      else set.delete(key);
      opened.value = set;
    },
    diagnosisOf(row) {
      turn.value;
      return diagnoses.of(row.exchange);
    },
    scopeOf(row) {
      turn.value;
      const recorded = rows.value.map((r) => r.exchange);
      return knowledge.value?.scopeOf(row.exchange, recorded, recording.history) ?? null;
    },
    diagnosisInList,
    copy,
    report,
    copyAs,
    copyRows: async (wanted) => format.value !== null && copyAs(format.value, wanted),
    saveAs(as, wanted, keep) {
      const { text } = report(wanted, as, keep);
      if (text === '') {
        say(strings.nothingToCopy(as.name));
        return;
      }
      const name = fileName(wanted, as);
      port.save(name, new Blob([text], { type: as.mediaType }));
      say(strings.saved(name));
    },
    dispose() {
      for (const end of ends) end();
      watch.dispose();
      clearInterval(pulse);
      clearTimeout(next);
      clearTimeout(renewal);
      clearTimeout(unsay);
    },
  };
}

const Context = createContext<State | null>(null);
export const StateProvider = Context.Provider;

/** The state of the panel that this view belongs to. Throws outside of <App>. */
export function useApp(): State {
  const state = useContext(Context);
  if (state === null) throw new Error('A view was used outside of <App>');
  return state;
}
