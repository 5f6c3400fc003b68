import { extractAll, extractFile, listPackage, statFile } from '@electron/asar';
import { spawnSync } from 'node:child_process';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import electronPackage from 'electron/package.json' with { type: 'json' };
import { buildApp } from '../../build/build-app.ts';
import afterPack from '../../build/flip-fuses.mjs';
import { root, runTool } from '../../build/run.ts';

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** The version of the fuse wire, its length, and the nine fuses as Electron ships them. */
const fuseWire = Buffer.concat([Buffer.from([1, 9]), Buffer.from('101000011')]);

let folder: string;
let packed: string;
let archive: string;

/** A folder like the one Electron is unzipped to, with all that packaging looks at and nothing that runs. */
async function standInElectron(at: string, wire = fuseWire): Promise<void> {
  await mkdir(join(at, 'resources'), { recursive: true });
  await writeFile(join(at, 'version'), electronPackage.version);
  await writeFile(join(at, 'LICENSE'), 'stand-in');
  await writeFile(
    join(at, 'electron'),
    Buffer.concat([Buffer.from(`stand-in ${sentinel}`), wire, Buffer.from('end')]),
  );
  await chmod(join(at, 'electron'), 0o755);
}

const pack = (electron: string, output: string) =>
  runTool(
    'electron-builder/cli.js',
    [
      ...['--linux', 'dir', '--x64', '--config', 'build/electron-builder.json', '--publish', 'never'],
      ...[`-c.electronDist=${electron}`, `-c.directories.output=${output}`],
    ],
    { quiet: true },
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phleboplan-package-'));
  expect(await buildApp()).toBe(true);
  await standInElectron(join(folder, 'electron'));
  const { code, output } = await pack(join(folder, 'electron'), join(folder, 'dist'));
  expect(code, output).toBe(0);
  packed = join(folder, 'dist/linux-unpacked');
  archive = join(packed, 'resources/app.asar');
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the packaged app', () => {
  test('holds the built app and starts with its main file', () => {
    const manifest: unknown = JSON.parse(extractFile(archive, 'package.json').toString());
    expect(manifest).toMatchObject({
      name: 'phleboplan',
      productName: 'Phleboplan',
      main: 'out/main/main.js',
    });
    const files = listPackage(archive, { isPack: false });
    expect(files).toEqual(
      expect.arrayContaining([
        '/out/main/main.js',
        '/out/main/check-copy-thread.js',
        '/out/preload/preload.cjs',
        '/out/renderer/index.html',
        '/LICENSE',
        '/NOTICE',
      ]),
    );
  });

  test('holds no source, no test and no tool', () => {
    const files = listPackage(archive, { isPack: false });
    const tops = new Set(files.map((file) => file.split('/')[1]));
    expect([...tops].sort()).toEqual(['LICENSE', 'NOTICE', 'node_modules', 'out', 'package.json']);
    const modules = files.filter((file) => /^\/node_modules\/[^/]+$/.test(file));
    expect(modules).toEqual(['/node_modules/better-sqlite3']);
    const manifest: unknown = JSON.parse(extractFile(archive, 'package.json').toString());
    expect(manifest).not.toHaveProperty('scripts');
    expect(manifest).not.toHaveProperty('devDependencies');
  });

  test('has the database library outside the archive, for this platform alone', () => {
    const native = 'node_modules/better-sqlite3/prebuilds/linux-x64.node';
    expect(statFile(archive, native)).toMatchObject({ unpacked: true });
    expect(existsSync(join(packed, 'resources/app.asar.unpacked', native))).toBe(true);
    const others = listPackage(archive, { isPack: false }).filter((file) => file.endsWith('.node'));
    expect(others).toEqual([`/${native}`]);
  });

  test('preloads one CommonJS file that requires electron alone', () => {
    const preload = extractFile(archive, 'out/preload/preload.cjs').toString();
    const required = [...preload.matchAll(/require\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(([, name]) => name);
    expect(new Set(required)).toEqual(new Set(['electron']));
    expect(preload).not.toMatch(/^\s*import\s/m);
  });

  test('serves the page with a place for the nonce, and from the top of its origin', () => {
    const html = extractFile(archive, 'out/renderer/index.html').toString();
    expect(html).toContain('__CSP_NONCE__');
    expect(html).toMatch(/src="\/assets\//);
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  test('takes the way of production through its libraries', () => {
    expect(extractFile(archive, 'out/main/main.js').toString()).not.toContain('process.env.NODE_ENV');
  });

  test('has every fuse set as the security list of Electron says', async () => {
    const { version: _version, ...wire } = await getCurrentFuseWire(join(packed, 'phleboplan'));
    expect(wire).toEqual({
      [FuseV1Options.RunAsNode]: FuseState.DISABLE,
      [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: FuseState.DISABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
      [FuseV1Options.WasmTrapHandlers]: FuseState.ENABLE,
    });
  });

  test('is not made when Electron has a fuse that nobody decided about', async () => {
    const appOutDir = join(folder, 'later');
    await standInElectron(appOutDir, Buffer.concat([Buffer.from([1, 10]), Buffer.from('1010000111')]));
    const packager = { executableName: 'electron', appInfo: { productFilename: 'Phleboplan' } };
    await expect(afterPack({ appOutDir, electronPlatformName: 'linux', packager })).rejects.toThrow(
      'strictlyRequireAllFuses',
    );
  });

  const isForThisMachine = process.platform === 'linux' && process.arch === 'x64';
  test('starts, opens encrypted records, answers its page with what is in it and makes a tested backup', async ({
    skip,
  }) => {
    skip(!isForThisMachine, 'the package of this test is for Linux on x64');
    const app = join(folder, 'app');
    extractAll(archive, app);
    await mkdir(join(app, 'node_modules/electron'), { recursive: true });
    const standIn = pathToFileURL(join(root, 'tests/support/electron.ts')).href;
    await writeFile(join(app, 'node_modules/electron/index.mjs'), `export * from '${standIn}';`);
    await writeFile(
      join(app, 'node_modules/electron/package.json'),
      '{"name":"electron","exports":"./index.mjs"}',
    );
    await writeFile(
      join(app, 'page.mjs'),
      `import { app, BrowserWindow, ipcMain, protocol } from 'electron';
       import { existsSync } from 'node:fs';
       app.getAppPath = () => import.meta.dirname;
       process.argv.push('--data', import.meta.dirname + '/data');
       const shown = new Promise((settle) => { BrowserWindow.prototype.loadURL = async function () { settle(this); }; });
       await import('./out/main/main.js');
       const window = await shown;
       const ask = (event, message) => ipcMain.handlers.get('phleboplan:request')(event, message);
       const call = async (procedure, input, token) => {
         const message = {
           url: 'app://phleboplan/api/trpc/' + procedure,
           method: input === undefined ? 'GET' : 'POST',
           headers: { 'content-type': 'application/json', ...(token && { authorization: 'Bearer ' + token }) },
           body: input === undefined ? null : JSON.stringify(input),
         };
         const answer = await ask({ senderFrame: window.webContents.mainFrame }, message);
         return { status: answer.status, data: JSON.parse(answer.body).result?.data };
       };
       const status = await call('clinic.status');
       const administrator = { name: 'Administrator', pin: '4711', alsoRoles: [] };
       await call('clinic.setUp', { clinicName: 'Harbour', administrator, profileId: 'strictest' });
       const [{ id: personId }] = (await call('clinic.status')).data.people;
       const { token } = (await call('auth.signIn', { personId, pin: '4711' })).data;
       const backup = await call('backups.make', null, token);
       const page = await protocol.handlers.get('app')(new Request('app://phleboplan/today'));
       const preload = existsSync(window.options.webPreferences.preload);
       console.log(JSON.stringify({ api: status.status, page: page.status, preload, backup: backup.status }));
       app.quit();`,
    );
    const { stdout, stderr } = spawnSync(process.execPath, ['page.mjs'], { cwd: app, encoding: 'utf8' });
    expect(stdout, stderr).toBe('{"api":200,"page":200,"preload":true,"backup":200}\n');
    const database = await readFile(join(app, 'data/phleboplan.db'));
    expect(database.subarray(0, 16).toString('latin1')).not.toContain('SQLite format');
  });
});
