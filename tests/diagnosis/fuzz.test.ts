import { expect, test } from 'vitest';
import { fuzz, print } from '../fuzz';

test('2,000 broken and hostile inputs pass through everything', () => {
  const broken = fuzz(2000, 5);
  expect(broken === null ? null : `${String(broken.error)}: ${print(broken.input)}`).toBeNull();
}, 120_000);
