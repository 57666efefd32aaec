// npm run fuzz [-- inputs [seed]]: broken and hostile input through reading, history, diagnosis and every report. 100,000 inputs unless
// told otherwise. Exit code 1 with the smallest input that breaks something; its seed repeats it.
import { runnerImport } from 'vite';
import { install, root } from './setup.mjs';

install();
const [inputs = '100000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const { module } = await runnerImport(`${root}tests/fuzz.ts`, { root, logLevel: 'error' });
const BATCH = 2000;
const began = Date.now();
for (let done = 0; done < Number(inputs); done += BATCH) {
  const count = Math.min(BATCH, Number(inputs) - done);
  const from = Number(seed) + done;
  const broken = module.fuzz(count, from);
  if (broken !== null) {
    console.error(`\nBroken with seed ${from}, path ${broken.path}:\n${module.print(broken.input)}\n`, broken.error);
    process.exit(1);
  }
  console.log(`${done + count} inputs, ${Math.round((Date.now() - began) / 1000)} s`);
}
console.log(`Held: ${inputs} inputs from seed ${seed}`);
