import type { Diagnosis, Engine, Exchange, History } from '../diagnosis';

/** Diagnoses, made when asked for and kept with their exchange. */
export interface Diagnoses {
  /** The diagnosis by what is known now: made anew when healthy traffic of the host came since. null before the knowledge has loaded. */
  of(exchange: Exchange): Diagnosis | null;
  /**
   * A function that gives any diagnosis made before, or makes one as long as `budgetMs` is not used up, or else undefined.
   * For views over thousands of rows; `unfinished` is called once when it had to give up.
   */
  within(budgetMs: number, unfinished: () => void): (exchange: Exchange) => Diagnosis | undefined;
}

/** An empty cache over this history. `engine` is asked each time: null before the knowledge has loaded, another one when the team's file changed. */
export function createDiagnoses(history: History, engine: () => Engine['diagnose'] | null): Diagnoses {
  const made = new WeakMap<Exchange, { readonly by: Engine['diagnose']; readonly version: number; readonly diagnosis: Diagnosis }>();
  const of = (exchange: Exchange): Diagnosis | null => {
    const diagnose = engine();
    if (diagnose === null) return null;
    const version = history.version(exchange.host);
    const known = made.get(exchange);
    if (known?.by === diagnose && known.version === version) return known.diagnosis;
    const diagnosis = diagnose(exchange, history);
    made.set(exchange, { by: diagnose, version, diagnosis });
    return diagnosis;
  };
  return {
    of,
    within(budgetMs, unfinished) {
      const until = performance.now() + budgetMs;
      const diagnose = engine();
      let told = false;
      return (exchange) => {
        const known = made.get(exchange);
        if (known?.by === diagnose) return known.diagnosis;
        if (performance.now() < until) return of(exchange) ?? undefined;
        if (!told) {
          told = true;
          unfinished();
        }
        return undefined;
      };
    },
  };
}
