/** Polls until `probe` gives a value other than undefined, null or false. A probe that throws counts as not yet. Throws after `ms`, saying `what` did not come. */
export async function until<T>(probe: () => Promise<T> | T, what: string, ms = 20_000): Promise<Exclude<T, undefined | null | false>> {
  let last: unknown;
  for (const end = Date.now() + ms; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    try {
      const value = await probe();
      if (value !== undefined && value !== null && value !== false) return value as Exclude<T, undefined | null | false>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`Timed out after ${ms / 1000} s: ${what}`, { cause: last });
  }
}
