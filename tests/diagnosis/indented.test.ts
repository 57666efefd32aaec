import { describe, expect, test } from 'vitest';
import { type Capture, captures, diagnoseCapture } from '../captures';

const withBody = (c: Capture, body: string): Capture => ({ ...c, response: { ...c.response, body } });
const multiline = captures.filter((c) => /\n[^\n]*\S/.test(c.response.body?.trim() ?? ''));

describe('a body that was indented when it was pasted', () => {
  test.each([12, 40])('has the same issuer, %i spaces deep', (depth) => {
    const bad = multiline.flatMap((c) => {
      const was = diagnoseCapture(c).issuer;
      const is = diagnoseCapture(withBody(c, (c.response.body ?? '').replaceAll('\n', `\n${' '.repeat(depth)}`))).issuer;
      return is.id === was.id ? [] : [`${c.id}: was ${was.id} (${was.confidence}), then ${is.id} (${is.confidence})`];
    });
    expect(bad).toEqual([]);
    expect(multiline.length).toBeGreaterThan(100);
  });
});
