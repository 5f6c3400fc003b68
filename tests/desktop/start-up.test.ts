import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { app, BrowserWindow, dialog, log, resetElectron } from '../support/electron.ts';
import { start } from '../../electron/main.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { startOver, startShell, startWithFailure } from './started.ts';

beforeEach(resetElectron);

describe('start-up', () => {
  test('confines the page before there is one', async () => {
    await startShell();
    expect(log).toEqual([
      'sandbox',
      'scheme',
      'claim instance',
      'ready',
      'permissions',
      'network',
      'serve',
      'clinics',
      'window',
      'load',
    ]);
  });

  test('loads the app from its private scheme and shows the window once it has drawn', async () => {
    const { window } = await startShell();
    expect(window.loadedUrl).toBe('app://phleboplan/');
    expect(window.calls).toEqual([]);
    window.emit('ready-to-show');
    expect(window.calls).toEqual(['show']);
  });

  test('opens a window that is isolated, sandboxed and without Node', async () => {
    const { window } = await startShell();
    expect(window.options['show']).toBe(false);
    expect(window.options['webPreferences']).toEqual({
      preload: '/app/out/preload/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: true,
    });
  });

  test('gives no developer tools in the packaged app', async () => {
    resetElectron();
    const { createWindow } = await import('../../electron/desktop/window.ts');
    app.isPackaged = true;
    createWindow('/preload.cjs');
    expect(BrowserWindow.all[0]?.options['webPreferences']).toMatchObject({ devTools: false });
  });

  test('keeps the records in the folder of the account, or where --data says', async () => {
    expect((await startShell()).opened).toEqual({
      folder: '/users/nurse/phleboplan/records',
      startInDemo: false,
    });
    const chosen = await startShell(['--data', '/clinic/data', '--demo', '--inspect=0']);
    expect(chosen.opened).toEqual({ folder: '/clinic/data', startInDemo: true });
  });

  test('two folders of records can be open at once, one folder only once', async () => {
    await startShell(['--data', '/clinic/data']);
    expect(app.getPath('userData')).toBe('/clinic/data/shell');
  });

  test('a second start opens nothing and quits', async () => {
    app.hasInstanceLock = false;
    const touch = () => expect.unreachable('touched the records a second time');
    await start({ openClinics: touch, restoreBackup: touch });
    expect(log).toEqual(['sandbox', 'scheme', 'claim instance', 'quit', 'ended']);
    expect(BrowserWindow.all).toEqual([]);
  });

  test('the first brings its window to the front when a second is started', async () => {
    const { window } = await startShell();
    window.isDown = true;
    app.emit('second-instance');
    expect(window.calls).toEqual(['restore', 'show', 'focus']);
  });

  test('says plainly what to do on a machine without a keychain, and opens no window', async () => {
    await startWithFailure({ code: 'storage/no-keychain' });
    expect(dialog.errors).toEqual([
      ['This computer has no keychain', expect.stringContaining('gnome-keyring')],
    ]);
    expect(app.exitCode).toBe(3);
    expect(BrowserWindow.all).toEqual([]);
  });

  test('names the step of records that a newer version wrote', async () => {
    await startWithFailure({ code: 'storage/newer', fileMigration: '0420-rooms' });
    expect(dialog.errors[0]?.[1]).toContain('0420-rooms');
  });
});

describe('--restore', () => {
  const args = ['--data', '/clinic/data', '--restore', '/clinic/old.db'];

  test('brings the backup back before the records are opened, and says where the former ones are', async () => {
    await startShell(args, ok({ keptFile: '/clinic/data/kept.db' }));
    expect(log.slice(log.indexOf('serve') + 1)).toEqual([
      'restore /clinic/old.db in /clinic/data',
      'clinics',
      'window',
      'load',
    ]);
    expect(dialog.asked[0]?.['detail']).toContain('/clinic/data/kept.db');
  });

  test('opens nothing where the backup cannot be brought back', async () => {
    const { opened } = await startOver(args, err({ code: 'not-found', what: 'backup' }));
    expect(opened).toEqual([]);
    expect(dialog.errors[0]?.[0]).toBe('There is no such backup');
    expect(app.exitCode).toBe(3);
  });
});

describe('ending', () => {
  test('closes the records before the process ends', async () => {
    await startShell();
    log.length = 0;
    app.emit('window-all-closed');
    await expect.poll(() => log).toEqual(['quit', 'clinics closed', 'quit', 'ended']);
  });

  test('asks before leaving changes behind that are not saved', async () => {
    const { window } = await startShell();
    const leave = () => {
      let isLeaving = false;
      window.webContents.emit('will-prevent-unload', { preventDefault: () => (isLeaving = true) });
      return isLeaving;
    };
    dialog.messageAnswer = 0;
    expect(leave()).toBe(false);
    dialog.messageAnswer = 1;
    expect(leave()).toBe(true);
    expect(dialog.asked[0]).toMatchObject({ defaultId: 0, cancelId: 0 });
  });

  test('gives what is on its way a moment to be saved before it asks, and asks if that was not enough', async () => {
    const { window } = await startShell();
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    dialog.messageAnswer = 0;
    const asked = dialog.asked.length;
    const stay = () => window.webContents.emit('will-prevent-unload', { preventDefault: () => undefined });
    window.close();
    stay();
    expect(dialog.asked).toHaveLength(asked);
    vi.advanceTimersByTime(1_500);
    expect(window.calls.filter((call) => call === 'close')).toHaveLength(2);
    stay();
    expect(dialog.asked).toHaveLength(asked + 1);
    vi.advanceTimersByTime(60_000);
    expect(window.calls.filter((call) => call === 'close')).toHaveLength(2);
  });
});
