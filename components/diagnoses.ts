import type { Diagnosis, Engine, Exchange, History } from '../diagnosis';

/** Diagnoses, made when asked for and kept with their exchange. */
export interface Diagnoses {
  /** The diagnosis by what is known now: made anew when healthy traffic of the host came since. null before the knowledge has loaded. */
  of(exchange: Exchange): Diagnosis | null;
  /**
   * A function that gives the diagnosis by what is known now as long as `budgetMs` is not used up, then any that was made before, or
   * undefined. For views over many rows; `unfinished` is called once when it had to give up.
   */
  within(budgetMs: number, unfinished: () => void): (exchange: Exchange) => Diagnosis | undefined;
}

/** An empty cache over this history. `engine` is asked each time: null before the knowledge has loaded, another one when the team's file changed. */
export function createDiagnoses(history: History, engine: () => Engine['diagnose'] | null): Diagnoses {
  const made = new WeakMap<Exchange, { readonly by: Engine['diagnose']; readonly version: number; readonly diagnosis: Diagnosis }>();
  const fresh = (exchange: Exchange, diagnose: Engine['diagnose']): Diagnosis | null => {
    const known = made.get(exchange);
    return known?.by === diagnose && known.version === history.version(exchange) ? known.diagnosis : null;
  };
  const of = (exchange: Exchange): Diagnosis | null => {
    const diagnose = engine();
    if (diagnose === null) return null;
    const known = fresh(exchange, diagnose);
    if (known !== null) return known;
    const diagnosis = diagnose(exchange, history);
    made.set(exchange, { by: diagnose, version: history.version(exchange), diagnosis });
    return diagnosis;
  };
  return {
    of,
    within(budgetMs, unfinished) {
      const until = performance.now() + budgetMs;
      const diagnose = engine();
      let told = false;
      return (exchange) => {
        if (diagnose === null) return undefined;
        const known = fresh(exchange, diagnose);
        if (known !== null) return known;
        if (performance.now() < until) return of(exchange) ?? undefined;
        if (!told) {
          told = true;
          unfinished();
        }
        const old = made.get(exchange);
        return old?.by === diagnose ? old.diagnosis : undefined;
      };
    },
  };
}
