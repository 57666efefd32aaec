import fc from 'fast-check';
import { marked, type Token, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { createHistory, diagnose, formats, type ReportInput, title, triageSummary } from '../../diagnosis';
import { captures, diagnoseCapture, exchangeOf } from '../captures';
import { make } from './make';

type Id = (typeof formats)[number]['id'];
const render = (id: Id, ...inputs: ReportInput[]): string => formats.find((f) => f.id === id)?.render(inputs) ?? '';

const HOSTILE =
  '`code` ```fence``` ~~~ **bold** *i* _u_ | a | b | @octocat @here <@U123> <!channel> <https://evil.example|click> [link](https://evil.example) ![i](https://evil.example/i.png) https://evil.example www.evil.example #12 user/repo#3 <img src=x onerror=alert(1)> </details> <!-- {noformat} {code} {color:red}x{color} !img.png! [~admin] h1. x -del- +ins+ ^sup^ ~sub~ ??cite?? {{mono}} \\ && &lt;b&gt; :) :D (!) $x$ !12 %3 1. # > - \u202etxt\u202c \u200f \u001b[31mred\u001b[0m \u0007';

/** The same report with plain and with hostile text in every place that text from outside can reach. */
function withText(text: string): ReportInput {
  const input = make({
    method: 'POST',
    url: `https://api.example.com/a/${encodeURI(text).replace(/[?#]/g, '')}?q=${encodeURIComponent(text)}`,
    headers: [
      ['Server', `nginx/1.25.3 ${text}`],
      ['Content-Type', 'text/html'],
      ['X-Request-Id', text],
      ['X-Odd', text],
    ],
    requestHeaders: [
      ['X-Odd', text],
      ['Referer', 'https://shop.example.com/'],
    ],
    reason: text,
    body: `<center><h1>502 Bad Gateway</h1></center><hr><center>nginx/1.25.3</center>\n${text}\n${text}`,
    sent: text,
  });
  const { diagnosis: d } = input;
  return {
    ...input,
    scope: [`2 of 3 requests to \`${text.replaceAll('`', "'")}\` failed`, 'and so on'],
    page: `https://shop.example.com/${text}`,
    links: [{ name: `Logs ${text}`, url: `https://logs.example.com/?q=${text}` }],
    diagnosis: {
      ...d,
      issuer: { ...d.issuer, name: `Gate ${text}` },
      path: d.path.map((h) => ({ ...h, name: `${h.name} ${text}`, version: text })),
      evidence: [
        ...d.evidence,
        {
          says: `The header is \`${text.replaceAll('`', "'")}\` and ${text.replaceAll('`', "'")}`,
          about: 'nginx',
          weighs: 'for',
          where: 'header x-odd',
        },
      ],
      steps: [{ text: 'Look', command: `grep '${text.replaceAll("'", '')}' x` }, ...d.steps],
      ids: [{ name: `Id ${text}`, value: text.slice(0, 100), lookup: 'look it up' }],
    },
  };
}

const flat = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((t) => [
    t,
    ...flat('tokens' in t && t.tokens !== undefined ? t.tokens : []),
    ...(t.type === 'list' ? flat((t as Tokens.List).items) : []),
  ]);
const blocks = (text: string): string[] =>
  marked
    .lexer(text)
    .filter((t) => t.type !== 'space')
    .map((t) => t.type);
const OURS = /^(?:<details><summary>[\w ]+<\/summary>|<\/details>)\s*$/;

describe('Markdown, read back by a parser', () => {
  const plain = render('markdown', withText('word'));
  const hostile = render('markdown', withText(HOSTILE));

  it('has the same blocks with hostile text as with plain text', () => expect(blocks(hostile)).toEqual(blocks(plain)));

  it('has no link, image, HTML or emphasis but ours', () => {
    const all = flat(marked.lexer(hostile));
    expect(
      all.filter((t) => ['link', 'image', 'em', 'del', 'table', 'def', 'hr', 'br'].includes(t.type) && t.raw !== '  \n').map((t) => t.raw),
    ).toEqual([]);
    expect(all.filter((t) => t.type === 'html' && !OURS.test(t.raw.trim())).map((t) => t.raw)).toEqual([]);
    expect(all.filter((t) => t.type === 'heading')).toHaveLength(1);
  });

  it('mentions and refers to nothing outside code', () => {
    const texts = flat(marked.lexer(hostile)).filter(
      (t) => (t.type === 'text' || t.type === 'escape') && !('tokens' in t && t.tokens !== undefined),
    );
    for (const t of texts) expect((t as Tokens.Text).text).not.toMatch(/[@#!]\w|\w#\d|https?:\/\//);
  });

  it('keeps in code what the wire said', () => {
    const codes = flat(marked.lexer(hostile)).filter((t): t is Tokens.Code | Tokens.Codespan => t.type === 'code' || t.type === 'codespan');
    const raw = codes.find((t) => t.type === 'code' && t.lang === 'http');
    for (const part of ['```fence```', '[link](https://evil.example)', '<img src=x onerror=alert(1)>', '</details>'])
      expect(raw?.text).toContain(part);
    expect(codes.some((t) => t.type === 'codespan' && t.text.includes('`code`'))).toBe(true);
  });

  it('has the same blocks whatever the text is', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.constantFrom(...'`*_[]()<>|#~!@\\-+=>{}$&:/ \n\r\t.1'),
            fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
          ),
          minLength: 1,
          maxLength: 40,
        }),
        (text) => {
          const word = withText('word');
          const odd = {
            ...word,
            page: `https://shop.example.com/${text}`,
            scope: [text, text],
            diagnosis: {
              ...word.diagnosis,
              verdict: text,
              evidence: word.diagnosis.evidence.map((e) => ({ ...e, says: text || 'x' })),
              lookFirst: text,
              steps: word.diagnosis.steps.map((s) => ({ ...s, text: `See ${text}`, command: text })),
            },
          };
          const read = render('markdown', { ...odd, exchange: { ...odd.exchange, reason: text, body: text, host: text } });
          const all = flat(marked.lexer(read));
          expect(blocks(read).filter((t) => t !== 'paragraph')).toEqual(blocks(render('markdown', odd)).filter((t) => t !== 'paragraph'));
          expect(all.filter((t) => ['link', 'image', 'em', 'del', 'table'].includes(t.type)).map((t) => t.raw)).toEqual([]);
          expect(all.filter((t) => t.type === 'html' && !OURS.test(t.raw.trim())).map((t) => t.raw)).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);
});

describe('Jira wiki markup', () => {
  const parts = render('jira', withText(HOSTILE)).split('{noformat}');

  it('opens and closes every block itself', () => {
    expect(parts.length % 2).toBe(1);
    expect(parts.length).toBe(render('jira', withText('word')).split('{noformat}').length);
  });

  it('escapes every character that could format, link or mention', () => {
    const outside = parts.filter((_, i) => i % 2 === 0).join('\n');
    const left = outside
      .replace(/&#\d+;/g, '')
      .replace(/\\[-#*_+?^~|%{}[\]()!@]/g, '')
      .replace(/\{\{|\}\}/g, '')
      .replace(/^(?:\* |bq\. |h\d\. )/gm, '')
      .replace(/\*(?=[^*\n]*\*)([^*\n]*)\*/g, '$1')
      .replace(/\w-(?=\w)/g, '');
    expect(left.match(/[[\]{}|!*_^~?@#\\]|:[DP]/g) ?? []).toEqual([]);
  });
});

describe('Slack mrkdwn', () => {
  const text = render('slack', withText(HOSTILE));

  it('has no control sequence, no mention and balanced code', () => {
    expect(text).not.toMatch(/<[!@#a-z]/i);
    const outside = text
      .split('```')
      .filter((_, i) => i % 2 === 0)
      .join('');
    expect(text.split('```').length % 2).toBe(1);
    for (const line of outside.split('\n')) {
      expect(line.split('`').length % 2).toBe(1);
      expect(
        line
          .split('`')
          .filter((_, i) => i % 2 === 0)
          .join(''),
      ).not.toMatch(/@\w|https?:\/\//);
    }
  });
});

describe('plain text and all others', () => {
  it.each(formats.map((f) => [f.id, f] as const))('%s holds no control character, and nothing that turns text', (_, f) => {
    expect(f.render([withText(HOSTILE)])).not.toMatch(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/,
    );
  });
});

describe('a report', () => {
  const profileOf = (input: ReportInput) => {
    const history = createHistory();
    for (let i = 0; i < 3; i++)
      history.record(
        make({
          status: 200,
          headers: [
            ['server', 'nginx'],
            ['x-request-id', String(i)],
            ['content-type', 'application/json'],
          ],
        }).exchange,
      );
    const found = history.profileOf(input.exchange);
    return found === null ? {} : { healthy: found.profile };
  };

  it('says when, where to search, who and what, and what healthy responses look like', () => {
    const input = make({
      headers: [
        ['server', 'nginx/1.25.3'],
        ['content-type', 'text/html'],
      ],
      body: '<hr><center>nginx/1.25.3</center>',
    });
    const text = triageSummary({ ...input, localOffsetMinutes: 60, scope: ['1 of 4 requests to this host failed'], ...profileOf(input) });
    for (const part of [
      '2026-11-22 12:22:15 UTC (13:22:15 local)',
      'search the logs from 2026-11-22T12:20:15Z to 2026-11-22T12:24:15Z',
      '1 of 4 requests to this host failed',
      '3 healthy: `server: nginx`, `content-type: application/json`',
      'they carry and this one lacks: `x-request-id`',
      '- [ ] ',
      '**The test that tells**',
    ])
      expect(text).toContain(part);
  });

  it('has no empty heading and no hole, whatever is missing', () => {
    for (const c of captures.slice(0, 120)) {
      const input = { exchange: exchangeOf(c), diagnosis: diagnoseCapture(c) };
      for (const id of ['markdown', 'jira', 'slack', 'text'] as const)
        expect(render(id, input).split('Reproduce')[0]?.replaceAll('/dev/null', '')).not.toMatch(
          /undefined|\bnull\b|N\/A|NaN|\{[a-z]+(?:-[a-z]+)*\}(?!\})/,
        );
      const labels = render('markdown', input).split('\n');
      for (const [i, line] of labels.entries()) if (/^\*\*[\w ]+\*\*$/.test(line)) expect(labels[i + 2]).toMatch(/^- /);
    }
  });

  it('has a title of one line', () => expect(title(withText(HOSTILE))).not.toMatch(/[\r\n\u0000-\u001f]/));

  it('of a group names one cause and its requests; more than it shows are counted', () => {
    const group = Array.from({ length: 25 }, (_, i) => make({ url: `https://api.example.com/a/${i}`, headers: [['server', 'nginx']] }));
    const text = render('markdown', ...group);
    expect(text).toContain('### 25 requests, one cause: 502 on GET');
    expect(text).toContain('[cut: 5 more requests\\]');
  });

  it('of a session lists every cause', () => {
    const text = render('markdown', make(), make({ status: 503, reason: '' }), make());
    expect(text).toContain('### 3 failed requests, 2 causes');
    expect(text).toContain('#### 2 × 502');
    expect(text).toContain('#### 1 × 503');
  });

  it('says how much of a long body it cut', () =>
    expect(render('markdown', make({ body: 'word '.repeat(1000) }))).toMatch(/\[cut: 3\d{3} more characters\]/));

  it('is empty for no failure', () => {
    for (const f of formats) expect(f.render([])).toBe('');
  });
});

describe('the support pack', () => {
  const ray = '8e695a03eed4f9fd-SJC';
  const cloudflare = (headers: readonly (readonly [string, string])[]): ReportInput => {
    const input = make({ status: 522, headers: [['server', 'cloudflare'], ...headers] });
    return {
      ...input,
      diagnosis: { ...input.diagnosis, issuer: { id: 'cloudflare', name: 'Cloudflare', kind: 'cdn', confidence: 'certain' } },
    };
  };
  it('ticks what the response has', () => expect(render('markdown', cloudflare([['cf-ray', ray]]))).toContain(`- [x] Ray ID: \`${ray}\``));
  it('flags what is missing', () =>
    expect(render('markdown', cloudflare([]))).toContain('- [ ] missing: no `cf-ray`: this response did not come through Cloudflare'));
  it('flags nothing as missing of a response whose headers are not known', () => {
    const input = cloudflare([]);
    expect(render('markdown', { ...input, exchange: { ...input.exchange, responseHeaders: [] } })).not.toContain('missing: no');
  });
});

describe('log queries', () => {
  const queries = (input: ReportInput) =>
    (JSON.parse(render('json', input)) as { failures: { queries: { id: string; text: string; fits: boolean }[] }[] }).failures[0]
      ?.queries ?? [];
  it('carry the id and the window, those of the path first', () => {
    const list = queries(
      make({
        headers: [
          ['server', 'nginx'],
          ['x-request-id', 'req-12345678'],
        ],
      }),
    );
    expect(list.length).toBeGreaterThanOrEqual(14);
    expect(list[0]?.id).toBe('nginx');
    expect(list.find((q) => q.id === 'splunk')?.text).toBe('index=* earliest=1795350015 latest=1795350255 "req-12345678"');
  });
  it('let no value end their quotes', () => {
    for (const q of queries(
      make({ url: `https://a.example/api/x'; drop "table" \`id\` $(id)`, headers: [['x-request-id', `a'b"c\`$(id)`]] }),
    ))
      expect(q.text).not.toMatch(/drop|\$\(id\)|c`/);
  });
});

describe('JSON and HAR', () => {
  it('are JSON, of the version they say', () => {
    expect(JSON.parse(render('json', withText(HOSTILE)))).toMatchObject({ schema: '5xx-inspector/report', version: 1 });
  });
  it('a HAR has what HAR 1.2 requires, and reads back as the same verdict', async () => {
    const { exchangeFromHar } = await import('../../diagnosis');
    for (const c of captures.slice(0, 100)) {
      const input = { exchange: exchangeOf(c), diagnosis: diagnose(exchangeOf(c)) };
      const { log } = JSON.parse(render('har', input)) as {
        log: {
          version: string;
          creator: unknown;
          entries: { request: object; response: { content: { text?: string } }; timings: object; cache: object }[];
        };
      };
      expect(log.version).toBe('1.2');
      const entry = log.entries[0];
      if (entry === undefined) throw new Error('no entry');
      for (const key of ['startedDateTime', 'time', 'request', 'response', 'cache', 'timings']) expect(entry).toHaveProperty(key);
      for (const key of ['method', 'url', 'httpVersion', 'cookies', 'headers', 'queryString', 'headersSize', 'bodySize'])
        expect(entry.request).toHaveProperty(key);
      for (const key of ['status', 'statusText', 'httpVersion', 'cookies', 'headers', 'content', 'redirectURL', 'headersSize', 'bodySize'])
        expect(entry.response).toHaveProperty(key);
      const again = diagnose(exchangeFromHar(entry, entry.response.content.text ?? null));
      expect(again.issuer).toEqual(input.diagnosis.issuer);
      expect(again.fault.type).toBe(input.diagnosis.fault.type);
    }
  });
});
