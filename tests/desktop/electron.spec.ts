import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findElectron } from '../../build/electron-binary.ts';

const binary = findElectron();
const isRoot = process.getuid?.() === 0;
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

test.skip(binary === null, 'the Electron binary is not installed');
test.skip(isRoot, 'Electron does not run as root with its sandbox');
test.skip(!hasDisplay, 'there is no display');

// They share one window.
test.describe.configure({ mode: 'default' });

let folder: string;
let app: ElectronApplication;
let page: Page;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phleboplan-electron-'));
  app = await _electron.launch({
    executablePath: binary ?? '',
    args: [resolve(import.meta.dirname, '../..'), '--data', folder, '--demo'],
  });
  page = await app.firstWindow();
});
test.afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

test('opens the demo clinic from its private scheme', async () => {
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(page.url()).toMatch(/^app:\/\/phleboplan\//);
});

test('gives the page the bridge and nothing of Node', async () => {
  const globals = await page.evaluate(() =>
    ['phleboplan', 'require', 'process', 'module'].map((name) => name in window),
  );
  expect(globals).toEqual([true, false, false, false]);
});

test('runs its page in a process of its own without Node', async () => {
  const pids = await app.evaluate(({ BrowserWindow }) => [
    process.pid,
    ...BrowserWindow.getAllWindows().map((window) => window.webContents.getOSProcessId()),
  ]);
  expect(new Set(pids).size).toBe(2);
});

test('goes nowhere else, and opens no window', async () => {
  await page.evaluate(() => {
    window.location.href = 'http://example.invalid/?next=app://phleboplan';
    window.open('http://example.invalid/');
  });
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(page.url()).toMatch(/^app:\/\/phleboplan\//);
  expect(app.windows()).toHaveLength(1);
});

test('reaches no network, this machine included', async () => {
  const outcome = await page.evaluate(() =>
    fetch('http://127.0.0.1:9/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
});

test('leaves no key in the clear', async () => {
  const files = await readdir(folder, { recursive: true });
  expect(files.filter((file) => /(^|[\\/])key$/.test(file))).toEqual([]);
});
