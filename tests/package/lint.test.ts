import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { extensions, root } from './built';

interface Report {
  readonly errors: readonly Finding[];
  readonly notices: readonly Finding[];
  readonly warnings: readonly Finding[];
}
interface Finding {
  readonly code: string;
  readonly file?: string;
}

test("Mozilla's linter finds nothing but Preact's own innerHTML in the panel", () => {
  const firefox = extensions.find((x) => x.browser === 'firefox');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [`${root}node_modules/addons-linter/bin/addons-linter`, '--output', 'json', firefox?.folder ?? ''],
    { encoding: 'utf8' },
  );
  expect(stdout, stderr).toMatch(/^\{/);
  const { errors, notices, warnings } = JSON.parse(stdout) as Report;
  expect(errors).toEqual([]);
  expect(notices).toEqual([]);
  expect(warnings.length).toBeLessThanOrEqual(1);
  for (const { code, file } of warnings) {
    expect(code).toBe('UNSAFE_VAR_ASSIGNMENT');
    expect(file).toMatch(/^chunks\/(panel|preact|signals)[\w-]*\.js$/);
  }
});
