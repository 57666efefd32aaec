import type { Exchange, Format, ReportInput, ReportOptions, Team } from '../diagnosis';
import type { Diagnoses } from './diagnoses';
import { minutesAhead } from './format';
import { knowledge } from './knowledge';
import type { Recording } from './port';
import type { Row } from './rows';

/** What "Copy as" offers; none before the knowledge has loaded. */
export const formats = (): readonly Format[] => knowledge.value?.formats ?? [];

/** Where the reports' facts come from. */
export interface Sources {
  readonly diagnoses: Diagnoses;
  readonly recording: Recording;
  /** All rows: what else failed. */
  readonly rows: readonly Row[];
  readonly team: Team | null;
}

/** All that a report says about these rows, in their order; none before the knowledge has loaded. */
export function reportInputs(rows: readonly Row[], { diagnoses, recording, rows: all, team }: Sources): readonly ReportInput[] {
  const known = knowledge.value;
  if (known === null) return [];
  const pages = new Map(recording.navigations().map((n) => [n.page, n.url]));
  const byHost = new Map<string, Exchange[]>();
  for (const { exchange } of all) {
    const same = byHost.get(exchange.host);
    if (same === undefined) byHost.set(exchange.host, [exchange]);
    else same.push(exchange);
  }
  // Rows of one path have the same scope.
  const scopes = new Map<string, readonly string[]>();
  const scopeOf = (exchange: Exchange): readonly string[] => {
    const key = `${exchange.host} ${exchange.method} ${exchange.path}`;
    let scope = scopes.get(key);
    if (scope === undefined) {
      const { sentences, points } = known.scopeOf(exchange, byHost.get(exchange.host) ?? [], recording.history);
      scope = points === null ? sentences : [...sentences, points];
      scopes.set(key, scope);
    }
    return scope;
  };
  return rows.flatMap(({ exchange, page }): ReportInput[] => {
    const diagnosis = diagnoses.of(exchange);
    if (diagnosis === null) return [];
    const url = pages.get(page) ?? '';
    const healthy = recording.history.profileOf(exchange)?.profile;
    return [
      {
        exchange,
        diagnosis,
        // Few reports ask for it, and it is not cheap with thousands of rows.
        get scope() {
          return scopeOf(exchange);
        },
        ...(url === '' ? {} : { page: url }),
        ...(healthy === undefined ? {} : { healthy }),
        ...(exchange.startedAt === null ? {} : { localOffsetMinutes: minutesAhead(exchange.startedAt) }),
        ...(team === null ? {} : { links: known.teamLinks(team, exchange, diagnosis.ids[0]?.value ?? null) }),
      },
    ];
  });
}

/** Options of every report. `keep`: secrets that a person left in, for this one. */
export const reportOptions = (version: string, privateAddresses: boolean, keep: readonly string[] = []): ReportOptions => ({
  version,
  privateAddresses,
  keep,
});

/** `502-api.example.com-20261122T122215Z.md`: of the first failure, or `9-failures-…`; only characters that every file system takes. */
export function fileName(rows: readonly Row[], { extension }: Pick<Format, 'extension'>): string {
  const first = rows[0]?.exchange;
  const what = rows.length === 1 ? `${first?.status}-${first?.host}` : `${rows.length}-failures`;
  const time = first?.startedAt ?? null;
  const when = time === null ? '' : `-${new Date(time).toISOString().replace(/[-:]|\.\d+/g, '')}`;
  return `${what.replace(/[^\w.-]+/g, '-').slice(0, 100)}${when}.${extension}`;
}

/** Whether a report says that parts of it were left out. */
export const isCut = (text: string): boolean => /\[cut: \d|^# Cut: \d/m.test(text);
