/** What the rest of the project may import, and the one place that hands `data/` to the engine. */
import { faults } from '../data/faults';
import { queries } from '../data/queries';
import { statusCodes } from '../data/status-codes';
import { support } from '../data/support';
import { vendors } from '../data/vendors';
import { createEngine } from './engine';
import { createFormats, type ReportInput } from './report';

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
export type * from './types';
export { faults, statusCodes, vendors };

const engine = createEngine({ vendors, faults, statusCodes });

/** The diagnosis of one exchange by everything the project knows. See Engine.diagnose. */
export const diagnose = engine.diagnose;

/** Every way to write a report, the default one first. */
export const formats = createFormats({ support, queries });

/** The report of one failure in GitHub-flavoured Markdown: what the key for the default copies. */
export const triageSummary = (input: ReportInput): string => formats[0]?.render([input]) ?? '';
