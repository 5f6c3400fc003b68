import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import config from '../../build/dependency-cruiser.cjs';

const root = resolve(import.meta.dirname, '../..');
const houseOfTheTest = resolve(import.meta.dirname, 'fixtures/import-rules');

const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** The violations that the check finds in a small house of its own. */
function violationsIn(folder: string) {
  const { stdout } = spawnSync(
    process.execPath,
    [
      resolve(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...['--config', resolve(root, 'build/dependency-cruiser.cjs'), '--output-type', 'json'],
      ...['shared', 'db', 'electron', 'renderer'],
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  return report.parse(JSON.parse(stdout)).summary.violations;
}

const rules = config.forbidden.map(({ name }) => name);

describe('the import rules', () => {
  let violations: ReturnType<typeof violationsIn>;
  beforeAll(() => {
    violations = violationsIn(houseOfTheTest);
  });

  test.each(rules)('%s is enforced', (rule) => {
    const offenders = violations
      .filter((violation) => violation.rule.name === rule)
      .map(({ from }) => basename(from, '.ts'));
    expect(offenders).toContain(rule);
  });

  test('leave lawful files alone, and blame each offender for its own fault only', () => {
    const blamed = violations.map(({ from, rule }) => `${basename(from, '.ts')}: ${rule.name}`);
    const expected = rules.map((rule) => `${rule}: ${rule}`);
    expect([...new Set(blamed)].sort()).toEqual(expected.sort());
  });

  test('each have a file in the house of the test', () => {
    const files = readdirSync(houseOfTheTest, { recursive: true, encoding: 'utf8' }).map((file) =>
      basename(file, '.ts'),
    );
    expect(files).toEqual(expect.arrayContaining(rules));
  });
});
