import { describe, expect, test } from 'vitest';
import { isNode, lastName, type Node, nodesOf } from './ast';
import { type Built, extensions } from './built';

const called = (node: Node): string => (node.type === 'CallExpression' || node.type === 'NewExpression' ? lastName(node['callee']) : '');

const EVALUATES = new Set([
  'eval',
  'Function',
  'execScript',
  'importScripts',
  'createContextualFragment',
  'parseFromString',
  'insertAdjacentHTML',
  'setHTMLUnsafe',
]);
const SENDS = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'sendBeacon',
  'Worker',
  'SharedWorker',
  'Image',
]);
const TIMERS = new Set(['setTimeout', 'setInterval']);
const RAW = new Set(['innerHTML', 'outerHTML', 'srcdoc']);

const scripts = (built: Built): readonly (readonly [string, readonly Node[]])[] =>
  [...built.files].filter(([name]) => name.endsWith('.js')).map(([name, code]) => [name, nodesOf(String(code))]);
const text = (built: Built, extension: string): string =>
  [...built.files]
    .filter(([name]) => name.endsWith(extension))
    .map(([, file]) => String(file))
    .join('\n');

describe.each(extensions.map((x) => [x.browser, x] as const))('the code for %s', (_, built) => {
  const code = scripts(built);

  const calls = (wrong: (node: Node) => boolean): readonly string[] =>
    code.flatMap(([name, all]) => all.filter(wrong).map((node) => `${name}: ${called(node)}`));

  test('evaluates no text as code', () => {
    // `inspectedWindow.eval` asks the inspected page for its resource timing: a text of ours, run there and not here.
    const inspected = calls((node) => called(node) === 'eval' && (node['callee'] as Node).type === 'MemberExpression');
    expect(inspected.length).toBeLessThanOrEqual(1);
    expect(calls((node) => EVALUATES.has(called(node)))).toEqual(inspected);
    const writes = (node: Node): boolean =>
      /^write(ln)?$/.test(called(node)) && lastName((node['callee'] as { object?: unknown }).object) === 'document';
    expect(calls(writes)).toEqual([]);
    const isText = (value: unknown): boolean => isNode(value) && /Literal/.test(value.type);
    expect(calls((node) => TIMERS.has(called(node)) && isText((node['arguments'] as readonly unknown[])[0]))).toEqual([]);
  });

  test('sends nothing', () => {
    expect(calls((node) => SENDS.has(called(node)))).toEqual([]);
  });

  test('loads only its own files', () => {
    for (const [name, all] of code)
      for (const node of all)
        if (/^(Import|Export\w*)(Declaration|Expression)$/.test(node.type) && isNode(node['source']))
          expect(lastName(node['source']), name).toMatch(/^\.{1,2}\//);
    for (const [, address] of text(built, '.html').matchAll(/(?:src|href)="([^"]*)"/g)) expect(address).toMatch(/^\/[^/]/);
    expect(text(built, '.html')).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|<style/);
    for (const [, address] of text(built, '.css').matchAll(/(?:url\(|@import)\s*["']?([^"')]*)/g))
      expect(address).toMatch(/^(data:|\/[^/])/);
  });

  test('writes markup nowhere but in the one line of Preact that serves dangerouslySetInnerHTML, which is never used', () => {
    const written = code.flatMap(([, all]) => all.filter((n) => n.type === 'AssignmentExpression' && RAW.has(lastName(n['left']))));
    expect(written.length).toBeLessThanOrEqual(1);
    const given = code.flatMap(([, all]) =>
      all.filter((n) => n.type === 'Property' && ['dangerouslySetInnerHTML', ...RAW].includes(lastName(n['key']))),
    );
    expect(given).toEqual([]);
  });
});
