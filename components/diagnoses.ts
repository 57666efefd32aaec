import { type Diagnosis, diagnose, type Exchange, type History } from '../diagnosis';

/** Diagnoses, made when asked for and kept with their exchange. */
export interface Diagnoses {
  /** The diagnosis by what is known now: made anew when healthy traffic of the host came since. */
  of(exchange: Exchange): Diagnosis;
  /**
   * A function that gives any diagnosis made before, or makes one as long as `budgetMs` is not used up, or else undefined.
   * For views over thousands of rows; `unfinished` is called once when it had to give up.
   */
  within(budgetMs: number, unfinished: () => void): (exchange: Exchange) => Diagnosis | undefined;
}

/** An empty cache over this history. */
export function createDiagnoses(history: History): Diagnoses {
  const made = new WeakMap<Exchange, { readonly version: number; readonly diagnosis: Diagnosis }>();
  const of = (exchange: Exchange): Diagnosis => {
    const version = history.version(exchange.host);
    const known = made.get(exchange);
    if (known?.version === version) return known.diagnosis;
    const diagnosis = diagnose(exchange, history);
    made.set(exchange, { version, diagnosis });
    return diagnosis;
  };
  return {
    of,
    within(budgetMs, unfinished) {
      const until = performance.now() + budgetMs;
      let told = false;
      return (exchange) => {
        const known = made.get(exchange);
        if (known !== undefined) return known.diagnosis;
        if (performance.now() < until) return of(exchange);
        if (!told) {
          told = true;
          unfinished();
        }
        return undefined;
      };
    },
  };
}
