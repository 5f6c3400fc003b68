import { beforeEach, describe, expect, test } from 'vitest';
import type { BridgeRequest, DesktopBridge } from '../../shared/contract/desktop-bridge.ts';
import { MAX_BODY_BYTES } from '../../electron/application.ts';
import { connect } from '../../electron/desktop/ipc.ts';
import { BrowserWindow as RealBrowserWindow } from 'electron';
import { contextBridge, ipcMain, resetElectron, sender } from '../support/electron.ts';
import { bridgeOfPage, startShell, type Started } from './started.ts';

const request: BridgeRequest = {
  url: 'app://phleboplan/api/trpc/map.get?input=%7B%7D',
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: '{"a":1}',
};

let started: Started;
let page: DesktopBridge;
beforeEach(async () => {
  started = await startShell();
  page = bridgeOfPage();
});

describe('the bridge', () => {
  test('carries a request to the core and its answer back', async () => {
    const response = await page.request(request);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('application/json');
    expect(JSON.parse(response.body)).toEqual({
      url: 'app://phleboplan/api/trpc/map.get?input=%7B%7D',
      method: 'POST',
      body: '{"a":1}',
    });
  });

  test('shows the page one object with six functions, and nothing of Electron', () => {
    expect([...contextBridge.exposed.keys()]).toEqual(['phleboplan']);
    expect(Object.keys(page).sort()).toEqual([
      'onChange',
      'onCommand',
      'openFile',
      'request',
      'saveFile',
      'setMenu',
    ]);
  });

  test('tells the page what changed, until it no longer listens', () => {
    const heard: unknown[] = [];
    const stop = page.onChange((...args) => heard.push(args));
    started.announce({ topic: 'map', id: 'case-1' });
    stop();
    started.announce({ topic: 'map', id: 'case-2' });
    expect(heard).toEqual([[{ topic: 'map', id: 'case-1' }]]);
  });

  test('passes topic and id alone, whatever else a change might carry', () => {
    const withContent = { topic: 'patient', id: 'p1', name: 'Anna Vogel' } as const;
    started.announce(withContent);
    expect(started.window.webContents.sent).toEqual([['phleboplan:change', { topic: 'patient', id: 'p1' }]]);
  });

  test('sends nothing to a window that is closed', () => {
    started.window.emit('closed');
    started.announce({ topic: 'map', id: 'case-1' });
    expect(started.window.webContents.sent).toEqual([]);
  });

  test('answers a bug of the core with 500 and not with its words', async () => {
    resetElectron();
    connect(new RealBrowserWindow({}), {
      fetch: () => Promise.reject(new Error('no such patient: Anna Vogel')),
      onChange: () => () => undefined,
    });
    expect(await page.request(request)).toEqual({ status: 500, headers: {}, body: '' });
  });
});

describe('who may use the bridge', () => {
  const strangers: readonly [who: string, frame: () => { origin: string }][] = [
    ['a frame inside the page', () => ({ origin: 'app://phleboplan' })],
    ['another origin', () => ({ origin: 'https://example.invalid' })],
    [
      'the top frame after it was led elsewhere',
      () => Object.assign(started.window.webContents.mainFrame, { origin: 'https://example.invalid' }),
    ],
    [
      'an origin that only begins like ours',
      () =>
        Object.assign(started.window.webContents.mainFrame, { origin: 'app://phleboplan.example.invalid' }),
    ],
  ];

  test.each(strangers)('refuses %s', async (_who, frame) => {
    sender.frame = frame();
    expect(await page.request(request)).toEqual({ status: 403, headers: {}, body: '' });
    await expect(page.saveFile({ suggestedName: 'a.csv', content: 'a' })).rejects.toThrow('Refused');
    await expect(page.openFile(['csv'])).rejects.toThrow('Refused');
    await expect(page.setMenu([])).rejects.toThrow('Refused');
  });

  test('refuses a message whose frame is gone', async () => {
    const handler = ipcMain.handlers.get('phleboplan:request');
    expect(await handler?.({ senderFrame: null }, request)).toEqual({ status: 403, headers: {}, body: '' });
  });

  test.each([
    ['an address outside the API', { ...request, url: 'app://phleboplan/index.html' }],
    ['a foreign address', { ...request, url: 'http://example.invalid/api/trpc/a' }],
    ['half an address', { ...request, url: '/api/trpc/a' }],
    ['a path that leaves the API', { ...request, url: 'app://phleboplan/api/../index.html' }],
    ['another method', { ...request, method: 'DELETE' }],
    ['a body that is no text', { ...request, body: 4 }],
    ['a field too many', { ...request, agent: 'x' }],
    ['nothing', null],
    ['a body beyond measure', { ...request, body: 'x'.repeat(MAX_BODY_BYTES + 1) }],
  ])('answers 400 to %s', async (_what, message) => {
    const handler = ipcMain.handlers.get('phleboplan:request');
    const senderFrame = started.window.webContents.mainFrame;
    expect(await handler?.({ senderFrame }, message)).toEqual({ status: 400, headers: {}, body: '' });
  });
});
