// Makes a bare clone ready and hands over to the pinned Node. Needs nothing but Node 20: no dependency, no TypeScript.
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.phleboplan-lock');
const onWindows = process.platform === 'win32';
const pinnedNode = join(modules, 'node', 'bin', onWindows ? 'node.exe' : 'node');
const steppedAside = join(root, 'node-before-installation.exe');

const scripts = {
  start: 'build/start.ts',
  test: 'build/test.ts',
  build: 'build/build.ts',
  package: 'build/package.ts',
};

const startHelp = `Phleboplan: map, plan, record and review microsclerotherapy.

  npm start                    open the desktop app; where that cannot be, serve it to the browser
  npm start -- [options]

  --web            serve to the browser at once, on this machine only
  --port N         port of the web host; 0 takes any free one (default 0)
  --data DIR       folder of the records (default: the folder your system keeps for applications)
  --demo           open the demo clinic, which has a data folder of its own
  --no-open        do not open a browser
  --restore FILE   bring a backup back beside the present file, never over it
  --help           show this list`;

/** Runs a program in the project, passes signals on to it, and resolves to its exit code. */
function run(command, args, options = {}) {
  return new Promise((settle) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    // A terminal sends Ctrl-C to the child as well; passing it on would make it two.
    const pass = (signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    const settled = (code) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      settle(code);
    };
    child.on('error', (error) => {
      console.error(`${command} did not start: ${error.message}`);
      settled(1);
    });
    child.on('close', (code, signal) => settled(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** npm by the very npm that started us and on its Node, since ours may be about to be replaced; else the one on the path. */
function npm(...args) {
  const { npm_execpath: cli, npm_node_execpath: node = process.execPath } = process.env;
  if (cli?.endsWith('.js')) return run(node, [cli, ...args]);
  return run(onWindows ? 'npm.cmd' : 'npm', args, { shell: onWindows });
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lockHash();

/** Windows lets nobody delete a program that runs, but move it. `npm ci` begins by deleting us when we are the pinned Node. */
function stepAside() {
  if (!onWindows) return;
  rmSync(steppedAside, { force: true });
  if (resolve(process.execPath) === pinnedNode) renameSync(pinnedNode, steppedAside);
}

async function ensureInstalled() {
  if (!isInstalled()) {
    stepAside();
    console.log('Installing the dependencies (once, about a minute) …');
    const code = await npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
    if (code !== 0) return code;
    writeFileSync(stamp, lockHash());
  }
  if (!existsSync(pinnedNode)) {
    console.log('Fetching the pinned Node …');
    const code = await npm('rebuild', 'node');
    if (code !== 0) return code;
  }
  if (!existsSync(pinnedNode)) {
    console.error(`The pinned Node is missing at ${pinnedNode}. Delete node_modules and start again.`);
    return 1;
  }
  return 0;
}

const pinnedMajor = () =>
  JSON.parse(readFileSync(join(modules, 'node', 'package.json'), 'utf8')).version.split('.')[0];

/** Goes on in this process when it already is the right Node, else in a child. */
async function goOn(script, args) {
  const file = join(root, script);
  if (process.versions.node.split('.')[0] === pinnedMajor()) {
    process.chdir(root);
    process.argv = [process.execPath, file, ...args];
    await import(pathToFileURL(file).href);
    return undefined;
  }
  const path = [join(modules, '.bin'), process.env.PATH].join(onWindows ? ';' : ':');
  return run(pinnedNode, [file, ...args], { env: { ...process.env, PATH: path } });
}

async function main([command, ...args]) {
  const script = command === 'run' ? args.shift() : scripts[command];
  if (!script) {
    console.error('Usage: node build/bootstrap.mjs start | test | build | package | run FILE [options]');
    return 2;
  }
  if (command === 'start' && args.some((arg) => arg === '--help' || arg === '-h')) {
    console.log(startHelp);
    return 0;
  }
  const code = await ensureInstalled();
  return code === 0 ? goOn(script, args) : code;
}

const code = await main(process.argv.slice(2));
// A script that ran in this process has set its own.
if (code !== undefined) process.exitCode = code;
