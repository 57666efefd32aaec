import type { Diagnosis, Exchange, Fault } from '../diagnosis';
import type { Navigation } from './port';
import type { Row } from './rows';

export type Column = 'status' | 'method' | 'request' | 'issuer' | 'time';
/** null: in order of arrival. */
export type Sort = { readonly column: Column; readonly descending: boolean } | null;

/** Failures with one cause. */
export interface Group {
  readonly key: string;
  /** null until there was time to diagnose. */
  readonly issuer: Diagnosis['issuer'] | null;
  readonly status: number;
  readonly fault: Fault | null;
  readonly host: string;
  readonly rows: readonly Row[];
  /** Epoch ms of the first and last failure. */
  readonly from: number | null;
  readonly to: number | null;
}

/** One line that the list shows. */
export type Item =
  | { readonly kind: 'row'; readonly key: string; readonly row: Row }
  | { readonly kind: 'card'; readonly key: string; readonly row: Row }
  | { readonly kind: 'group'; readonly key: string; readonly group: Group; readonly open: boolean }
  | { readonly kind: 'page'; readonly key: string; readonly url: string }
  | { readonly kind: 'others'; readonly key: string; readonly count: number }
  | { readonly kind: 'noise'; readonly key: string; readonly count: number; readonly muted: number };

export type Diagnose = (exchange: Exchange) => Diagnosis | undefined;

export const rowKey = (id: number): string => `row:${id}`;

const comparers: Readonly<Record<Column, (diagnose: Diagnose) => (row: Row) => string | number>> = {
  status: () => (r) => r.exchange.status,
  method: () => (r) => r.exchange.method,
  request: () => (r) => `${r.exchange.path} ${r.exchange.host}`,
  issuer: (diagnose) => (r) => diagnose(r.exchange)?.issuer.name.toLowerCase() ?? '\uffff',
  time: () => (r) => r.exchange.timeMs ?? -1,
};

/** Sorted copy; equal ones keep their order. */
function sortBy<T>(list: readonly T[], descending: boolean, value: (one: T) => string | number): readonly T[] {
  const sign = descending ? -1 : 1;
  return list
    .map((one) => ({ one, by: value(one) }))
    .sort((a, b) => (a.by < b.by ? -sign : a.by > b.by ? sign : 0))
    .map(({ one }) => one);
}

/** Sorted copy; equal rows keep their order of arrival. */
export const sortRows = (rows: readonly Row[], sort: Sort, diagnose: Diagnose): readonly Row[] =>
  sort === null ? rows : sortBy(rows, sort.descending, comparers[sort.column](diagnose));

/** By what a group's line shows in each column. */
const groupComparers: Readonly<Record<Column, (group: Group) => string | number>> = {
  status: (g) => g.status,
  method: (g) => g.rows.length,
  request: (g) => `${g.fault ?? ''} ${g.host}`,
  issuer: (g) => g.issuer?.name.toLowerCase() ?? '\uffff',
  time: (g) => g.to ?? -1,
};
const sortGroups = (groups: readonly Group[], sort: Sort): readonly Group[] =>
  sort === null ? groups : sortBy(groups, sort.descending, groupComparers[sort.column]);

/** Groups by issuer, status, fault and host, in order of their first failure. Rows without a diagnosis yet form a group by status and host. */
export function groupRows(rows: readonly Row[], diagnose: Diagnose): readonly Group[] {
  interface Open extends Group {
    readonly rows: Row[];
    from: number | null;
    to: number | null;
  }
  const groups = new Map<string, Open>();
  for (const row of rows) {
    const { status, host, startedAt } = row.exchange;
    const d = diagnose(row.exchange);
    const issuer = d?.issuer ?? null;
    const fault = d?.fault.type ?? null;
    const key = `group:${issuer?.id ?? ''} ${status} ${fault ?? ''} ${host}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = { key, issuer, status, fault, host, rows: [], from: startedAt, to: startedAt };
      groups.set(key, group);
    }
    group.rows.push(row);
    if (startedAt !== null) {
      group.from = Math.min(group.from ?? startedAt, startedAt);
      group.to = Math.max(group.to ?? startedAt, startedAt);
    }
  }
  return [...groups.values()];
}

/** How the rows are to be laid out. */
export interface Layout {
  readonly sort: Sort;
  readonly grouped: boolean;
  /** Keys of the groups that are open. */
  readonly opened: ReadonlySet<string>;
  /** Id of the row whose card stands under it, or null. */
  readonly inline: number | null;
  readonly navigations: readonly Navigation[];
}

/** Ids of the rows among the lines, in their order. */
export const rowIds = (items: readonly Item[]): number[] => items.flatMap((item) => (item.kind === 'row' ? [item.row.id] : []));

/** The lines of the list: the page's own site first, then others, then expected noise; marks where a page load began; the card under its row. */
export function arrange(rows: readonly Row[], layout: Layout, diagnose: Diagnose): Item[] {
  const items: Item[] = [];
  const addRow = (row: Row): void => {
    items.push({ kind: 'row', key: rowKey(row.id), row });
    if (row.id === layout.inline) items.push({ kind: 'card', key: `card:${row.id}`, row });
  };
  const addRows = (list: readonly Row[]): void => {
    for (const row of sortRows(list, layout.sort, diagnose)) addRow(row);
  };
  const addMarked = (list: readonly Row[]): void => {
    const urls = new Map(layout.navigations.map((n) => [n.page, n.url]));
    let page = -1;
    for (const row of list) {
      const url = row.page === page ? '' : (urls.get(row.page) ?? '');
      // By its first row: a late failure of an older page makes a page's mark stand twice.
      if (url !== '') items.push({ kind: 'page', key: `page:${row.id}`, url });
      page = row.page;
      addRow(row);
    }
  };
  const main: Row[] = [];
  const others: Row[] = [];
  const noise: Row[] = [];
  for (const row of rows) (row.noise ? noise : row.thirdParty ? others : main).push(row);
  if (layout.grouped) {
    const groups = groupRows([...main, ...others], diagnose);
    const foreign = (group: Group): boolean => group.rows.every((r) => r.thirdParty);
    const parts = [groups.filter((g) => !foreign(g)), groups.filter(foreign)];
    for (const group of parts.flatMap((part) => sortGroups(part, layout.sort))) {
      const open = layout.opened.has(group.key);
      items.push({ kind: 'group', key: group.key, group, open });
      if (open) addRows(group.rows);
    }
  } else {
    const addPart = layout.sort === null ? addMarked : addRows;
    addPart(main);
    if (main.length > 0 && others.length > 0) items.push({ kind: 'others', key: 'others', count: others.length });
    addPart(others);
  }
  if (noise.length > 0) {
    items.push({ kind: 'noise', key: 'noise', count: noise.length, muted: noise.filter((r) => r.muted !== null).length });
    addRows(noise);
  }
  return items;
}
