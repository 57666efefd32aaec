import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extensions, root } from './built';

const version = (JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { readonly version: string }).version;
const SIZES = [16, 32, 48, 96, 128];
/** What would give the extension a right, a reach or code beyond its own two pages. */
const GRANTS = [
  'permissions',
  'host_permissions',
  'optional_permissions',
  'optional_host_permissions',
  'content_scripts',
  'background',
  'web_accessible_resources',
  'externally_connectable',
  'sandbox',
  'update_url',
];

describe.each(extensions.map((x) => [x.browser, x] as const))('the package for %s', (_, { manifest, files }) => {
  test('asks for nothing', () => {
    for (const key of GRANTS) expect(manifest[key], key).toBeUndefined();
  });

  test('lets its pages load their own files and nothing else', () => {
    const { extension_pages } = manifest['content_security_policy'] as Readonly<Record<string, string>>;
    const policy = new Map(extension_pages?.split(';').map((rule) => [rule.trim().split(' ')[0], rule.trim().split(' ').slice(1)]));
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('connect-src')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('form-action')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('style-src')).toEqual(["'self'"]);
    for (const source of [...policy.values()].flat()) expect(["'none'", "'self'", 'data:']).toContain(source);
  });

  test('has every icon in the size its name says, beside the drawing they are made from', () => {
    expect(manifest['icons']).toEqual(Object.fromEntries(SIZES.map((size) => [size, `icon/${size}.png`])));
    for (const size of SIZES) {
      const png = files.get(`icon/${size}.png`);
      // PNG: signature, then IHDR with width and height.
      expect([png?.readUInt32BE(16), png?.readUInt32BE(20)]).toEqual([size, size]);
    }
    expect(String(files.get('icon/icon.svg'))).toContain('<svg');
  });

  test('has its name, description and version', () => {
    expect(manifest['default_locale']).toBe('en');
    const messages = JSON.parse(String(files.get('_locales/en/messages.json'))) as Record<string, { message: string }>;
    for (const key of ['name', 'description']) {
      const id = /^__MSG_(\w+)__$/.exec(String(manifest[key]))?.[1] ?? '';
      expect(messages[id]?.message).toBeTruthy();
    }
    // Chrome Web Store's limits.
    expect(messages['name']?.message.length).toBeLessThanOrEqual(75);
    expect(messages['description']?.message.length).toBeLessThanOrEqual(132);
    expect(manifest['version']).toBe(version);
  });

  test('holds nothing but its pages, code, styles, icons and texts', () => {
    for (const name of files.keys())
      expect(name).toMatch(
        /^(manifest\.json|licences\.md|_locales\/en\/messages\.json|[\w-]+\.html|(chunks|assets)\/[\w-]+\.(js|css)|icon\/\w+\.(png|svg))$/,
      );
  });
});

test('the package for Firefox says that it collects no data', () => {
  const firefox = extensions.find((x) => x.browser === 'firefox');
  expect(firefox?.manifest['browser_specific_settings']).toMatchObject({
    gecko: { id: '5xx-inspector@5xx-inspector.dev', data_collection_permissions: { required: ['none'] } },
  });
});
