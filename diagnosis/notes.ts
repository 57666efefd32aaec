import { header, isReplaced } from './exchange';
import type { Issuer, Standing } from './issuer';
import type { Subject } from './match';
import { utf8Length } from './match';
import { cacheStatus } from './standards';
import type { Note } from './types';

/** Findings beside the verdict: what misleads, what may be over, what must not be repeated. */
export function findNotes(s: Subject, issuer: Issuer, standings: readonly Standing[]): Note[] {
  const e = s.exchange;
  const out: Note[] = [];
  if (e.resourceType === 'preflight' || (e.method === 'OPTIONS' && header(e.requestHeaders, 'access-control-request-method') !== null)) {
    out.push({
      kind: 'preflight',
      title: 'Only the preflight failed.',
      text: 'The browser asked `OPTIONS` first and got this; the real request was never sent. Fix the route that answers `OPTIONS`.',
    });
  }
  if (e.corsBlocked) {
    out.push({
      kind: 'cors',
      title: 'The console calls this a CORS error.',
      text: `The ${e.status} is the cause: whoever wrote this page sent no matching \`access-control-allow-origin\`. Fix the ${e.status} first.`,
    });
  }
  const age = Number(header(e.responseHeaders, 'age') ?? Number.NaN);
  const hit =
    cacheStatus(s)?.hit === true
      ? 'cache-status'
      : ['x-cache', 'cf-cache-status', 'x-vercel-cache'].find((name) =>
          (s.headers.get(name) ?? []).some((v) => /(?:^|[\s;,])hit\b/i.test(v)),
        );
  if (age > 0 || hit !== undefined) {
    const old = age > 0 ? `This error is ${age} s old` : 'This error came from a cache';
    out.push({
      kind: 'cached',
      title: `${old}.`,
      text: `${age > 0 ? '`age`' : `\`${hit}\``} says so. The fault may be over: reload with the cache disabled before you search.`,
    });
  }
  const declared = Number(header(e.responseHeaders, 'content-length') ?? Number.NaN);
  const short =
    e.body !== null &&
    !e.bodyCut &&
    !s.headers.has('content-encoding') &&
    e.method !== 'HEAD' &&
    declared > utf8Length(e.body) + 8 &&
    e.body !== '';
  if (short || e.error === 'net::ERR_CONTENT_LENGTH_MISMATCH' || e.error === 'net::ERR_INCOMPLETE_CHUNKED_ENCODING') {
    out.push({
      kind: 'incomplete',
      title: 'The body is incomplete.',
      text: 'The connection ended before all of it came; the hop nearest to the browser broke off.',
    });
  }
  if (isReplaced(e.error)) {
    out.push({
      kind: 'browser-page',
      title: 'Chrome shows its own error page.',
      text: 'The server sent an empty body. Until the next working page Chrome hides reloads from extensions.',
    });
  }
  for (const { vendor, lookAlike } of standings) {
    if (!lookAlike) continue;
    const missing = vendor.always?.some((name) => s.headers.has(name)) === false;
    out.push({
      kind: 'look-alike',
      title: `The answer looks like ${vendor.name}'s.`,
      text: missing
        ? `But \`${vendor.always?.join('` or `')}\` is missing, which ${vendor.name} always sends: another server may have copied the page.`
        : `But it came from this computer: a development server may replay what ${vendor.name} sent.`,
    });
  }
  if (s.quotes)
    out.push({
      kind: 'quoted',
      title: 'It seems to quote another server.',
      text: 'A page or JSON stands inside its text. Whoever wrote this had most likely asked that server: what it quotes tells what failed there.',
    });
  const retry = header(e.responseHeaders, 'retry-after');
  if (retry !== null && retry !== '')
    out.push({
      kind: 'retry-after',
      title: 'It says when to come back.',
      text: `\`retry-after: ${retry.replaceAll('`', "'").slice(0, 60)}\``,
    });
  if (!/^(?:GET|HEAD|OPTIONS|TRACE)$/.test(e.method) && issuer.kind !== 'client') {
    out.push({
      kind: 'unsafe-repeat',
      title: `This was a ${e.method}.`,
      text: 'Before anyone repeats it, check that the first was not carried out: a backend can die after it did the work.',
    });
  }
  if (issuer.kind === 'client')
    out.push({ kind: 'local', title: 'Only this computer saw it.', text: 'No server made this answer; other visitors do not get it.' });
  return out;
}
