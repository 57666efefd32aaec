import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diagnose, exchangeFromHar, formats, type JsonReport, redactText } from '../../diagnosis';
import { captures, harEntry } from '../captures';

/** Each makes a file of this name if a shell takes it for more than text. No program is needed for that, only the shell. */
const FILE = 'pwned';
const HOSTILE = [
  `$(>${FILE})`,
  `\`>${FILE}\``,
  `;>${FILE};`,
  `|>${FILE}`,
  `&>${FILE} `,
  `'>${FILE}'`,
  `';>${FILE};'`,
  `">${FILE};"`,
  `"$(>${FILE})"`,
  `'"$(>${FILE})"'`,
  `\\';>${FILE};'`,
  `\n>${FILE}\n`,
  `\r\n>${FILE}\r\n`,
  `<(>${FILE})`,
  `\${x:=$(>${FILE})}`,
  ` -- >${FILE} #`,
  `{a,>${FILE}}`,
  `!>${FILE}`,
];

/** Every command of the cards and reports for every capture, with hostile text behind each header value, in the path and in the query. */
function commands(): readonly string[] {
  /** The first of each kind: the others differ in plain words only. */
  const kinds = new Map<string, string>();
  const add = (command: string, bad: string): void => {
    const kind = `${bad} ${command.replaceAll(/[\w./:=@%+-]{2,}/g, (word) => (/^[a-z]+$/.test(word) ? word : 'x'))}`;
    if (!kinds.has(kind)) kinds.set(kind, command);
  };
  captures.forEach((capture, i) => {
    const bad = HOSTILE[i % HOSTILE.length] ?? '';
    const entry = harEntry(capture) as ReturnType<typeof harEntry> & {
      request: { url: string };
      response: { headers: { name: string; value: string }[] };
    };
    const url = entry.request.url;
    const exchange = exchangeFromHar(
      {
        ...entry,
        request: { ...entry.request, url: `${url}${url.endsWith('/') ? '' : '/'}${bad}?q=${bad}` },
        // `server` and what else names a product stays: the steps are its own.
        response: {
          ...entry.response,
          headers: entry.response.headers.map(({ name, value }) => ({
            name,
            value: /^(?:server|content-type|via|x-powered-by)$/i.test(name) ? value : `${value}${bad}`,
          })),
        },
      },
      capture.response.body,
    );
    const diagnosis = diagnose(exchange);
    for (const { command } of [...diagnosis.steps, ...(diagnosis.test === null ? [] : [diagnosis.test])])
      if (command !== undefined) add(command, bad);
    const json = formats.find((f) => f.id === 'json')?.render([{ exchange, diagnosis }]) ?? '';
    for (const failure of (JSON.parse(json) as JsonReport).failures)
      for (const { language, text } of failure.queries ?? []) if (language === 'sh') add(text, bad);
  });
  return [...kinds.values()];
}

test('no command for copying becomes another one in a shell, whatever the address and the headers hold', () => {
  const all = [...new Set([...commands()].flatMap((command) => [command, redactText(command)]))];
  expect(all.length).toBeGreaterThan(200);
  // The payloads reach the commands.
  expect(all.filter((command) => command.includes(FILE)).length).toBeGreaterThan(100);
  const folder = mkdtempSync(join(tmpdir(), 'commands-'));
  try {
    const scripts = join(folder, 'scripts');
    const here = join(folder, 'here');
    spawnSync('mkdir', [scripts, here]);
    for (const [i, command] of all.entries()) writeFileSync(join(scripts, `${String(i).padStart(6, '0')}.sh`), `${command}\n`);
    // No program is found, and that counts as success, so that every part of a line has its turn; the shell itself is the real one.
    const run = `command_not_found_handle() { return 0; }; sudo() { return 0; }; PATH=/nowhere; for file in "$1"/*.sh; do (. "$file") </dev/null >/dev/null 2>>"$1/errors"; for made in *; do [ "$made" = '*' ] || { echo "$file: $made"; exit 1; }; done; done`;
    const { stdout, status } = spawnSync('bash', ['-c', run, 'bash', scripts], { cwd: here, encoding: 'utf8' });
    const guilty = /(\d{6})\.sh/.exec(stdout)?.[1];
    expect(guilty === undefined ? '' : all[Number(guilty)]).toBe('');
    expect(status).toBe(0);
    expect(readdirSync(here)).toEqual([]);
    // A quote left open would swallow whatever is pasted next.
    expect(spawnSync('grep', ['-E', 'syntax error|unexpected EOF|unmatched', join(scripts, 'errors')], { encoding: 'utf8' }).stdout).toBe(
      '',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 240_000);
