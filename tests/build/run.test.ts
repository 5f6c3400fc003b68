import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { run } from '../../build/run.ts';

const runModule = pathToFileURL(resolve(import.meta.dirname, '../../build/run.ts')).href;

describe('running a program', () => {
  test('gives its code and what it wrote', async () => {
    const outcome = await run(process.execPath, ['-e', 'console.log("hello"); process.exit(3)'], {
      quiet: true,
    });
    expect(outcome).toEqual({ code: 3, output: 'hello\n', timedOut: false });
  });

  test('ends it when its time is up', async () => {
    const outcome = await run(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], {
      quiet: true,
      timeoutMs: 200,
    });
    expect(outcome).toMatchObject({ code: 1, timedOut: true });
  });

  test('says that a program is not there', async () => {
    expect(await run('no-such-program', [], { quiet: true })).toMatchObject({ code: 1 });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'passes %s on, waits for a clean end, and goes no further',
    async (signal) => {
      const child = `process.on('${signal}', () => { console.log('closed'); process.exit(0); }); console.log('up'); setInterval(() => 0, 1000)`;
      const parent = spawn(
        process.execPath,
        [
          '--input-type=module',
          '-e',
          `import { run } from '${runModule}'; await run(process.execPath, ['-e', ${JSON.stringify(child)}]); console.log('went on');`,
        ],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      let output = '';
      parent.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output === 'up\n') parent.kill(signal);
      });
      await once(parent, 'close');
      expect({ code: parent.exitCode, output }).toEqual({ code: 0, output: 'up\nclosed\n' });
    },
  );
});
