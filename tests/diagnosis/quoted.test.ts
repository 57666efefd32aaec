import { describe, expect, test } from 'vitest';
import { diagnose } from '../../diagnosis';
import { ownText } from '../../diagnosis/match';
import { type Capture, captures, exchangeOf } from '../captures';

const isPage = (c: Capture): boolean => /^\s*<(?:!doctype|html)/i.test(c.response.body ?? '');
const isJson = (c: Capture): boolean => /^\s*\{\s*"/.test(c.response.body ?? '');
const HEADERS = [
  { name: 'content-type', value: 'application/json' },
  { name: 'x-powered-by', value: 'Express' },
];
/** The diagnosis of a body that stands alone, or under headers of an application. */
const diagnoses = (c: Capture, body: string) =>
  [[], HEADERS].map((responseHeaders) =>
    diagnose({ ...exchangeOf(c), responseHeaders, reason: '', host: 'api.example.com', path: '/', body }),
  );
const wrong = (c: Capture, body: string): string[] =>
  diagnoses(c, body).flatMap(({ issuer, notes }) =>
    ['application', 'express', 'unknown'].includes(issuer.id) && notes.some((n) => n.kind === 'quoted')
      ? []
      : [`${c.id}: ${issuer.id} ${issuer.confidence}`],
  );

describe('an answer that another server quotes', () => {
  test('is not of the one whose page or JSON stands in the strings of a JSON', () => {
    const quoted = captures.filter((c) => isPage(c) || isJson(c));
    expect(quoted.length).toBeGreaterThan(300);
    expect(quoted.flatMap((c) => wrong(c, JSON.stringify({ error: { message: c.response.body, type: 'upstream_error' } })))).toEqual([]);
  });

  test('is not of the one whose page stands behind words', () => {
    const quoted = captures.filter(isPage);
    expect(quoted.length).toBeGreaterThan(200);
    expect(quoted.flatMap((c) => wrong(c, `Upstream returned ${c.response.status}: ${c.response.body}`))).toEqual([]);
  });

  test('is at most possibly Envoy’s when words stand before its sentence', () => {
    const sentence = 'upstream connect error or disconnect/reset before headers. reset reason: connection termination';
    const [envoy] = captures.filter((c) => c.truth.issuer === 'envoy' && c.response.body?.startsWith('upstream connect error'));
    for (const body of [`Request failed: ${sentence}`, JSON.stringify({ error: `502 from the backend: ${sentence}` })])
      for (const { issuer } of diagnoses(envoy as Capture, body))
        expect(issuer.id === 'envoy' ? issuer.confidence : 'another', body).not.toMatch(/certain|likely/);
  });

  test('is left out of the text, and nothing else is', () => {
    expect(ownText('{"a": "<html><title>\\"x\\"</title>", "b": "two", "c": "{\\n  \\"d\\": 1}"}')).toBe('{"a": "", "b": "two", "c": ""}');
    expect(ownText('Got 502: <html><title>502')).toBe('Got 502: ');
    expect(ownText('{"a": "cut off <h1>502 Bad')).toBe('{"a": ""');
    for (const own of [
      '<html><h1>{"a":"<html>"}',
      '{"a": "x < y", "b": "{c}"}',
      '',
      '{',
      '"<html>"',
      '1f4\r\n<html>',
      'HTTP/1.1 502 Bad Gateway\r\n\r\n<html>',
    ])
      expect(ownText(own)).toBe(own);
  });
});
