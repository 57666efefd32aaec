import type { Format, ReportInput } from '../diagnosis';
import type { Diagnoses } from './diagnoses';
import { minutesAhead } from './format';
import { knowledge } from './knowledge';
import type { Recording } from './port';
import type { Row } from './rows';

/** What "Copy as" offers; the first is the default. */
export const formats = (): readonly Format[] => knowledge.value?.formats ?? [];

/** All that a report says about this row; null before the knowledge has loaded. */
export function reportInput(row: Row, diagnoses: Diagnoses, recording: Recording): ReportInput | null {
  const { exchange } = row;
  const diagnosis = diagnoses.of(exchange);
  if (knowledge.value === null || diagnosis === null) return null;
  const others = recording.failures().map((f) => f.exchange);
  const page = recording.navigations().find((n) => n.page === row.page)?.url ?? '';
  const healthy = recording.history.profileOf(exchange)?.profile;
  return {
    exchange,
    diagnosis,
    scope: knowledge.value.scopeOf(exchange, others, recording.history).sentences,
    ...(page === '' ? {} : { page }),
    ...(healthy === undefined ? {} : { healthy }),
    ...(exchange.startedAt === null ? {} : { localOffsetMinutes: minutesAhead(exchange.startedAt) }),
  };
}
