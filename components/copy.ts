import { type ReportInput, scopeOf } from '../diagnosis';
import type { Diagnoses } from './diagnoses';
import { minutesAhead } from './format';
import type { Recording } from './port';
import type { Row } from './rows';

/** What "Copy as" offers; the first is the default. */
export { type Format, formats as FORMATS } from '../diagnosis';

/** All that a report says about this row. */
export function reportInput(row: Row, diagnoses: Diagnoses, recording: Recording): ReportInput {
  const { exchange } = row;
  const others = recording.failures().map((f) => f.exchange);
  const page = recording.navigations().find((n) => n.page === row.page)?.url ?? '';
  const healthy = recording.history.profileOf(exchange)?.profile;
  return {
    exchange,
    diagnosis: diagnoses.of(exchange),
    scope: scopeOf(exchange, others, recording.history).sentences,
    ...(page === '' ? {} : { page }),
    ...(healthy === undefined ? {} : { healthy }),
    ...(exchange.startedAt === null ? {} : { localOffsetMinutes: minutesAhead(exchange.startedAt) }),
  };
}
