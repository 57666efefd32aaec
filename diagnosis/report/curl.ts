import { header } from '../exchange';
import { isPrintable, literalPosix, literalPowerShell, quotePosix, quotePowerShell, tame } from '../quote';
import type { Exchange } from '../types';
import type { Piece, Redactor } from './redact';

export type Shell = 'posix' | 'powershell';
/** `plain`: the answer with its headers · `timing`: where the time goes · `bypass`: past the edge, straight to the origin. */
export type CurlForm = 'plain' | 'timing' | 'bypass';

/** Longer bodies come from a file. */
const INLINE_MAX = 4096;
/** Methods that ask for nothing to change. https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1 */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
/** What curl writes itself, what makes an answer a 304, what only traces, and what only a browser means. */
const DROPPED =
  /^(?:host|connection|content-length|accept-encoding|transfer-encoding|upgrade-insecure-requests|keep-alive|te|dnt|priority|pragma|cache-control|if-.*|sec-.*|referer|accept-language|traceparent|tracestate|b3|x-b3-.*|baggage|sentry-trace|x-datadog-.*|newrelic|x-devtools-.*)$/;
const TOKEN = /^[!#$%&'*+.^_`|~0-9a-z-]+$/;
const TIMES =
  'status %{http_code} from %{remote_ip}, dns %{time_namelookup} s, connect %{time_connect} s, tls %{time_appconnect} s, first byte %{time_starttransfer} s, all %{time_total} s\\n';

/** Writes a secret's place: the name of its variable, as the shell reads it. */
export type PutVariable = (piece: Piece, shown: string) => string;

interface Writer {
  word(pieces: readonly Piece[]): string;
  literal(pieces: readonly Piece[]): string;
  readonly variables: ReadonlySet<string>;
}

/** Neighbours without a secret between them become one. */
const joined = (pieces: readonly Piece[]): Piece[] =>
  pieces.reduce<Piece[]>((out, p) => {
    const last = out.at(-1);
    if (last !== undefined && last.kind === undefined && p.kind === undefined) out[out.length - 1] = { text: last.text + p.text };
    else out.push(p);
    return out;
  }, []);

/**
 * Variables get a prefix that no environment uses: a page that asks for `?AWS_SECRET_ACCESS_KEY=…` must not make curl send the
 * reader's own.
 */
function writer(shell: Shell, put: PutVariable): Writer {
  const names = new Map<string, string>();
  const variables = new Set<string>();
  const nameOf = (p: Piece): string => {
    const known = names.get(p.text);
    if (known !== undefined) return known;
    const base = `REPLAY_${
      (p.name || p.kind || 'secret')
        .toUpperCase()
        .replace(/[^A-Z0-9]+/g, '_')
        .replace(/^_+|_+$/g, '')
        .slice(0, 30) || 'SECRET'
    }`;
    let name = base;
    for (let n = 2; variables.has(name); n++) name = `${base}_${n}`;
    names.set(p.text, name);
    variables.add(name);
    return name;
  };
  const join = (parts: readonly Piece[], plain: (s: string) => string, quoted: (s: string) => string): string => {
    const pieces = joined(parts);
    if (pieces.every((p) => p.kind === undefined)) return plain(pieces.map((p) => p.text).join(''));
    if (shell === 'posix') return pieces.map((p) => (p.kind === undefined ? quoted(p.text) : `"${put(p, `$${nameOf(p)}`)}"`)).join('');
    return `(${pieces.map((p) => (p.kind === undefined ? quoted(p.text) : put(p, `$env:${nameOf(p)}`))).join(' + ')})`;
  };
  const quote = shell === 'posix' ? quotePosix : quotePowerShell;
  const literal = shell === 'posix' ? literalPosix : literalPowerShell;
  // In an expression of PowerShell a bare word would be a command: always quoted there.
  const part = (s: string): string => (shell === 'posix' ? quotePosix(s) : literalPowerShell(tame(s)));
  return { word: (p) => join(p, quote, part), literal: (p) => join(p, literal, literal), variables };
}

/**
 * A curl command that runs when pasted, for a POSIX shell or PowerShell; null when there is no http URL. Secrets become variables. Comments
 * hold plain words only: zsh does not know them at its prompt, and must find no quote in them.
 */
export function curlCommand(e: Exchange, shell: Shell, form: CurlForm, redactor: Redactor, put: PutVariable): string | null {
  if (!/^https?:\/\/[^/]/i.test(e.url)) return null;
  const w = writer(shell, put);
  const plain = (s: string): string => w.word([{ text: s }]);
  const before: string[] = [];
  const files: string[] = [];
  const parts: string[] = [shell === 'posix' ? 'curl' : 'curl.exe'];
  if (form === 'timing') parts.push(`-sv -o ${shell === 'posix' ? '/dev/null' : 'NUL'} -w ${plain(TIMES)}`);
  else parts.push('-sS -i');
  const inlineBody = e.requestBody !== null && e.requestBody.length <= INLINE_MAX && isPrintable(e.requestBody);
  const hasBody = e.requestBody !== null || Number(header(e.requestHeaders, 'content-length') ?? 0) > 0;
  if (e.method === 'HEAD') parts.push('-I');
  else if (e.method !== (hasBody ? 'POST' : 'GET')) parts.push(`-X ${plain(e.method)}`);
  const url = e.url.replace(/#[\s\S]*$/, '').replaceAll('"', '%22');
  if (/[[\]{}]/.test(url)) parts.push('-g');
  if (/\/\.\.?(?:\/|$)/.test(url)) parts.push('--path-as-is');
  if (form === 'bypass') {
    const origin: Piece = { text: '', kind: 'address', name: 'origin' };
    parts.push(`--connect-to ${w.word([{ text: '::' }, origin])}`);
  }
  parts.push(`--url ${w.word(redactor.pieces(url, 'url'))}`);
  const headerFile: Piece[] = [];
  for (const { name, value } of e.requestHeaders) {
    if (!TOKEN.test(name) || DROPPED.test(name)) continue;
    const found = redactor.pieces(value, { header: name });
    // One variable for all cookies: nobody sets ten.
    const hidden = name === 'cookie' && found.some((p) => p.kind !== undefined) ? [{ text: value, kind: 'cookie', name } as const] : found;
    const line: Piece[] = value === '' ? [{ text: `${name};` }] : [{ text: `${name}: ` }, ...hidden];
    // Windows PowerShell 5.1 drops double quotes on the way to a program, later ones do not: curl reads such a line from a file.
    if (shell === 'powershell' && value.includes('"')) headerFile.push(...(headerFile.length === 0 ? line : [{ text: '\n' }, ...line]));
    else parts.push(`-H ${w.word(line)}`);
  }
  if (headerFile.length > 0) {
    files.push(`[IO.File]::WriteAllText("$PWD/request-headers.txt", ${w.literal(headerFile)})`);
    parts.push("-H '@request-headers.txt'");
  }
  if (header(e.requestHeaders, 'accept-encoding') !== null) parts.push('--compressed');
  if (hasBody) {
    if (header(e.requestHeaders, 'content-type') === null) parts.push(`-H ${plain('content-type:')}`);
    if (e.requestBody !== null && inlineBody && shell === 'posix')
      parts.push(`--data-raw ${w.literal(redactor.pieces(e.requestBody, 'body'))}`);
    else {
      if (e.requestBody !== null && inlineBody)
        files.push(`[IO.File]::WriteAllText("$PWD/request-body.txt", ${w.literal(redactor.pieces(e.requestBody, 'body'))})`);
      else before.push(`# Save the request body as request-body.txt first${e.requestBody === null ? ': the browser did not show it' : ''}`);
      parts.push(`--data-binary ${shell === 'posix' ? '@request-body.txt' : "'@request-body.txt'"}`);
    }
  }
  if (!SAFE_METHODS.has(e.method))
    before.unshift(
      `# ${/^[A-Z]{1,20}$/.test(e.method) ? e.method : 'This method'} can change data: check first that the request was not carried out. RFC 9110 section 9.2.1`,
    );
  const set = [...w.variables];
  if (set.length > 0)
    before.push(
      `# Set first: ${set.map((v) => (shell === 'posix' ? v : `$env:${v}`)).join(' ')}${form === 'bypass' ? '. REPLAY_ORIGIN is the address of your own server' : ''}`,
    );
  const command = parts.join(shell === 'posix' ? ' \\\n  ' : ' `\n  ');
  return [...before, ...files, command].join('\n');
}
