import { beforeAll, expect, test } from 'vitest';
import { codeOf, confusedWith, searchCodes, unfilled, vendorCodes, vendorsFor } from '../../components/codes';
import { clock, grouped, milliseconds } from '../../components/format';
import { loadKnowledge } from '../../components/knowledge';
import { readChoices } from '../../components/settings';
import { vendors } from '../../diagnosis';

beforeAll(loadKnowledge);

test.each([
  [null, ''],
  [0.4, '0 ms'],
  [999, '999 ms'],
  [1200, '1.2 s'],
  [60_000, '60.0 s'],
  [125_300, '125 s'],
])('%s is told as "%s"', (ms, text) => {
  expect(milliseconds(ms)).toBe(text);
});

test.each([0, 7, 999, 1000, 20_001, 1_234_567])('%s has its digits in groups', (count) => {
  expect(grouped(count)).toBe(count.toLocaleString('en'));
});

test('a time is told in the zone asked for', () => {
  expect(clock(Date.UTC(2026, 10, 22, 12, 22, 15), 'utc')).toBe('12:22:15 UTC');
  expect(clock(Date.UTC(2026, 10, 22, 12, 22, 15), 'local')).toMatch(/^\d\d:\d\d:15$/);
  expect(clock(null, 'utc')).toBe('');
});

test.each([
  'null',
  '[]',
  '"x"',
  '{',
  '{"theme":"pink","listWidth":"wide","sections":{"ids":"open"},"grouped":1,"format":"pdf","hidePrivate":"yes"}',
  null,
])('stored settings %s become the defaults', (json) => {
  expect(readChoices(json)).toEqual({
    theme: 'follow',
    density: 'normal',
    grouped: false,
    zone: 'local',
    format: 'markdown',
    hidePrivate: false,
    listWidth: 40,
    sections: {},
  });
});

test('every code that is compared by default has a page', () => {
  for (const { status } of searchCodes('')) {
    const other = confusedWith(status);
    if (other !== null) expect(codeOf(other)?.status, `${status} against ${other}`).toBe(other);
  }
});

test('codes are found by number and by words, in order', () => {
  expect(searchCodes('502').map((c) => c.status)).toContain(502);
  expect(searchCodes('gateway timeout')[0]?.status).toBe(504);
  expect(searchCodes('no such thing anywhere')).toEqual([]);
  const all = searchCodes('').map((c) => c.status);
  expect(all).toEqual([...all].sort((a, b) => a - b));
});

test('a vendor’s own words are found by status, the vendor in view even without any', () => {
  const cloudflare = vendors.find((v) => v.id === 'cloudflare');
  expect(cloudflare === undefined ? [] : vendorCodes(cloudflare, 521)).not.toEqual([]);
  expect(vendorsFor([500, 521], null).map((v) => v.id)).toContain('cloudflare');
  expect(vendorsFor([561], 'nginx').map((v) => v.id)).toContain('nginx');
});

test('places of a step are named where there is no request to fill them', () => {
  expect(unfilled('grep \'{cf-ray}\' {host}.log {"a":1}')).toBe('grep \'‹cf-ray›\' ‹host›.log {"a":1}');
});
