import { describe, expect, it } from 'vitest';
import { decodeContent } from '../../components/content';

const entry = (mimeType = 'text/html', encoding?: string) => ({
  response: { content: { mimeType, ...(encoding === undefined ? {} : { encoding }) } },
});
const base64 = (bytes: number[]) => Buffer.from(bytes).toString('base64');

describe('the content of a response', () => {
  it.each([
    ['Chrome’s promise', { content: 'text', encoding: '' }],
    ['Chrome’s callback', ['text', '']],
    ['Firefox', ['text', 'text/html']],
    ['a bare string', 'text'],
  ])('is read from %s', (_, answer) => expect(decodeContent(answer, entry())).toBe('text'));

  it('is decoded from base64 wherever the browser says so', () => {
    const hi = base64([0x68, 0x69]);
    expect(decodeContent({ content: hi, encoding: 'base64' }, entry())).toBe('hi');
    expect(decodeContent([hi, 'base64'], entry())).toBe('hi');
    expect(decodeContent([hi, 'text/html'], entry('text/html', 'base64'))).toBe('hi');
  });

  it('follows the charset of the media type', () => {
    expect(decodeContent([base64([0xe9]), 'base64'], entry('text/html; charset=iso-8859-1'))).toBe('é');
    expect(decodeContent([base64([0xc3, 0xa9]), 'base64'], entry('text/html; charset=nonsense'))).toBe('é');
  });

  it('repairs UTF-8 that came as Latin-1, and leaves true Latin-1 alone', () => {
    expect(decodeContent(['caf\u00c3\u00a9', ''], entry())).toBe('café');
    expect(decodeContent(['caf\u00e9', ''], entry())).toBe('café');
  });

  it.each([[undefined], [null], [{}], [[undefined, undefined]], [{ content: null }], [{ content: '*not base64*', encoding: 'base64' }]])(
    'of %j is not exposed',
    (answer) => expect(decodeContent(answer, entry())).toBeNull(),
  );
  it('survives an entry of any shape', () => expect(decodeContent('x', { response: 7 })).toBe('x'));
});
