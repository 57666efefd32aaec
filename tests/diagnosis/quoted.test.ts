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

describe('a page inside the strings of a JSON', () => {
  test.each(quotable.map((c) => [c.id, c] as const))('%s: whose page is quoted did not write the JSON', (_, c) => {
    const exchange = exchangeOf(c);
    for (const responseHeaders of [[], HEADERS]) {
      const body = JSON.stringify({ error: { message: c.response.body, type: 'upstream_error' } });
      const { issuer } = diagnose({ ...exchange, responseHeaders, reason: '', host: 'api.example.com', body });
      expect(['application', 'express', 'unknown'], `${issuer.id} ${issuer.confidence}`).toContain(issuer.id);
    }
  });

  test('is left out, and nothing else is', () => {
    expect(ownText('{"a": "<html><title>\\"x\\"</title>", "b": "two", "c": "{\\n  \\"d\\": 1}"}')).toBe('{"a": "", "b": "two", "c": ""}');
    expect(ownText('{"a": "cut off <h1>502 Bad')).toBe('{"a": ""');
    for (const own of ['<html><h1>{"a":"<html>"}', '{"a": "x < y", "b": "{c}"}', '', '{', '"<html>"']) expect(ownText(own)).toBe(own);
  });
});
