import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nothing, sumOf, summaryLine } from '../../build/tally.ts';

const root = resolve(import.meta.dirname, '../..');

describe('the last line of npm test', () => {
  test('names what was skipped only where something was', () => {
    expect(summaryLine({ ...nothing, passed: 12 })).toBe('12 passed, 0 failed');
    expect(summaryLine({ ...nothing, passed: 1, failed: 2, skipped: [{ name: 'a', reason: 'b' }] })).toBe(
      '1 passed, 2 failed, 1 skipped',
    );
  });

  test('adds up what every runner reported', () => {
    const skipped = { name: 'a', reason: 'no binary' };
    const some = { passed: 4, failed: 1, failures: ['c'], skipped: [skipped] };
    expect(sumOf([{ ...nothing, passed: 3 }, some, nothing])).toEqual({
      passed: 7,
      failed: 1,
      failures: ['c'],
      skipped: [skipped],
    });
  });
});

describe('the report of the unit tests', () => {
  let folder: string;
  beforeAll(async () => {
    await mkdir(join(root, 'test-results'), { recursive: true });
    folder = await mkdtemp(join(root, 'test-results/tally-'));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    await writeFile(
      join(folder, 'mixed.test.ts'),
      `import { test } from 'vitest';
       test('passes', () => undefined);
       test('fails', () => { throw new Error('as it should'); });
       test('is skipped', (context) => context.skip('no binary'));
       test('passes too', () => undefined);`,
    );
    await writeFile(join(folder, 'broken.test.ts'), `throw new Error('does not load');`);
    await writeFile(
      join(folder, 'vitest.config.ts'),
      `import { TallyReporter } from '${join(root, 'build/vitest-tally.ts').replaceAll('\\\\', '/')}';
       export default { test: { root: import.meta.dirname, reporters: [new TallyReporter(import.meta.dirname + '/tally.json')] } };`,
    );
    spawnSync(
      process.execPath,
      [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'vitest.config.ts'],
      {
        cwd: folder,
      },
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('counts and names passed, failed and broken files, and says why one was skipped', async () => {
    const tally: unknown = JSON.parse(await readFile(join(folder, 'tally.json'), 'utf8'));
    expect(tally).toEqual({
      passed: 2,
      failed: 2,
      failures: ['mixed.test.ts › fails', 'broken.test.ts'],
      skipped: [{ name: 'mixed.test.ts › is skipped', reason: 'no binary' }],
    });
  });
});
