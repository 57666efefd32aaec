// `npm run lab`: real proxies, real faults, a real browser. `--save` keeps what was seen: the table, and a capture of each response.
// Anything else goes on to vitest: `npm run lab -- -t haproxy`.
import { run } from './setup.mjs';

const given = process.argv.slice(2);
const env = given.includes('--save') ? { ...process.env, LAB_SAVE: '1' } : process.env;
process.exit(run(process.execPath, ['scripts/test.mjs', 'lab', ...given.filter((argument) => argument !== '--save')], { env }));
