import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DesktopBridge } from '../../shared/contract/desktop-bridge.ts';
import { menuTemplate } from '../../electron/desktop/menu.ts';
import { dialog, Menu } from '../support/electron.ts';
import { bridgeOfPage, startShell } from './started.ts';

let page: DesktopBridge;
let folder: string;
beforeEach(async () => {
  await startShell();
  page = bridgeOfPage();
  folder = await mkdtemp(join(tmpdir(), 'phleboplan-dialogs-'));
});
afterEach(() => rm(folder, { recursive: true }));

const undo = { id: 'undo', label: 'Undo', shortcut: 'CmdOrCtrl+Z', isEnabled: false, menu: 'edit' } as const;
const print = { id: 'print', label: 'Print', shortcut: null, isEnabled: true, menu: 'file' } as const;

describe('the menu', () => {
  test('is there from the start', () => {
    expect(Menu.current?.map(({ label }) => label)).toEqual(['File', 'Edit', 'View']);
  });

  test('shows the commands of the page and runs them there', async () => {
    const chosen: string[] = [];
    page.onCommand((id) => chosen.push(id));
    await page.setMenu([print, undo]);
    const [file, edit] = Menu.current ?? [];
    expect(edit?.submenu?.[0]).toMatchObject({ label: 'Undo', enabled: false, accelerator: 'CmdOrCtrl+Z' });
    file?.submenu?.[0]?.click?.();
    expect(chosen).toEqual(['print']);
  });

  test('leaves the keys to the page, which would otherwise run a command twice', () => {
    const items = menuTemplate([undo], () => undefined, 'linux').flatMap(({ submenu }) =>
      Array.isArray(submenu) ? submenu : [],
    );
    expect(items.find(({ id }) => id === 'undo')?.registerAccelerator).toBe(false);
  });

  test('has the menus of the system on macOS', () => {
    const roles = menuTemplate([], () => undefined, 'darwin').map(({ role }) => role);
    expect(roles).toContain('appMenu');
    expect(roles).toContain('windowMenu');
  });

  test('refuses a command that is none', async () => {
    const noCommand = { ...print, isEnabled: 'yes' };
    await expect(page.setMenu([noCommand as never])).rejects.toThrow('isEnabled');
  });
});

describe('saving and opening files', () => {
  test('writes what the page gives to where the person says', async () => {
    dialog.saveAnswer = { canceled: false, filePath: join(folder, 'sessions.csv') };
    expect(await page.saveFile({ suggestedName: '../sessions.csv', content: 'a,b' })).toBe(true);
    expect(await readFile(join(folder, 'sessions.csv'), 'utf8')).toBe('a,b');
    expect(await readdir(folder)).toEqual(['sessions.csv']);
    expect(dialog.asked[0]?.['defaultPath']).toMatch(/[\\/]sessions\.csv$/);
    expect(dialog.asked[0]?.['defaultPath']).not.toContain('..');
  });

  test('offers the folder of the last file again', async () => {
    dialog.saveAnswer = { canceled: false, filePath: join(folder, 'a.csv') };
    await page.saveFile({ suggestedName: 'a.csv', content: new Uint8Array([1, 2]) });
    dialog.openAnswer = { canceled: true, filePaths: [] };
    await page.openFile(['csv']);
    expect(dialog.asked.map(({ defaultPath }) => defaultPath).at(-1)).toBe(folder);
  });

  test('writes nothing when the person cancels', async () => {
    expect(await page.saveFile({ suggestedName: 'a.csv', content: 'a' })).toBe(false);
    expect(await readdir(folder)).toEqual([]);
  });

  test('leaves nothing half-written where it cannot write', async () => {
    dialog.saveAnswer = { canceled: false, filePath: join(folder, 'missing', 'a.csv') };
    await expect(page.saveFile({ suggestedName: 'a.csv', content: 'a' })).rejects.toThrow('ENOENT');
    expect(await readdir(folder)).toEqual([]);
  });

  test('reads the file the person chose', async () => {
    await writeFile(join(folder, 'in.csv'), 'x');
    dialog.openAnswer = { canceled: false, filePaths: [join(folder, 'in.csv')] };
    expect(await page.openFile(['csv'])).toEqual({ name: 'in.csv', content: new Uint8Array([120]) });
    expect(await page.openFile([])).not.toBeNull();
  });

  test('gives null when the person chose none', async () => {
    expect(await page.openFile(['csv'])).toBeNull();
  });
});
