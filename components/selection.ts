import { type ReadonlySignal, type Signal, signal } from '@preact/signals';

/** Which rows are selected, as in other tables: one, some, or a range from where the selection began. By row id. */
export interface Selection {
  /** The row that was selected last: its card is shown. null for none. */
  readonly lead: Signal<number | null>;
  /** All of them, the lead among them. */
  readonly ids: ReadonlySignal<ReadonlySet<number>>;
  /** This row alone, or none. */
  set(id: number | null): void;
  /** Adds the row or takes it out. */
  toggle(id: number): void;
  /** From where the selection began to this row, in the order in which the rows are shown. */
  extend(id: number, order: readonly number[]): void;
  /** All of these. */
  all(order: readonly number[]): void;
}

export function createSelection(): Selection {
  const lead = signal<number | null>(null);
  const ids = signal<ReadonlySet<number>>(new Set());
  let anchor: number | null = null;
  const put = (next: ReadonlySet<number>, newLead: number | null): void => {
    ids.value = next;
    lead.value = newLead;
  };
  return {
    lead,
    ids,
    set(id) {
      anchor = id;
      put(new Set(id === null ? [] : [id]), id);
    },
    toggle(id) {
      const next = new Set(ids.value);
      anchor = id;
      if (next.delete(id)) put(next, lead.value === id ? ([...next].at(-1) ?? null) : lead.value);
      else put(next.add(id), id);
    },
    extend(id, order) {
      const to = order.indexOf(id);
      const from = anchor === null ? -1 : order.indexOf(anchor);
      if (from < 0) anchor = id;
      const start = from < 0 ? to : from;
      put(new Set(order.slice(Math.min(start, to), Math.max(start, to) + 1)), id);
    },
    all(order) {
      const current = lead.value;
      put(new Set(order), current !== null && order.includes(current) ? current : (order[0] ?? null));
    },
  };
}
