import { describe, expect, test } from 'vitest';
import { diagnose } from '../../diagnosis';
import { ownText } from '../../diagnosis/match';
import { captures, exchangeOf } from '../captures';

const MARKUP = /<(?:!doctype|html|title|h1)/i;
const quotable = captures.filter(({ response: { body } }) => body !== null && (MARKUP.test(body) || /^\s*\{\s*"/.test(body)));
const HEADERS = [
  { name: 'content-type', value: 'application/json' },
  { name: 'x-powered-by', value: 'Express' },
];

describe('a page that another server quotes', () => {
  test.each(quotable.map((c) => [c.id, c] as const))('%s: whose page stands in a JSON did not write the JSON', (_, c) => {
    const exchange = exchangeOf(c);
    for (const responseHeaders of [[], HEADERS]) {
      const body = JSON.stringify({ error: { message: c.response.body, type: 'upstream_error' } });
      const { issuer, notes } = diagnose({ ...exchange, responseHeaders, reason: '', host: 'api.example.com', body });
      expect(notes.map((n) => n.kind)).toContain('quoted');
      expect(['application', 'express', 'unknown'], `${issuer.id} ${issuer.confidence}`).toContain(issuer.id);
    }
  });

  test.each(quotable.filter((c) => /^\s*<(?:!doctype|html)/i.test(c.response.body ?? '')).map((c) => [c.id, c] as const))(
    '%s: whose page stands behind words of another did not write them',
    (_, c) => {
      const body = `Upstream returned ${c.response.status}: ${c.response.body}`;
      const { issuer } = diagnose({ ...exchangeOf(c), responseHeaders: [], reason: '', host: 'api.example.com', body });
      expect(['application', 'unknown'], `${issuer.id} ${issuer.confidence}`).toContain(issuer.id);
    },
  );

  test('Envoy’s sentence behind words of another is at most possible', () => {
    const sentence = 'upstream connect error or disconnect/reset before headers. reset reason: connection termination';
    const [envoy] = captures.filter((c) => c.truth.issuer === 'envoy' && c.response.body?.startsWith('upstream connect error'));
    for (const body of [`Request failed: ${sentence}`, JSON.stringify({ error: `502 from the backend: ${sentence}` })]) {
      const { issuer } = diagnose({ ...exchangeOf(envoy as (typeof captures)[number]), responseHeaders: HEADERS, body });
      expect(issuer.id === 'envoy' ? issuer.confidence : 'another', body).not.toMatch(/certain|likely/);
    }
  });

  test('is left out, and nothing else is', () => {
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
