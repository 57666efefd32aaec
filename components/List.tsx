import { defaultRangeExtractor, type Range } from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Diagnosis } from '../diagnosis';
import { type Column, type Group, type Item, rowKey } from './arrange';
import { Card } from './Card';
import { clock, grouped, milliseconds } from './format';
import { Icon } from './Icon';
import { knowledge } from './knowledge';
import { preflightFor } from './preflight';
import type { Row } from './rows';
import { type State, useApp } from './state';
import { strings } from './strings';
import { useVirtual } from './useVirtual';

const COLUMNS: readonly Column[] = ['status', 'method', 'request', 'issuer', 'time'];
/** A table that can be walked, in which several rows can be selected: https://www.w3.org/WAI/ARIA/apg/patterns/grid/ */
const GRID = { role: 'grid', 'aria-multiselectable': true } as const;
/** With groups that open: https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/ */
const TREE = { role: 'treegrid', 'aria-multiselectable': true } as const;
/** Stands for the lines that are not drawn. */
const SPACER = { role: 'presentation' } as const;
const HEAD = 24;
const ROW = { normal: 26, compact: 21 } as const;
/** A group has two lines. */
const GROUP = 44;
/** What a card is thought to measure until it is drawn. */
const CARD = 700;

type Stops = (item: Item | undefined) => boolean;
const isStop: Stops = (item) => item?.kind === 'row' || item?.kind === 'group';
const isRow: Stops = (item) => item?.kind === 'row';

/** The nearest line from `from` on, in direction `by`, that can have the focus. */
function stopFrom(items: readonly Item[], from: number, by: 1 | -1, stops: Stops = isStop): number {
  for (let i = from; i >= 0 && i < items.length; i += by) if (stops(items[i])) return i;
  return -1;
}

/** The failures as a grid that keyboard and screen reader can walk; draws only what is in view. */
export function List() {
  const state = useApp();
  const { settings, items: all, active, open, several } = state;
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
  // Before the range is read: it is that of these lines only once they were asked for.
  const shown = virtual.getVirtualItems();
  const below = useBelow(state, items, virtual.range?.endIndex ?? items.length - 1);

  const go = useCallback(
    (index: number, how: { readonly extend?: boolean; readonly only?: boolean } = {}): void => {
      const item = state.items.value[index];
      if (item === undefined) return;
      if (how.only === true) active.value = item.key;
      else if (item.kind !== 'row') state.activate(item.key);
      else if (how.extend === true) state.extend(item.row);
      else state.select(item.row);
      focusNext.current = item.key;
      const now = state.items.value.findIndex((x) => x.key === item.key);
      if (stopFrom(state.items.value, now - 1, -1) < 0) virtual.scrollToOffset(0);
      else if (state.wide.value || !open.value) virtual.scrollToIndex(now, { align: 'auto' });
    },
    [state, virtual, open, active],
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
    if (target.closest('.card') !== null || target.closest('thead') !== null || event.altKey) return;
    // With Ctrl the focus moves without the selection, as in other lists: https://www.w3.org/WAI/ARIA/apg/patterns/listbox/
    const only = event.ctrlKey || event.metaKey;
    if (only && !/^(?:a| |Arrow(?:Up|Down)|Home|End|Page(?:Up|Down))$/.test(event.key)) return;
    // A line that Tab reached is where the keys act, though nothing is selected yet; an arrow key then selects that line first.
    const reached = target.closest<HTMLElement>('tr[data-key]')?.dataset['key'];
    const focused = activeIndex >= 0 ? activeIndex : items.findIndex((i) => i.key === reached);
    const item = items[focused];
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2);
    const last = items.length - 1;
    const step = (to: number, by: 1 | -1): void => {
      const from = Math.min(last, Math.max(0, to));
      const stops = event.shiftKey ? isRow : isStop;
      const index = stopFrom(items, from, by, stops);
      go(index < 0 ? stopFrom(items, from, by === 1 ? -1 : 1, stops) : index, { extend: event.shiftKey, only });
    };
    switch (event.key) {
      case 'a':
        if (!only) return;
        state.selectAll();
        break;
      case 'ArrowDown':
        step(activeIndex < 0 ? focused : activeIndex + 1, 1);
        break;
      case 'ArrowUp':
        step(activeIndex < 0 ? focused : activeIndex - 1, -1);
        break;
      case 'Home':
        step(0, 1);
        break;
      case 'End':
        step(last, -1);
        break;
      case 'PageDown':
        step(focused + page, -1);
        break;
      case 'PageUp':
        step(focused - page, 1);
        break;
      case 'ArrowRight':
      case 'ArrowLeft':
        if (item?.kind !== 'group') return;
        state.toggleGroup(item.key, event.key === 'ArrowRight');
        break;
      case 'Enter':
      case ' ':
        if (item?.kind === 'group') state.toggleGroup(item.key);
        else if (item?.kind === 'row' && only) state.toggle(item.row);
        else if (item?.kind === 'row') {
          if (open.value && event.key === 'Enter') focusCard();
          else state.select(item.row, !open.value);
        } else return;
        break;
      case 'Escape':
        if (several.value?.kind === 'picked' && state.selected.value !== null) state.select(state.selected.value);
        else if (open.value) state.close();
        else return;
        break;
      case 'c':
        if (several.value !== null) void state.copyRows(several.value.rows);
        else if (item?.kind === 'row') void state.copyRows([item.row]);
        else return;
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
            {item.kind === 'page'
              ? strings.navigated(item.url)
              : item.kind === 'others'
                ? strings.others(item.count)
                : strings.noise(item.count, item.muted)}
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
      {below.count > 0 && (
        <div class="below">
          <button type="button" class="btn" onClick={() => virtual.scrollToIndex(below.first, { align: 'center' })}>
            {strings.newBelow(below.count)} <Icon name="down" />
          </button>
        </div>
      )}
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
    if (known === null || known.layout !== layout || box === null) return;
    // At the top new lines are let in, unless what is read would move.
    if ((virtual.scrollOffset ?? 0) === 0 && known.key !== active.value) return;
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

/**
 * The failures that came while the end of the list was out of view, and where the first of them stands. None where new ones do not come
 * last: in a sorted or grouped list.
 */
function useBelow(state: State, items: readonly Item[], end: number): { readonly count: number; readonly first: number } {
  const newest = state.rows.value.at(-1)?.id ?? 0;
  const seen = useRef(newest);
  const inOrder = state.sort.value === null && !state.settings.value.value.grouped;
  let count = 0;
  let first = -1;
  let seenNow = seen.current;
  if (inOrder && newest > seen.current)
    items.forEach((item, i) => {
      if (item.kind !== 'row' || item.row.id <= seen.current) return;
      if (i <= end) seenNow = Math.max(seenNow, item.row.id);
      else {
        count++;
        if (first < 0) first = i;
      }
    });
  useLayoutEffect(() => {
    seen.current = count === 0 ? newest : seenNow;
  });
  return { count, first };
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
  const issuer = state.diagnosisInList(row)?.issuer;
  const lead = state.selected.value?.id === row.id;
  const selected = state.picked.value.has(row.id);
  const preflight = preflightFor(e);
  const query = e.url.includes('?') ? '?…' : '';
  return (
    <tr
      class={`row${row.noise ? ' faint' : ''}${lead ? ' lead' : ''}`}
      data-key={rowKey(row.id)}
      tabIndex={tab ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={selected}
      {...(state.settings.value.value.grouped ? { 'aria-level': 2 } : {})}
      // Shift would select text.
      onMouseDown={(event) => {
        if (!event.shiftKey) return;
        event.preventDefault();
        event.currentTarget.focus({ preventScroll: true });
      }}
      onClick={(event) => {
        if (event.shiftKey) state.extend(row);
        else if (event.ctrlKey || event.metaKey) state.toggle(row);
        else state.select(row, !(lead && state.open.value && !state.wide.value));
      }}
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
        {row.muted !== null && (
          <span class="tag" title={strings.mutedWhy(row.muted)}>
            {strings.muted}
          </span>
        )}
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
      aria-level={1}
      onClick={() => {
        state.activate(group.key);
        state.toggleGroup(group.key);
      }}
    >
      <td class="c-status">
        <Icon name={open ? 'down' : 'right'} />
        {group.status}
      </td>
      <td class="c-method">
        <span class="n">{grouped(rows.length)}</span>
      </td>
      <td class="c-request">
        <span class="n">{grouped(rows.length)}</span>
        <b>{group.fault === null ? strings.noDiagnosisYet : knowledge.value?.faults[group.fault].title}</b>
        <span>{group.host}</span>
      </td>
      <td class="c-issuer">{issuer !== null && <Issuer issuer={issuer} />}</td>
      <td class="c-time" title={strings.groupSpan(first, last)}>
        <span>{first}</span>
        {last !== first && <span>–{last}</span>}
      </td>
    </tr>
  );
}

function focusCard(): void {
  document.querySelector<HTMLElement>('.card')?.focus();
}

/** Gives the focus back to the active line; where that is not shown any more, to the list, or to the filter that hides all of it. */
export function focusRow(state: State): void {
  const line = `tr[data-key="${CSS.escape(state.active.value ?? '')}"]`;
  for (const selector of [line, 'tr[data-key][tabindex="0"]', 'header .filter']) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found === null) continue;
    found.focus();
    return;
  }
}
