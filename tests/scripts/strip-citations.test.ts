import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { expect, test } from 'vitest';
import * as full from '../../diagnosis';
import { stripCitations, stripCitationsPlugin } from '../../scripts/strip-citations';
import { captures, harEntry } from '../captures';

const root = fileURLToPath(new URL('../../', import.meta.url));
const squeeze = (code: string): string => stripCitations(code).replace(/\s+/g, '');

test('leaves out source, verified and documented, wherever they stand in an object', () => {
  expect(squeeze(`a({ source: 'https://x', b: 1, verified: '2026-01-01', documented: true })`)).toBe('a({b:1,})');
  expect(squeeze(`a({ b: { c: [{ source, d: 2 }] }, 'verified': \`x\`, })`)).toBe('a({b:{c:[{d:2}]},})');
  expect(squeeze('a({ source: DOCS.page, documented: true, })')).toBe('a({})');
});

test('leaves out the spread of a constant that holds nothing else, and keeps any other', () => {
  expect(
    squeeze(`const D = 'u'; const c = { source: D, verified: 'v' }; const e = { ...c, documented: true }; x({ a: 1, ...e }, { ...other })`),
  ).toBe(`constD='u';constc={};conste={};x({a:1,},{...other})`);
  expect(squeeze('let c = { source: 1 }; x({ ...c })')).toBe('letc={};x({...c})');
});

test('keeps a citation that the module reads', () => {
  expect(squeeze(`const c = { source: 'u', verified: 'v' }; x({ ...c, docs: c.source })`)).toBe(
    `constc={source:'u',verified:'v'};x({docs:c.source})`,
  );
});

test('keeps the words in texts, in other positions, and what has an effect', () => {
  for (const code of [
    `x("{ source: 'a' }")`,
    'x.source',
    '[source,verified]',
    '({[source]:1})',
    '({source:f()})',
    '({sources:1})',
    '({"a":"documented:true"})',
    '/source:"a",/.test(y)',
  ])
    expect(stripCitations(code)).toBe(code);
});

test('changes no diagnosis', async () => {
  const { module: stripped } = await runnerImport<typeof full>(`${root}diagnosis/index.ts`, {
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [{ ...stripCitationsPlugin(root), apply: undefined }],
  });
  const cited = (vendors: typeof full.vendors): number =>
    JSON.stringify(vendors, (_, v) => (v instanceof RegExp ? null : v)).split('"verified":').length - 1;
  expect(cited(full.vendors)).toBeGreaterThan(1000);
  expect(cited(stripped.vendors)).toBe(0);
  expect(stripped.statusCodes).toEqual(full.statusCodes);
  for (const c of captures) {
    const before = full.diagnose(full.exchangeFromHar(harEntry(c), c.response.body));
    expect(stripped.diagnose(stripped.exchangeFromHar(harEntry(c), c.response.body))).toEqual(before);
  }
}, 60_000);
