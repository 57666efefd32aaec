/** What the rest of the project may import, and the one place that hands `data/` to the engine. */
import { faults } from '../data/faults';
import { ownErrors } from '../data/own-errors';
import { queries } from '../data/queries';
import { statusCodes } from '../data/status-codes';
import { support } from '../data/support';
import { vendors } from '../data/vendors';
import { createEngine, type Engine } from './engine';
import { createFormats, type ReportInput } from './report';
import type { Vendor } from './types';

export type { Deed } from './deed';
export type { Engine } from './engine';
export { exchangeFromHar, type HarEntry } from './exchange';
export { createHistory, type History } from './history';
export {
  type Carrier,
  type Format,
  type JsonFailure,
  type JsonReport,
  type Mark,
  type Piece,
  type Preview,
  pathLine,
  type ReportInput,
  type ReportOptions,
  redactBody,
  redactHeaders,
  redactions,
  redactText,
  redactUrl,
  type SecretKind,
  title,
} from './report';
export { type Scope, scopeOf } from './scope';
export { parseTeam, type Team, teamLinks } from './team';
export type * from './types';
export { faults, ownErrors, statusCodes, vendors };

const knowledge = { vendors, faults, statusCodes, ownErrors };
const engine = createEngine(knowledge);

/** The diagnosis of one exchange by everything the project knows. See Engine.diagnose. */
export const diagnose = engine.diagnose;

/** An engine that also knows what a team has told. Costs some milliseconds. */
export const engineWith = (team: readonly Vendor[]): Engine => createEngine({ ...knowledge, vendors: [...vendors, ...team] });

/** Every way to write a report, the default one first. */
export const formats = createFormats({ support, queries });

/** The report of one failure in GitHub-flavoured Markdown: what the key for the default copies. */
export const triageSummary = (input: ReportInput): string => formats[0]?.render([input]) ?? '';
