import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const pinnedNode = process.platform === 'win32' ? 'node.exe' : 'node';

let folder: string;

/** A bare clone with a stand-in for npm that writes down how it was called and installs no more than a Node. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phleboplan-clone-'));
  mkdirSync(join(folder, 'build'));
  cpSync(join(root, 'build/bootstrap.mjs'), join(folder, 'build/bootstrap.mjs'));
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, 'package-lock.json'), '{"lock":1}');
  writeFileSync(
    join(folder, 'build/hello.mjs'),
    `console.log('hello from', process.version, ...process.argv.slice(2));`,
  );
  writeFileSync(
    join(folder, 'npm.js'),
    `const { appendFileSync, copyFileSync, mkdirSync, writeFileSync, chmodSync, linkSync, existsSync } = require('node:fs');
     appendFileSync('npm.log', process.argv[2] + '\\n');
     if (process.env.NPM_FAILS) process.exit(7);
     mkdirSync('node_modules/node/bin', { recursive: true });
     writeFileSync('node_modules/node/package.json', JSON.stringify({ version: process.versions.node }));
     if (!process.env.NPM_FORGETS_NODE || process.argv[2] === 'rebuild')
       if (!existsSync('node_modules/node/bin/${pinnedNode}')) copyFileSync(process.execPath, 'node_modules/node/bin/${pinnedNode}');`,
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function bootstrap(args: readonly string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build/bootstrap.mjs', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      npm_execpath: join(folder, 'npm.js'),
      npm_node_execpath: process.execPath,
      ...environment,
    },
  });
  const log = join(folder, 'npm.log');
  return { status, stdout, stderr, npm: existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [] };
}

describe('a bare clone', () => {
  test('installs once, and goes on with the options given', () => {
    const first = bootstrap(['run', 'build/hello.mjs', '--demo']);
    expect(first).toMatchObject({ status: 0, npm: ['ci'] });
    expect(first.stdout).toContain('Installing the dependencies');
    expect(first.stdout).toContain(`hello from ${process.version} --demo`);
    const second = bootstrap(['run', 'build/hello.mjs']);
    expect(second).toMatchObject({ status: 0, npm: ['ci'], stdout: `hello from ${process.version}\n` });
  });

  test('installs again when the lock file changed', () => {
    bootstrap(['run', 'build/hello.mjs']);
    writeFileSync(join(folder, 'package-lock.json'), '{"lock":2}');
    expect(bootstrap(['run', 'build/hello.mjs']).npm).toEqual(['ci', 'ci']);
  });

  test('fetches Node by itself where the installation left it out', () => {
    const { status, npm } = bootstrap(['run', 'build/hello.mjs'], { NPM_FORGETS_NODE: '1' });
    expect({ status, npm }).toEqual({ status: 0, npm: ['ci', 'rebuild'] });
  });

  test('stops with the code of an installation that failed, and does not take it for done', () => {
    expect(bootstrap(['run', 'build/hello.mjs'], { NPM_FAILS: '1' })).toMatchObject({
      status: 7,
      npm: ['ci'],
    });
    expect(bootstrap(['run', 'build/hello.mjs'])).toMatchObject({ status: 0, npm: ['ci', 'ci'] });
  });

  test('hands over to the pinned Node where another one started it', ({ skip }) => {
    skip(process.platform === 'win32', 'its stand-in for Node is a shell script');
    const bin = join(folder, 'node_modules/node/bin');
    mkdirSync(bin, { recursive: true });
    // A pinned version that this process is not; what lies in its place tells that it was called.
    writeFileSync(join(bin, '../package.json'), '{"version":"1.2.3"}');
    writeFileSync(join(bin, 'node'), '#!/bin/sh\necho "pinned: $2"\nexit 5\n');
    chmodSync(join(bin, 'node'), 0o755);
    writeFileSync(join(folder, 'node_modules/.phleboplan-lock'), hashOf('{"lock":1}'));
    expect(bootstrap(['run', 'build/hello.mjs', '--demo'])).toMatchObject({
      status: 5,
      stdout: 'pinned: --demo\n',
    });
  });

  test('ends with the code of the script, so that a failed test run is seen to have failed', () => {
    writeFileSync(join(folder, 'build/failing.mjs'), 'process.exitCode = await Promise.resolve(4);');
    expect(bootstrap(['run', 'build/failing.mjs']).status).toBe(4);
    expect(bootstrap(['run', 'build/hello.mjs']).status).toBe(0);
  });

  test('shows help without installing anything', () => {
    const { status, stdout, npm } = bootstrap(['start', '--help']);
    expect({ status, npm }).toEqual({ status: 0, npm: [] });
    for (const option of ['--web', '--port N', '--data DIR', '--demo', '--no-open', '--restore FILE'])
      expect(stdout).toContain(option);
  });

  test('says how it is called when it is called wrong', () => {
    expect(bootstrap(['stroll'])).toMatchObject({ status: 2, npm: [] });
  });
});

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
