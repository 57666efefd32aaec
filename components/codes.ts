import type { Code, StatusCode, Vendor } from '../diagnosis';
import { knowledge } from './knowledge';

const statusCodes = (): readonly StatusCode[] => knowledge.value?.statusCodes ?? [];

/** Codes that are mixed up most: what to show beside which. */
const CONFUSED: Readonly<Record<number, number>> = {
  500: 502,
  502: 504,
  503: 529,
  504: 502,
  521: 522,
  522: 524,
  524: 522,
  525: 526,
  526: 525,
  529: 503,
};

/** The code that this one is most often taken for, or null. */
export const confusedWith = (status: number): number | null => CONFUSED[status] ?? null;

/** The page of a code, or null when none is known. */
export const codeOf = (status: number): StatusCode | null => statusCodes().find((c) => c.status === status) ?? null;

/** Codes whose number, name or text contains every word of the query, in order of number. */
export function searchCodes(query: string): readonly StatusCode[] {
  const words = query.toLowerCase().split(/\s+/);
  return statusCodes()
    .filter((c) => {
      const text = `${c.status} ${c.name} ${c.origin} ${c.meaning} ${c.likelyCause} ${c.issuedBy}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => a.status - b.status);
}

const has = (row: Code, status: number): boolean =>
  row.status !== undefined && (typeof row.status === 'number' ? row.status === status : row.status.includes(status));

/** What a vendor's own table says of a status. */
export const vendorCodes = (vendor: Vendor, status: number): readonly Code[] => vendor.codes.filter((row) => has(row, status));

/** Vendors whose table has one of these statuses, by name; `kept` is among them even without. */
export const vendorsFor = (statuses: readonly number[], kept: string | null): readonly Vendor[] =>
  (knowledge.value?.vendors ?? [])
    .filter((v) => v.id === kept || v.codes.some((row) => statuses.some((status) => has(row, status))))
    .toSorted((a, b) => a.name.localeCompare(b.name));

/** A step as it stands in the data, its places named instead of filled: `{cf-ray}` -> `‹cf-ray›`. */
export const unfilled = (text: string): string => text.replace(/\{([a-z][a-z0-9-]*)\}/g, '‹$1›');
