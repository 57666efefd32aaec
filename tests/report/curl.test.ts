import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formats, type ReportInput } from '../../diagnosis';
import { quotePosix, quotePowerShell } from '../../diagnosis/quote';
import { curlCommand } from '../../diagnosis/report/curl';
import { createRedactor } from '../../diagnosis/report/redact';
import { make } from './make';

interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: Server;
let origin = '';
let folder = '';
let arrived: Arrived[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'curl-'));
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (c: Buffer) => chunks.push(c));
    request.on('end', () => {
      arrived.push({
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      });
      response.end('ok');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true });
});

/** Runs a script as a shell would run what was pasted; what arrived at the server meanwhile. */
async function run(
  script: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly got: Arrived | undefined; readonly code: number | null; readonly out: string }> {
  arrived = [];
  const shell = spawn('sh', [], { cwd: folder, env: { PATH: process.env['PATH'], ...env } });
  let out = '';
  shell.stdout.on('data', (c: Buffer) => {
    out += c.toString();
  });
  shell.stdin.end(`${script}\n`);
  const code = await new Promise<number | null>((done) => shell.on('close', done));
  expect(arrived.length).toBeLessThanOrEqual(1);
  return { got: arrived[0], code, out };
}

const curl = (input: ReportInput, keep: readonly string[] = []): string =>
  formats.find((f) => f.id === 'curl')?.render([input], { keep }) ?? '';
const powershell = (input: ReportInput): string => formats.find((f) => f.id === 'powershell')?.render([input]) ?? '';
const form = (input: ReportInput, name: 'timing' | 'bypass'): string =>
  curlCommand(input.exchange, 'posix', name, createRedactor({}, input.exchange), (_, shown) => shown) ?? '';

describe('curl in a real shell', () => {
  it('sends what was sent: method, path, headers that matter, body', async () => {
    const sent = '{"note":"it\'s $HOME `id` \\"quoted\\" \\\\ ! é ☃","lines":"a\nb"}';
    const { got } = await run(
      curl(
        make({
          method: 'PUT',
          url: `${origin}/a/../it's;$(touch%20pwned)/[x]{y}?q=a&b=%27%22&c=*`,
          requestHeaders: [
            ['Content-Type', 'application/json'],
            ['X-Odd', `a "b" 'c' $HOME \`id\` \\ ; | & #`],
            ['X-Empty', ''],
            ['Accept-Encoding', 'gzip'],
            ['Sec-Fetch-Mode', 'cors'],
            ['If-None-Match', '"x"'],
            ['Content-Length', '3'],
          ],
          sent,
        }),
      ),
    );
    expect(got).toMatchObject({ method: 'PUT', url: `/a/../it's;$(touch%20pwned)/[x]{y}?q=a&b=%27%22&c=*`, body: sent });
    expect(got?.headers).toMatchObject({ 'content-type': 'application/json', 'x-odd': `a "b" 'c' $HOME \`id\` \\ ; | & #`, 'x-empty': '' });
    expect(got?.headers['if-none-match']).toBeUndefined();
    expect(got?.headers['sec-fetch-mode']).toBeUndefined();
    expect(got?.headers['content-length']).toBe(String(Buffer.byteLength(sent)));
  });

  it('takes secrets from named variables, and holds none itself', async () => {
    const input = make({
      method: 'POST',
      url: `${origin}/pay?token=s3cr3t-in-url&page=2`,
      requestHeaders: [
        ['Authorization', 'Bearer s3cr3t-in-header'],
        ['Cookie', 'sid=s3cr3t-in-cookie; theme=dark'],
        ['Content-Type', 'application/json'],
      ],
      sent: '{"password":"s3cr3t-in-body","pin":1234,"n":2}',
    });
    const command = curl(input);
    expect(command).not.toContain('s3cr3t');
    const { got } = await run(command, {
      REPLAY_TOKEN: 'T"1',
      REPLAY_AUTHORIZATION: "A'2",
      REPLAY_COOKIE: 'sid=C $3',
      REPLAY_PASSWORD: 'P`4',
      REPLAY_PIN: '5',
    });
    expect(got).toMatchObject({ method: 'POST', url: '/pay?token=T"1&page=2', body: '{"password":"P`4","pin":5,"n":2}' });
    expect(got?.headers).toMatchObject({ authorization: "Bearer A'2", cookie: 'sid=C $3' });
  });

  it('takes no variable that the environment may hold already', () => {
    const command = curl(make({ url: `${origin}/?AWS_SECRET_ACCESS_KEY=abcdef123456&HOME_TOKEN=abcdef123456x` }));
    expect(command.match(/\$\w+/g)?.every((v) => v.startsWith('$REPLAY_'))).toBe(true);
  });

  it('warns in a comment before a method that changes things, and only then', () => {
    const post = curl(make({ method: 'POST', url: `${origin}/` }));
    expect(post).toMatch(/^# POST can change data/);
    expect(curl(make({ url: `${origin}/` }))).not.toContain('#');
    for (const line of post.split('\n').filter((l) => l.startsWith('#'))) expect(line).toMatch(/^# [\w .,:$]+$/);
  });

  it('sends a HEAD, and a POST without a body', async () => {
    expect((await run(curl(make({ method: 'HEAD', url: `${origin}/h` })))).got).toMatchObject({ method: 'HEAD', url: '/h' });
    expect((await run(curl(make({ method: 'POST', url: `${origin}/p` })))).got).toMatchObject({ method: 'POST', url: '/p', body: '' });
  });

  it.each([
    ['large', 'x'.repeat(5000)],
    ['binary', 'a\u0000\u001b[31mb'],
    ['with carriage returns', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n'],
  ])('takes a %s body from a file', async (_, sent) => {
    const command = curl(make({ method: 'POST', url: `${origin}/u`, sent }));
    expect(command).toContain('# Save the request body as request-body.txt first');
    writeFileSync(join(folder, 'request-body.txt'), sent);
    expect((await run(command)).got?.body).toBe(sent);
  });

  it('says where the time goes, and goes past the edge', async () => {
    const input = make({ url: `${origin}/t` });
    const timing = await run(form(input, 'timing'));
    expect(timing.out).toMatch(/^status 200 from 127\.0\.0\.1, dns [\d.]+ s, connect [\d.]+ s.* all [\d.]+ s\n$/);
    const edge = make({ url: origin.replace('127.0.0.1', 'www.example.com').concat('/b') });
    const { got } = await run(form(edge, 'bypass'), { REPLAY_ORIGIN: '127.0.0.1' });
    expect(got).toMatchObject({ url: '/b' });
    expect(got?.headers.host).toMatch(/^www\.example\.com/);
  });

  it('is not made for what is no web address, and reads no file that a header names', () => {
    expect(curl(make({ url: 'file:///etc/passwd' }))).toBe('');
    expect(curl(make({ url: '-o/etc/passwd' }))).toBe('');
    expect(curl(make({ url: `${origin}/`, requestHeaders: [['@/etc/passwd', '']] }))).not.toContain('passwd');
  });

  it('holds nothing that a terminal could act on', () => {
    const input = make({
      url: `${origin}/\u001b[2J\u202e?x=\u0007`,
      method: 'G\u001bET',
      requestHeaders: [['X-A', 'a\u001b]0;b\u0007\u200f']],
    });
    for (const f of formats)
      expect(f.render([input])).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
  });

  it('arrives as it was sent, whatever the text', async () => {
    const visible = fc.stringMatching(/^[!-~](?:[ -~]{0,20}[!-~])?$/);
    await fc.assert(
      fc.asyncProperty(visible, visible, fc.string({ unit: 'grapheme', maxLength: 60 }), async (query, value, sent) => {
        const url = new URL(`${origin}/p`);
        url.search = query;
        const body = sent.replace(/[\p{Cc}\p{Cf}\u2028\u2029\ue000-\ue003]/gu, '') || 'x';
        const input = make({
          method: 'POST',
          url: url.href,
          requestHeaders: [
            ['X-Value', value],
            ['Content-Type', 'text/plain'],
          ],
          sent: body,
        });
        const format = formats.find((f) => f.id === 'curl');
        const keep = format?.preview([input]).marks.map((m) => m.secret) ?? [];
        const { got } = await run(curl(input, keep));
        expect(got).toMatchObject({ url: url.href.slice(origin.length), body });
        expect(got?.headers['x-value']).toBe(value);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('words', () => {
  it.each([
    ['plain/word.1', 'plain/word.1'],
    ["it's", `'it'\\''s'`],
    ['$(id)', "'$(id)'"],
    ['', "''"],
    ['a\u001bb', 'a%1Bb'],
    ['a\u202eb', 'a%E2%80%AEb'],
  ])('for a POSIX shell: %j', (text, quoted) => expect(quotePosix(text)).toBe(quoted));
  // about_Quoting_Rules: only the quote itself means something inside single quotes, and four characters count as that quote.
  it.each([
    ['plain/word.1', 'plain/word.1'],
    ["it's", "'it''s'"],
    ['a\u2019b', "'a\u2019\u2019b'"],
    ['a,b', "'a,b'"],
    ['@x', "'@x'"],
    ['-a.b', "'-a.b'"],
    ['$env:X `n "q"', '\'$env:X `n "q"\''],
  ])('for PowerShell: %j', (text, quoted) => expect(quotePowerShell(text)).toBe(quoted));
});

describe('PowerShell', () => {
  it('joins secrets in as environment variables, and puts double quotes into files', () => {
    const command = powershell(
      make({
        method: 'POST',
        url: 'https://api.example.com/pay?token=s3cr3t-in-url',
        requestHeaders: [
          ['Authorization', 'Bearer s3cr3t-in-header'],
          ['X-Json', '{"a":"it\'s"}'],
        ],
        sent: '{"password":"s3cr3t-in-body","note":"it\'s"}',
      }),
    );
    expect(command).not.toContain('s3cr3t');
    expect(command).toContain("--url ('https://api.example.com/pay?token=' + $env:REPLAY_TOKEN)");
    expect(command).toContain("-H ('authorization: Bearer ' + $env:REPLAY_AUTHORIZATION)");
    expect(command).toContain(`[IO.File]::WriteAllText("$PWD/request-headers.txt", 'x-json: {"a":"it''s"}')`);
    expect(command).toContain(`('{"password":"' + $env:REPLAY_PASSWORD + '","note":"it''s"}')`);
    // Nothing but the two paths stands in double quotes, where a dollar would expand.
    expect(
      command
        .replaceAll('"$PWD/request-headers.txt"', '')
        .replaceAll('"$PWD/request-body.txt"', '')
        .replace(/'(?:[^']|'')*'/g, ''),
    ).not.toContain('"');
  });
});
