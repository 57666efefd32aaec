import { readFileSync } from 'node:fs';

/** One failure in the page's table. */
export interface Row {
  readonly name: string;
  /** Host with port. */
  readonly host: string;
  readonly path: string;
  readonly status: number;
  readonly truth: string;
  /** Where the response was published, or null. */
  readonly source: string | null;
  readonly kind: 'replayed' | 'real';
}

/** The extension's mark, as SVG. */
export const icon = readFileSync(new URL('../../public/icon/icon.svg', import.meta.url), 'utf8');

const text = (value: string): string => value.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const script = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const STYLE = `
:root { color-scheme: light dark; --fg: light-dark(#1f2328, #e6e8eb); --dim: light-dark(#5f6672, #9aa3ae); --bg: light-dark(#f6f7f9, #16181b); --card: light-dark(#fff, #1e2125); --line: light-dark(#e1e4e8, #30353b); --red: light-dark(#c5221f, #ff8a80); --redbg: light-dark(#fce8e6, #4a2220); --accent: light-dark(#1a66d0, #8ab4f8); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--fg); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 980px; margin: 0 auto; padding: 32px 24px 64px; }
header { display: flex; align-items: center; gap: 14px; }
header svg { width: 44px; height: 44px; flex: none; }
h1 { font-size: 24px; line-height: 1.2; margin: 0; }
header p { margin: 2px 0 0; color: var(--dim); }
.lead { margin: 20px 0; }
button { font: inherit; font-weight: 600; color: light-dark(#fff, #16181b); background: var(--accent); border: 0; border-radius: 8px; padding: 8px 16px; cursor: pointer; }
button:disabled { opacity: .55; cursor: default; }
.bar { display: flex; align-items: center; gap: 14px; margin-bottom: 16px; color: var(--dim); }
.frame { background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-size: 12px; color: var(--dim); font-weight: 600; padding: 10px 14px; border-bottom: 1px solid var(--line); }
td { padding: 12px 14px; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child td { border-bottom: 0; }
td b { display: block; }
.where { font: 12px/1.5 ui-monospace, monospace; color: var(--dim); overflow-wrap: anywhere; }
.status { display: inline-block; min-width: 46px; text-align: center; font: 600 13px/22px ui-monospace, monospace; border-radius: 6px; background: var(--line); color: var(--dim); }
.status.failed { background: var(--redbg); color: var(--red); }
.kind { font-size: 12px; color: var(--dim); }
a { color: var(--accent); }
iframe { display: none; }
@media (max-width: 620px) { main { padding: 20px 12px 40px; } th:nth-child(2), td:nth-child(2) { display: none; } }
`;

/** The page that a person opens: every failure in a table, each caused from a hidden frame on its own origin. */
export function overview(rows: readonly Row[], proxy: string): string {
  const hosts = [...new Set(rows.map((r) => r.host))];
  const line = (r: Row): string => `
      <tr data-key="${text(r.host + r.path)}">
        <td><span class="status">…</span></td>
        <td><b>${text(r.name)}</b><span class="kind">${r.kind === 'real' ? 'happens now' : 'replayed'}</span></td>
        <td>${text(r.truth)}${r.source === null ? '' : ` <a href="${text(r.source)}" rel="noreferrer">source</a>`}<div class="where">${text(r.host + r.path)}</div></td>
      </tr>`;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A shop with a bad day</title><link rel="icon" href="/icon.svg"><style>${STYLE}</style></head>
<body><main>
  <header>${icon}<div><h1>A shop with a bad day</h1><p>The demo of 5xx Inspector</p></div></header>
  <p class="lead">Each line is one failed request. Real responses of ${rows.filter((r) => r.kind === 'replayed').length} products are replayed header for header and body for body, each on its own origin; the last two fail as you watch, behind a real ${text(proxy)}. Open DevTools, choose the tab <b>5xx Inspector</b>, and compare what it says with this table.</p>
  <div class="bar"><button type="button" id="again" disabled>Fail again</button><span id="state" role="status"></span></div>
  <div class="frame"><table>
    <thead><tr><th scope="col">Status</th><th scope="col">Site</th><th scope="col">What really happened</th></tr></thead>
    <tbody>${rows.map(line).join('')}</tbody>
  </table></div>
</main>
<script>
const hosts = ${script(hosts)}, total = ${rows.length};
const again = document.getElementById('again'), state = document.getElementById('state');
let done = 0;
function fail() {
  done = 0; again.disabled = true; delete document.documentElement.dataset.done;
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
  for (const host of hosts) { const frame = document.createElement('iframe'); frame.src = 'http://' + host + '/'; frame.title = host; document.body.append(frame); }
  show();
}
function show() {
  state.textContent = done < total ? done + ' of ' + total + ' have failed …' : 'All ' + total + ' have failed.';
  if (done === total) { again.disabled = false; document.documentElement.dataset.done = 'true'; }
}
addEventListener('message', ({ origin, data }) => {
  for (const row of document.querySelectorAll('tr[data-key]')) {
    if (row.dataset.key !== origin.replace(/^http:\\/\\//, '') + data.path) continue;
    const cell = row.querySelector('.status'); cell.textContent = data.status; cell.classList.toggle('failed', data.status >= 500); done++;
  }
  show();
});
again.addEventListener('click', fail);
fail();
</script>
</body></html>`;
}

/** The page of one site, shown in a frame: some requests that succeed, then those that fail. It tells its parent each failure's status. */
export function site(healthy: readonly string[], failing: readonly string[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Site</title><link rel="icon" href="data:,"></head>
<body><script type="module">
for (const path of ${script(healthy)}) await fetch(path);
for (const path of ${script(failing)}) {
  const response = await fetch(path, { cache: 'no-store' });
  await response.text();
  parent.postMessage({ path, status: response.status }, '*');
}
</script></body></html>`;
}
