import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's root, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** An extension as built. */
export interface Built {
  readonly browser: 'chrome' | 'firefox';
  readonly folder: string;
  readonly manifest: Readonly<Record<string, unknown>>;
  /** Every file, by its path inside the extension. */
  readonly files: ReadonlyMap<string, Buffer>;
}

function read(browser: Built['browser']): Built {
  const folder = `${root}.output/${browser}-mv3/`;
  if (!existsSync(`${folder}manifest.json`)) throw new Error('The extension is not built: run "npm run build".');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => `${file.parentPath}/${file.name}`.replaceAll('\\', '/').slice(folder.length - 1))
    .map((name) => name.replace(/^\/+/, ''));
  return {
    browser,
    folder,
    manifest: JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as Readonly<Record<string, unknown>>,
    files: new Map(names.sort().map((name) => [name, readFileSync(`${folder}${name}`)])),
  };
}

/** Both extensions. Throws when one is not built. */
export const extensions: readonly Built[] = [read('chrome'), read('firefox')];

/** The JavaScript that an HTML page of the extension loads before anything is drawn: its script and, transitively, what that imports statically. */
export function startup({ files }: Built, page: string): readonly string[] {
  const html = String(files.get(page));
  const found = new Set<string>();
  const add = (name: string): void => {
    const code = files.get(name);
    if (code === undefined) throw new Error(`${name} is not in the package`);
    if (found.has(name)) return;
    found.add(name);
    for (const [, , path = ''] of String(code).matchAll(/\b(?:import|from)\s*(["'`])(\.{1,2}\/[^"'`]+)\1/g))
      add(new URL(path, `file:///${name}`).pathname.slice(1));
  };
  for (const [, path = ''] of html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\/?([^"]+\.js)"/g)) add(path);
  return [...found];
}
