import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root, runTool } from './run.ts';

const sources = [
  'shared',
  'db',
  'electron',
  'renderer',
  'build/electron.vite.config.ts',
  'package-lock.json',
  'tsconfig.json',
];
const results = [
  'out/main/main.js',
  'out/main/check-copy-thread.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];
const stamp = resolve(root, 'out/.sources');

/** Builds main, preload and renderer into `out/`, or keeps what is there when no source changed since. */
export async function buildApp(): Promise<boolean> {
  const hash = hashOf(sources);
  if (isBuilt(hash)) return true;
  console.log('Building …');
  const outcome = await runTool(
    'electron-vite/bin/electron-vite.js',
    ['build', '--config', 'build/electron.vite.config.ts', '--logLevel', 'warn'],
    { quiet: true },
  );
  if (outcome.code !== 0 || !results.every((file) => existsSync(resolve(root, file)))) {
    console.error(outcome.output);
    console.error('The build failed.');
    return false;
  }
  mkdirSync(resolve(root, 'out'), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

const isBuilt = (hash: string) =>
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === hash &&
  results.every((file) => existsSync(resolve(root, file)));

/** One hash over names and contents of all files under the given paths. */
function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesUnder(path)) hash.update(`${file}\0`).update(readFileSync(resolve(root, file)));
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  const names = readdirSyncOrNull(path);
  if (names === null) return existsSync(resolve(root, path)) ? [path] : [];
  return names.sort().flatMap((name) => filesUnder(join(path, name)));
}

function readdirSyncOrNull(path: string): string[] | null {
  try {
    return readdirSync(resolve(root, path));
  } catch {
    return null;
  }
}
