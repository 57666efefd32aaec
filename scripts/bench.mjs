// Timings of the engine. Exit code 1 when a ratio or bound does not hold.
import { runnerImport } from 'vite';
import { install } from './setup.mjs';

install();
const { module } = await runnerImport('./tests/bench.ts');
if (!(await module.run())) process.exitCode = 1;
