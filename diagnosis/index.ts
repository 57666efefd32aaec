/** What the rest of the project may import, and the one place that hands `data/` to the engine. */
import { faults } from '../data/faults';
import { statusCodes } from '../data/status-codes';
import { vendors } from '../data/vendors';
import { createEngine } from './engine';

export { exchangeFromHar, type HarEntry } from './exchange';
export { createHistory, type History } from './history';
export { pathLine, type ReportInput, redactBody, redactHeaders, redactText, redactUrl, title, triageSummary } from './report';
export { type Scope, scopeOf } from './scope';
export type * from './types';
export { faults, statusCodes, vendors };

const engine = createEngine({ vendors, faults, statusCodes });

/** The diagnosis of one exchange by everything the project knows. See Engine.diagnose. */
export const diagnose = engine.diagnose;
