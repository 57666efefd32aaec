import { defaultRangeExtractor, type Range } from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Diagnosis } from '../diagnosis';
import type { Column, Group, Item } from './arrange';
import { Card } from './Card';
import { formats } from './copy';
import { clock, milliseconds } from './format';
import { Icon } from './Icon';
import { knowledge } from './knowledge';
import { preflightFor, type Row } from './rows';
import { type State, useApp } from './state';
import { strings } from './strings';
import { useVirtual } from './useVirtual';

const COLUMNS: readonly Column[] = ['status', 'method', 'request', 'issuer', 'time'];
/** A table that can be walked: https://www.w3.org/WAI/ARIA/apg/patterns/grid/ */
const GRID = { role: 'grid' } as const;
/** With groups that open: https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/ */
const TREE = { role: 'treegrid' } as const;
/** Stands for the lines that are not drawn. */
const SPACER = { role: 'presentation' } as const;
const HEAD = 24;
const ROW = { normal: 26, compact: 21 } as const;
/** A group has two lines. */
const GROUP = 44;
/** What a card is thought to measure until it is drawn. */
const CARD = 700;

const isStop = (item: Item | undefined): boolean => item?.kind === 'row' || item?.kind === 'group';

/** The nearest line from `from` on, in direction `by`, that can have the focus. */
function stopFrom(items: readonly Item[], from: number, by: 1 | -1): number {
  for (let i = from; i >= 0 && i < items.length; i += by) if (isStop(items[i])) return i;
  return -1;
}

/** The failures as a grid that keyboard and screen reader can walk; draws only what is in view. */
export function List() {
  const state = useApp();
  const { settings, items: all, active, open } = state;
  const items = all.value;
  const height = ROW[settings.value.value.density];
  const scroller = useRef<HTMLDivElement>(null);
  const focusNext = useRef<string | null>(null);
  const key = active.value;
  const activeIndex = useMemo(() => (key === null ? -1 : items.findIndex((item) => item.key === key)), [items, key]);
  // Stable while the items are: the virtual list measures all of them anew when one of these changes.
  const getItemKey = useCallback((i: number) => items[i]?.key ?? i, [items]);
  const estimateSize = useCallback(
    (i: number) => (items[i]?.kind === 'card' ? CARD : items[i]?.kind === 'group' ? GROUP : height),
    [items, height],
  );

  const virtual = useVirtual({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    // The focused row and its card stay drawn when scrolled away: the focus would be lost.
    rangeExtractor: (range: Range) => {
      const visible = defaultRangeExtractor(range);
      const kept = [activeIndex, activeIndex + 1].filter((i) => i >= 0 && i < items.length && !visible.includes(i));
      return kept.length === 0 ? visible : [...visible, ...kept].sort((a, b) => a - b);
    },
  });

  useAnchor(state, items, virtual, activeIndex);

  const go = useCallback(
    (index: number): void => {
      const item = state.items.value[index];
      if (item === undefined) return;
      if (item.kind === 'row') state.select(item.row);
      else active.value = item.key;
      focusNext.current = item.key;
      const now = state.items.value.findIndex((x) => x.key === item.key);
      if (stopFrom(state.items.value, now - 1, -1) < 0) virtual.scrollToOffset(0);
      else if (state.wide.value || !open.value) virtual.scrollToIndex(now, { align: 'auto' });
    },
    [state, virtual, active, open],
  );

  // Back from another view: where the person was.
  useLayoutEffect(() => {
    if (activeIndex < 0) return;
    virtual.scrollToIndex(activeIndex, { align: 'auto' });
    if (document.activeElement === document.body) focusNext.current = active.value;
  }, []);

  // A card that opens under its row needs room below it.
  const inline = open.value && !state.wide.value ? state.selected.value?.id : undefined;
  useLayoutEffect(() => {
    const box = scroller.current;
    const start = virtual.measurementsCache[activeIndex]?.start;
    if (inline === undefined || box === null || start === undefined) return;
    if (start < box.scrollTop + HEAD || start > box.scrollTop + box.clientHeight * 0.4)
      virtual.scrollToIndex(activeIndex, { align: 'start' });
  }, [inline]);

  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    const line = scroller.current?.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(focusNext.current)}"]`);
    if (line === null || line === undefined) return;
    focusNext.current = null;
    line.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (target.closest('.card') !== null || target.closest('thead') !== null || event.ctrlKey || event.metaKey || event.altKey) return;
    const item = items[activeIndex];
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2);
    const last = items.length - 1;
    const step = (to: number, by: 1 | -1): void => {
      const index = stopFrom(items, Math.min(last, Math.max(0, to)), by);
      go(index < 0 ? stopFrom(items, Math.min(last, Math.max(0, to)), by === 1 ? -1 : 1) : index);
    };
    switch (event.key) {
      case 'ArrowDown':
        step(activeIndex + 1, 1);
        break;
      case 'ArrowUp':
        step(activeIndex < 0 ? last : activeIndex - 1, -1);
        break;
      case 'Home':
        step(0, 1);
        break;
      case 'End':
        step(last, -1);
        break;
      case 'PageDown':
        step(activeIndex + page, -1);
        break;
      case 'PageUp':
        step(activeIndex - page, 1);
        break;
      case 'ArrowRight':
      case 'ArrowLeft':
        if (item?.kind !== 'group') return;
        state.toggleGroup(item.key, event.key === 'ArrowRight');
        break;
      case 'Enter':
      case ' ':
        if (item?.kind === 'group') state.toggleGroup(item.key);
        else if (item?.kind === 'row') {
          if (open.value && event.key === 'Enter') focusCard();
          else state.select(item.row, !open.value);
        } else return;
        break;
      case 'Escape':
        if (!open.value) return;
        state.close();
        break;
      case 'c':
        if (item?.kind !== 'row') return;
        void copyDefault(state, item.row);
        break;
      default:
        return;
    }
    event.preventDefault();
    // DevTools would act on Escape too.
    event.stopPropagation();
  };

  const lines: ComponentChildren[] = [];
  let bottom = HEAD;
  let gaps = 0;
  const shown = virtual.getVirtualItems();
  const tab = activeIndex >= 0 ? activeIndex : stopFrom(items, shown[0]?.index ?? 0, 1);
  for (const { index, start, end } of shown) {
    const item = items[index];
    if (item === undefined) continue;
    if (start > bottom) lines.push(<Gap key={`gap:${gaps++}`} height={start - bottom} />);
    bottom = end;
    lines.push(
      item.kind === 'row' ? (
        <RowLine key={item.key} row={item.row} index={index} tab={index === tab} />
      ) : item.kind === 'group' ? (
        <GroupLine key={item.key} group={item.group} open={item.open} index={index} tab={index === tab} />
      ) : item.kind === 'card' ? (
        <tr key={item.key} class="inline" ref={virtual.measureElement} data-index={index} aria-rowindex={index + 2}>
          <td colSpan={COLUMNS.length}>
            <Card row={item.row} />
          </td>
        </tr>
      ) : (
        <tr key={item.key} class={item.kind} aria-rowindex={index + 2}>
          <td colSpan={COLUMNS.length} title={item.kind === 'page' ? item.url : undefined}>
            {item.kind === 'page' ? strings.navigated(item.url) : strings.noise(item.count)}
          </td>
        </tr>
      ),
    );
  }

  return (
    <div class="list" ref={scroller}>
      {/* As tall as all lines together, whatever of them is drawn: the scroll position then never jumps. */}
      <div style={{ minHeight: `${virtual.getTotalSize() + HEAD}px` }}>
        <table
          {...(settings.value.value.grouped ? TREE : GRID)}
          aria-label={strings.list}
          aria-rowcount={items.length + 1}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr aria-rowindex={1}>
              {COLUMNS.map((column) => (
                <Heading key={column} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>{lines}</tbody>
        </table>
      </div>
    </div>
  );
}

/** Keeps the place of what the person reads when lines come in above it: the focused line while it is in view, else the first in view. */
function useAnchor(state: State, items: readonly Item[], virtual: ReturnType<typeof useVirtual>, activeIndex: number): void {
  const before = useRef<{ readonly key: string; readonly start: number; readonly layout: string } | null>(null);
  const { sort, query, chips, settings, opened, active, open } = state;
  // When one of these changed, the person asked for the lines to move.
  const layout = [sort.value?.column, sort.value?.descending, query.value, ...chips.value, settings.value.value.grouped, opened.value.size]
    .concat(active.value ?? '', open.value)
    .join(' ');
  const startOf = (index: number): number | undefined => virtual.measurementsCache[index]?.start;
  useLayoutEffect(() => {
    const known = before.current;
    const box = virtual.scrollElement;
    if (known === null || known.layout !== layout || box === null || (virtual.scrollOffset ?? 0) === 0) return;
    const start = startOf(items.findIndex((item) => item.key === known.key));
    if (start !== undefined && start !== known.start) box.scrollTop += start - known.start;
  }, [items]);
  useLayoutEffect(() => {
    const top = (virtual.scrollOffset ?? 0) + HEAD;
    const activeStart = startOf(activeIndex);
    const inView = activeStart !== undefined && activeStart >= top && activeStart < top + (virtual.scrollRect?.height ?? 0);
    const index = inView ? activeIndex : (virtual.range?.startIndex ?? 0);
    const item = items[index];
    const start = startOf(index);
    before.current = item === undefined || start === undefined ? null : { key: item.key, start, layout };
  });
}

const Gap = ({ height }: { readonly height: number }) => (
  <tr class="gap" {...SPACER}>
    <td {...SPACER} colSpan={COLUMNS.length} style={{ height: `${height}px` }} />
  </tr>
);

function Heading({ column }: { readonly column: Column }) {
  const { sort, sortBy } = useApp();
  const sorted = sort.value?.column === column ? (sort.value.descending ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" class={`c-${column}`} {...(sorted === undefined ? {} : { 'aria-sort': sorted })}>
      <button type="button" onClick={() => sortBy(column)}>
        {strings.columns[column]}
        {sorted !== undefined && <Icon name={sorted === 'descending' ? 'down' : 'up'} />}
      </button>
    </th>
  );
}

interface LineProps {
  readonly index: number;
  /** The one line that Tab reaches. */
  readonly tab: boolean;
}

function RowLine({ row, index, tab }: LineProps & { readonly row: Row }) {
  const state = useApp();
  const { exchange: e } = row;
  const issuer = state.diagnosisOf(row)?.issuer;
  const selected = state.selected.value?.id === row.id;
  const preflight = preflightFor(e);
  const query = e.url.includes('?') ? '?…' : '';
  return (
    <tr
      class={`row${row.noise ? ' faint' : ''}`}
      data-key={`row:${row.id}`}
      tabIndex={tab ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={selected}
      onClick={() => state.select(row, !(selected && state.open.value && !state.wide.value))}
    >
      <td class="c-status">{e.status}</td>
      <td class="c-method">{e.method}</td>
      <td class="c-request" title={`${e.path}${query} ${e.host}`}>
        <b>
          {e.path === '' ? e.url : e.path}
          {query}
        </b>{' '}
        <span>{e.host}</span>
        {preflight !== null && <span class="tag">{strings.preflightFor(preflight)}</span>}
        {e.corsBlocked && (
          <span class="tag" title={strings.blockedHint}>
            {strings.blocked}
          </span>
        )}
        {row.thirdParty && <span class="tag">{strings.thirdParty}</span>}
      </td>
      <td class="c-issuer">{issuer !== undefined && <Issuer issuer={issuer} />}</td>
      <td class="c-time">{milliseconds(e.timeMs)}</td>
    </tr>
  );
}

/** The issuer's name, with a question mark that is never cut off when it is not certain. */
function Issuer({ issuer }: { readonly issuer: Diagnosis['issuer'] }) {
  const { id, confidence } = issuer;
  if (id === 'unknown') return <span class="who none">{strings.unknownIssuer}</span>;
  const short = strings.issuerName(issuer);
  if (confidence === 'certain')
    return (
      <span class="who" title={short}>
        <span>{short}</span>
      </span>
    );
  return (
    <span class="who" title={strings.notCertain(short, confidence)}>
      <span>{short}</span>?
    </span>
  );
}

function GroupLine({ group, open, index, tab }: LineProps & { readonly group: Group; readonly open: boolean }) {
  const state = useApp();
  const { zone } = state.settings.value.value;
  const { issuer, rows, from, to } = group;
  const first = clock(from, zone).slice(0, 8);
  const last = clock(to, zone).slice(0, 8);
  return (
    <tr
      class="row group"
      data-key={group.key}
      tabIndex={tab ? 0 : -1}
      aria-rowindex={index + 2}
      aria-expanded={open}
      onClick={() => {
        state.active.value = group.key;
        state.toggleGroup(group.key);
      }}
    >
      <td class="c-status">
        <Icon name={open ? 'down' : 'right'} />
        {group.status}
      </td>
      <td class="c-method">
        <span class="n" title={strings.groupCount(rows.length)}>
          {rows.length.toLocaleString('en')}
        </span>
      </td>
      <td class="c-request">
        <b>{group.fault === null ? strings.noDiagnosisYet : knowledge.value?.faults[group.fault].title}</b>
        <span>{group.host}</span>
      </td>
      <td class="c-issuer">{issuer !== null && <Issuer issuer={issuer} />}</td>
      <td class="c-time" title={strings.groupSpan(first, last)}>
        {last.slice(0, 8)}
      </td>
    </tr>
  );
}

/** Copies the default report of this row. */
export const copyDefault = (state: State, row: Row): Promise<boolean> => {
  const [format] = formats();
  return format === undefined ? Promise.resolve(false) : state.copyAs(format, row);
};

function focusCard(): void {
  document.querySelector<HTMLElement>('.card')?.focus();
}

/** Gives the focus back to the selected row. */
export function focusRow(state: State): void {
  const key = state.active.value;
  if (key !== null) document.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(key)}"]`)?.focus();
}
