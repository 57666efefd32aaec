import { expect, test } from 'vitest';
import { inChromium } from './environment';
import { storm } from './storm';

// Its times are measured by npm run bench, on a machine that does nothing else.
test('a storm of 1,000 requests with 250 failures: none is lost, nor its body, and memory stays small', async () => {
  const { counts, clicks, memory } = await storm(inChromium, 1000);
  // The page itself is one more.
  expect(counts).toEqual({ requests: 1001, failures: 250, dropped: 0, bodies: 250 });
  expect(clicks.length).toBeGreaterThan(0);
  expect(memory).toBeLessThan(150 * 1024 * 1024);
}, 600_000);
