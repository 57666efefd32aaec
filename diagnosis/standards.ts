import { parseList } from 'structured-headers';
import { quoteValue } from './marks';
import type { Subject } from './match';
import type { Evidence, Fault, ProxyError, Vendor } from './types';

/** What `Proxy-Status` says of the hop that failed. RFC 9209. */
export interface ProxyReport {
  /** The intermediary's own name, as it wrote it. */
  readonly name: string;
  /** The vendor whose name that is, if it is a known one. */
  readonly vendor: Vendor | null;
  readonly error: ProxyError | null;
  readonly details: string | null;
  /** Status received from the next hop: then that hop made it, this one passed it on. */
  readonly received: number | null;
  readonly evidence: readonly Evidence[];
}

/** All 32 types of RFC 9209 section 2.3. */
export const PROXY_ERRORS: ReadonlySet<string> = new Set<ProxyError>([
  'dns_timeout',
  'dns_error',
  'destination_not_found',
  'destination_unavailable',
  'destination_ip_prohibited',
  'destination_ip_unroutable',
  'connection_refused',
  'connection_terminated',
  'connection_timeout',
  'connection_read_timeout',
  'connection_write_timeout',
  'connection_limit_reached',
  'tls_protocol_error',
  'tls_certificate_error',
  'tls_alert_received',
  'http_request_error',
  'http_request_denied',
  'http_response_incomplete',
  'http_response_header_section_size',
  'http_response_header_size',
  'http_response_body_size',
  'http_response_trailer_section_size',
  'http_response_trailer_size',
  'http_response_transfer_coding',
  'http_response_content_coding',
  'http_response_timeout',
  'http_upgrade_failed',
  'http_protocol_error',
  'proxy_internal_response',
  'proxy_internal_error',
  'proxy_configuration_error',
  'proxy_loop_detected',
]);

const isProxyError = (v: string): v is ProxyError & Fault => PROXY_ERRORS.has(v);
const asText = (v: unknown): string | null => (v === undefined || v === null ? null : typeof v === 'object' ? String(v) : String(v));

/**
 * Reads `Proxy-Status`. The member nearest to the origin comes first and the first that reports an error is the hop that failed.
 * Meta sends an older draft's order, the type first: `http_request_error; e_proxy="…"`. A value that does not parse is kept as
 * evidence and never guessed at. null: no such header.
 */
export function proxyStatus(s: Subject, vendors: readonly Vendor[]): ProxyReport | null {
  const values = s.headers.get('proxy-status');
  if (values === undefined) return null;
  const raw = values.join(', ').slice(0, 4096);
  const note = (says: string, weighs: Evidence['weighs']): Evidence => ({
    says,
    about: 'proxy-status',
    weighs,
    where: 'header proxy-status',
  });
  let members: ReturnType<typeof parseList>;
  try {
    members = parseList(raw);
  } catch {
    return {
      name: '',
      vendor: null,
      error: null,
      details: null,
      received: null,
      evidence: [note(`\`proxy-status: ${quoteValue(raw)}\` is not well-formed and was not used`, 'path')],
    };
  }
  let first: ProxyReport | null = null;
  for (const [item, params] of members) {
    if (Array.isArray(item)) continue;
    const head = asText(item) ?? '';
    const error = isProxyError(head) ? head : (asText(params.get('error')) ?? '');
    const name = isProxyError(head) ? (asText(params.get('e_proxy')) ?? 'proxy') : head;
    const received = Number(asText(params.get('received-status')) ?? Number.NaN);
    const report: ProxyReport = {
      name,
      vendor: vendorNamed(name, vendors),
      error: isProxyError(error) ? error : null,
      details: asText(params.get('details')),
      received: Number.isInteger(received) ? received : null,
      evidence: [
        isProxyError(error)
          ? note(`\`proxy-status\`: ${quoteValue(name)} reports \`${error}\``, 'for')
          : note(`\`proxy-status: ${quoteValue(raw)}\` names ${quoteValue(name)} on the path`, 'path'),
      ],
    };
    if (report.error !== null) return report;
    first ??= report;
  }
  return first;
}

function vendorNamed(name: string, vendors: readonly Vendor[]): Vendor | null {
  const words = name.toLowerCase().replace(/[^a-z0-9]+/g, ' ');
  const padded = ` ${words} `;
  return vendors.find((v) => padded.includes(` ${v.id.replaceAll('-', ' ')} `) || padded.includes(` ${v.name.toLowerCase()} `)) ?? null;
}
