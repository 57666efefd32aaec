import { type ReportInput, scopeOf, triageSummary } from '../diagnosis';
import type { Diagnoses } from './diagnoses';
import { minutesAhead } from './format';
import type { Recording } from './port';
import type { Row } from './rows';

/** One form in which failures can be copied. */
export interface Format {
  readonly id: string;
  readonly name: string;
  readonly extension: string;
  readonly mediaType: string;
  render(inputs: readonly ReportInput[]): string;
}

/** What "Copy as" offers; the first is the default. */
export const FORMATS: readonly Format[] = [
  {
    id: 'triage',
    name: 'Triage summary (Markdown)',
    extension: 'md',
    mediaType: 'text/markdown',
    render: (inputs) => inputs.map(triageSummary).join('\n'),
  },
];

/** All that a report says about this row. */
export function reportInput(row: Row, diagnoses: Diagnoses, recording: Recording): ReportInput {
  const { exchange } = row;
  const others = recording.failures().map((f) => f.exchange);
  return {
    exchange,
    diagnosis: diagnoses.of(exchange),
    scope: scopeOf(exchange, others, recording.history).sentences,
    ...(exchange.startedAt === null ? {} : { localOffsetMinutes: minutesAhead(exchange.startedAt) }),
  };
}
