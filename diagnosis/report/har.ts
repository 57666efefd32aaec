import { header } from '../exchange';
import { mediaType } from '../history';
import type { Exchange, HeaderField } from '../types';
import { stringify } from './json';
import { cap } from './marks';
import type { Redactor } from './redact';
import type { Context } from './summary';
import type { ReportInput, ReportOptions } from './types';

const BODY_MAX = 64 * 1024;

/** `name=value` pairs of a redacted query, as HAR wants them beside the URL. */
function queryString(url: string): { readonly name: string; readonly value: string }[] {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
  return query
    .split('&')
    .filter((p) => p !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name, value: value.join('=') };
    });
}

/** Cookies of redacted `cookie` and `set-cookie` lines. */
function cookies(list: readonly HeaderField[], name: string): { readonly name: string; readonly value: string }[] {
  return list
    .filter((h) => h.name === name)
    .flatMap((h) => (name === 'cookie' ? h.value.split(';') : [h.value.split(';')[0] ?? '']))
    .map((pair) => {
      const [key = '', ...value] = pair.trim().split('=');
      return { name: key, value: value.join('=') };
    });
}

/** HTTP versions as HAR's writers spell them. */
const version = (e: Exchange): string => ({ h2: 'HTTP/2', h3: 'HTTP/3' })[e.httpVersion] ?? e.httpVersion.toUpperCase();

function entry(input: ReportInput, r: Redactor): unknown {
  const { exchange: e, diagnosis: d } = input;
  const url = r.url(e.url);
  const requestHeaders = r.headers(e.requestHeaders);
  const responseHeaders = r.headers(e.responseHeaders);
  const body = e.body === null ? null : cap(r.body(e.body), BODY_MAX);
  const { blocked, dns, connect, ssl, send, wait, receive } = e.timings;
  return {
    ...(e.startedAt === null ? {} : { startedDateTime: new Date(e.startedAt).toISOString() }),
    time: e.timeMs ?? 0,
    request: {
      method: r.text(e.method),
      url,
      httpVersion: version(e),
      cookies: cookies(requestHeaders, 'cookie'),
      headers: requestHeaders,
      queryString: queryString(url),
      ...(e.requestBody === null
        ? {}
        : {
            postData: { mimeType: r.text(header(e.requestHeaders, 'content-type') ?? ''), text: cap(r.body(e.requestBody), BODY_MAX).text },
          }),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: e.status,
      statusText: r.text(e.reason),
      httpVersion: version(e),
      cookies: cookies(responseHeaders, 'set-cookie'),
      headers: responseHeaders,
      content: {
        size: e.body?.length ?? 0,
        mimeType: r.text(mediaType(header(e.responseHeaders, 'content-type') ?? '')),
        ...(body === null
          ? { comment: 'The browser did not expose the body.' }
          : { text: body.text, ...(body.cut > 0 || e.bodyCut ? { comment: 'The body is cut.' } : {}) }),
      },
      redirectURL: r.url(header(e.responseHeaders, 'location') ?? ''),
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    // HAR wants numbers: -1 does not apply, 0 was not told.
    timings: {
      blocked: blocked ?? -1,
      dns: dns ?? -1,
      connect: connect ?? -1,
      ssl: ssl ?? -1,
      send: send ?? 0,
      wait: wait ?? 0,
      receive: receive ?? 0,
    },
    ...(e.serverAddress === null ? {} : { serverIPAddress: r.text(e.serverAddress) }),
    ...(e.resourceType === null ? {} : { _resourceType: r.text(e.resourceType) }),
    comment: r.text(d.verdict),
  };
}

/** HAR 1.2 without secrets. http://www.softwareishard.com/blog/har-12-spec/ */
export const har = (inputs: readonly ReportInput[], c: Context, options: ReportOptions): string =>
  stringify({
    log: {
      version: '1.2',
      creator: { name: '5xx Inspector', version: options.version ?? '' },
      entries: inputs.map((i) => entry(i, c.redactorFor(i))),
    },
  });
