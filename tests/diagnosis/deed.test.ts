import { expect, it } from 'vitest';
import { diagnose, pathLine } from '../../diagnosis';
import { captures, exchangeOf } from '../captures';

const lineOf = (id: string): string => {
  const capture = captures.find((c) => c.id === id);
  if (capture === undefined) throw new Error(`no capture ${id}`);
  return pathLine(diagnose(exchangeOf(capture)).path, false);
};

it('says that a server runs the application that answers inside it, and that a proxy passed the answer on', () => {
  expect(lineOf('measured-varnish-uvicorn-fastapi-500-boom')).toBe(
    'Browser → Varnish 7.1 (passed on) → Uvicorn (runs it) → FastAPI (issued)',
  );
  expect(lineOf('measured-nextjs-500-route-handler')).toBe('Browser → Node.js (runs it) → Next.js (issued)');
});
