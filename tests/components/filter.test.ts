import { expect, test } from 'vitest';
import { matches, parseFilter } from '../../components/filter';
import { diagnose } from '../../diagnosis';
import { exchange } from './fake';

const e = exchange({ method: 'POST', status: 502, url: 'https://api.example.com/v1/Checkout?step=2' });
const fits = (query: string): boolean => matches(parseFilter(query), e, () => diagnose(e));

test.each([
  ['', true],
  ['checkout', true],
  ['CHECKOUT step=2', true],
  ['checkout nothing', false],
  ['-checkout', false],
  ['-nothing', true],
  ['"v1/checkout?step"', true],
  ['https://api.example.com/v1', true],
  ['status:502', true],
  ['status:50x', true],
  ['status:5', true],
  ['status:500', false],
  ['status:500,502', true],
  ['status:500-502', true],
  ['status:503-599', false],
  ['-status:502', false],
  ['status-code:502 domain:api.example.com', true],
  ['host:api', true],
  ['host:*.example.com', true],
  ['status:', true],
  ['constructor:x', false],
  ['-constructor:x', true],
  ['-host:', true],
  ['host:checkout', false],
  ['-host:api', false],
  ['method:post', true],
  ['method:get', false],
  ['method:get,post', true],
  ['issuer:nginx', true],
  ['issuer:NGINX status:502', true],
  ['issuer:cloudflare', false],
  ['-issuer:cloudflare', true],
  ['-issuer:nginx', false],
])('%s: %s', (query, expected) => {
  expect(fits(query)).toBe(expected);
});

test('a wildcard fits a host whatever its port', () => {
  const local = exchange({ url: 'https://a.example.com:8443/' });
  expect(matches(parseFilter('host:*.example.com'), local, () => undefined)).toBe(true);
});

test('fault: takes the words with blanks or underscores', () => {
  const d = diagnose(e);
  const wanted = { ...d, fault: { ...d.fault, type: 'connection_read_timeout' as const } };
  for (const [query, expected] of [
    ['fault:read_timeout', true],
    ['fault:"connection read"', true],
    ['fault:dns', false],
  ] as const)
    expect(matches(parseFilter(query), e, () => wanted)).toBe(expected);
});

test('a term that needs a diagnosis fits nothing while there is none', () => {
  expect(matches(parseFilter('issuer:nginx'), e, () => undefined)).toBe(false);
});

test('an unfinished quote and a lone minus are text', () => {
  expect(parseFilter('"abc')).toEqual([{ key: 'text', value: 'abc', exclude: false }]);
  expect(parseFilter('-')).toEqual([{ key: 'text', value: '-', exclude: false }]);
});
