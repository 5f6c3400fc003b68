import { beforeEach, describe, expect, test } from 'vitest';
import { isOwnAddress } from '../../electron/desktop/origin.ts';
import { session, type BrowserWindow } from '../support/electron.ts';
import { startShell } from './started.ts';

let window: BrowserWindow;
beforeEach(async () => {
  ({ window } = await startShell());
});

/** Whether the shell refuses what an event announces. */
function refuses(event: string, details: { url?: string; isMainFrame?: boolean } = {}): boolean {
  let isRefused = false;
  window.webContents.emit(event, {
    url: 'app://phleboplan/',
    isMainFrame: true,
    ...details,
    preventDefault: () => (isRefused = true),
  });
  return isRefused;
}

const foreign = [
  'http://example.invalid/?next=app://phleboplan',
  'https://phleboplan/',
  'https://app://phleboplan/',
  'app://phleboplan.example.invalid/',
  'app://phleboplan@example.invalid/',
  'app://nurse:pin@phleboplan/',
  'app://example.invalid/app://phleboplan/',
  'app://phleboplan:81/',
  'application://phleboplan/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,<h1>app://phleboplan/</h1>',
  'blob:app://phleboplan/0',
  'about:blank',
  'no address at all',
  '',
];

describe('navigation', () => {
  test.each(foreign)('refuses to go to %s', (url) => {
    expect(isOwnAddress(url)).toBe(false);
    expect(refuses('will-navigate', { url })).toBe(true);
    expect(refuses('will-frame-navigate', { url })).toBe(true);
  });

  test('lets the page load itself again', () => {
    expect(refuses('will-navigate', { url: 'app://phleboplan/patients/4?tab=map' })).toBe(false);
    expect(refuses('will-frame-navigate', { url: 'app://phleboplan/' })).toBe(false);
  });

  test('refuses every frame inside the page, our own address included', () => {
    expect(refuses('will-frame-navigate', { isMainFrame: false })).toBe(true);
  });

  test('refuses every redirect and every embedded page', () => {
    expect(refuses('will-redirect')).toBe(true);
    expect(refuses('will-attach-webview')).toBe(true);
  });

  test('opens no second window', () => {
    for (const url of [...foreign, 'app://phleboplan/'])
      expect(window.webContents.windowOpenHandler?.({ url })).toEqual({ action: 'deny' });
  });
});

describe('permissions', () => {
  const asked = (permission: string) => {
    let granted: boolean | null = null;
    session.defaultSession.permissionRequest?.({}, permission, (answer) => (granted = answer));
    return [granted, session.defaultSession.permissionCheck?.({}, permission)];
  };

  test.each(['clipboard-sanitized-write', 'fullscreen'])('grants %s', (permission) => {
    expect(asked(permission)).toEqual([true, true]);
  });

  test.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'hid',
    'usb',
    'openExternal',
    'unknown',
  ])('refuses %s', (permission) => {
    expect(asked(permission)).toEqual([false, false]);
  });

  test('hands out no device and no picture of the screen', () => {
    expect(session.defaultSession.devicePermission?.()).toBe(false);
    let streams: object | null = null;
    session.defaultSession.displayMedia?.({}, (answer) => (streams = answer));
    expect(streams).toEqual({});
  });

  test('cuts the page off from the network', () => {
    const { blocked } = session.defaultSession;
    expect(blocked?.urls).toEqual(['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*']);
    let answer: object | null = null;
    blocked?.listener({ url: 'http://127.0.0.1/' }, (given) => (answer = given));
    expect(answer).toEqual({ cancel: true });
  });
});
