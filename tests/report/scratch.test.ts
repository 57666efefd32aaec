import { it } from 'vitest';
import { formats } from '../../diagnosis';
import { captures, exchangeOf, diagnoseCapture } from '../captures';
it('x', () => {
  const inputs = Array.from({ length: 1000 }, (_, i) => { const c = captures[i % captures.length]!; const e = exchangeOf(c); return { exchange: { ...e, url: e.url + '?n=' + i, requestHeaders: [...e.requestHeaders, { name: 'cookie', value: `sid=${'abcdef1234'.repeat(3)}${i}` }, { name: 'authorization', value: 'Bearer abcdef123456789' + i }] }, diagnosis: diagnoseCapture(c), scope: ['9 of 40 requests to this host failed'] }; });
  for (let k = 0; k < 3; k++) for (const f of formats) {
    const t = performance.now(); const s = f.render(inputs); const many = performance.now() - t;
    const t1 = performance.now(); for (let i = 0; i < 20; i++) f.render([inputs[i]!]); const one = (performance.now() - t1) / 20;
    console.log(k, f.id, many.toFixed(0), one.toFixed(2), s.length);
  }
}, 120000);
