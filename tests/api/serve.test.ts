import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { served } from '../support/served.ts';

const serve = resolve(import.meta.dirname, '../../electron/serve.ts');

/** Runs the program where it is expected to end by itself. */
function run(...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [serve, '--no-open', ...options], {
    encoding: 'utf8',
    timeout: 50_000,
  });
  return {
    status,
    stdout,
    lines: stderr
      .trim()
      .split('\n')
      .filter((line) => !line.includes('npm run build')),
  };
}

describe('starting the local web host', { timeout: 120_000 }, () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s stops it cleanly, and the log is merged into the records',
    async (signal) => {
      const data = join(temporaryFolder(), 'data');
      const at = await served('--data', data);
      expect(at.startUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
      expect(await at.stop(signal)).toBe(0);
      expect(existsSync(join(data, 'phleboplan.db'))).toBe(true);
      expect(existsSync(join(data, 'phleboplan.db-wal'))).toBe(false);
    },
  );

  test('a second program on the same records says so in one sentence', async () => {
    const data = join(temporaryFolder(), 'data');
    await served('--data', data);
    const { status, lines } = run('--data', data);
    expect(status).toBe(1);
    expect(lines).toEqual([`Another Phleboplan has the records in ${data} open; close it first.`]);
  });

  test('a port that is taken is named', async () => {
    const at = await served('--data', join(temporaryFolder(), 'one'));
    const { port } = new URL(at.startUrl);
    const { status, lines } = run('--data', join(temporaryFolder(), 'two'), '--port', port);
    expect(status).toBe(1);
    expect(lines).toEqual([`Port ${port} cannot be had (EADDRINUSE); choose another with --port.`]);
  });

  test('records that are damaged are left as they are', async () => {
    const data = join(temporaryFolder(), 'data');
    await mkdir(data, { recursive: true });
    await writeFile(join(data, 'key'), new Uint8Array(32).fill(1), { mode: 0o600 });
    await writeFile(join(data, 'phleboplan.db'), 'this is no database');
    const { status, lines } = run('--data', data);
    expect(status).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/damaged.*--restore/);
  });

  test.skipIf(process.platform === 'win32')('a key that others can read is refused', async () => {
    const data = join(temporaryFolder(), 'data');
    const at = await served('--data', data);
    await at.stop('SIGTERM');
    await chmod(join(data, 'key'), 0o644);
    expect(run('--data', data).lines).toEqual([expect.stringMatching(/chmod 600/)]);
  });

  test('options that make no sense are named', () => {
    expect(run('--port', 'many').lines).toEqual(['--port takes a number from 0 to 65535, not "many".']);
    expect(run('--colour').lines[0]).toMatch(/--colour/);
  });

  test('a backup that is not there cannot be brought back', async () => {
    const data = join(temporaryFolder(), 'data');
    const at = await served('--data', data);
    await at.stop('SIGTERM');
    const { status, lines } = run('--data', data, '--restore', join(data, 'none.db'));
    expect([status, lines]).toEqual([1, ['There is no backup of that name.']]);
  });
});
