import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import type { BridgeRequest, BridgeResponse } from '../../shared/contract/desktop-bridge.ts';
import { API_PATH, MAX_BODY_BYTES } from '../application.ts';
import type { Clinics } from '../clinics.ts';
import { channels } from './channels.ts';
import { openFile, saveFile } from './dialogs.ts';
import { showMenu } from './menu.ts';
import { appOrigin, isOwnAddress } from './origin.ts';

const bridgeRequest = z.strictObject({
  url: z
    .string()
    .max(64 * 1024)
    .refine((url) => isOwnAddress(url) && new URL(url).pathname.startsWith(`${API_PATH}/`)),
  method: z.enum(['GET', 'POST']),
  headers: z.record(z.string(), z.string()),
  body: z.string().max(MAX_BODY_BYTES).nullable(),
});

const fileToSave = z.strictObject({
  suggestedName: z.string().min(1).max(200),
  content: z.union([z.string(), z.instanceof(Uint8Array)]),
});

const extensions = z.array(z.string().regex(/^[a-z0-9]{1,10}$/)).max(20);

const menuCommands = z
  .array(
    z.strictObject({
      id: z.string().max(100),
      label: z.string().max(100),
      shortcut: z.string().max(50).nullable(),
      isEnabled: z.boolean(),
      menu: z.enum(['file', 'edit', 'view']),
    }),
  )
  .max(200);

/** Connects the page of the window with the core and with the native things beside it. */
export function connect(window: BrowserWindow, clinics: Pick<Clinics, 'fetch' | 'onChange'>): void {
  ipcMain.handle(channels.request, (event, message: unknown) => {
    if (!isOurPage(event, window)) return answerOf(403);
    const request = bridgeRequest.safeParse(message);
    return request.success ? askCore(clinics, request.data) : answerOf(400);
  });
  ipcMain.handle(channels.saveFile, (event, message: unknown) => {
    insistOnOurPage(event, window);
    return saveFile(window, fileToSave.parse(message));
  });
  ipcMain.handle(channels.openFile, (event, message: unknown) => {
    insistOnOurPage(event, window);
    return openFile(window, extensions.parse(message));
  });
  ipcMain.handle(channels.setMenu, (event, message: unknown) => {
    insistOnOurPage(event, window);
    showMenu(menuCommands.parse(message), (id) => window.webContents.send(channels.command, id));
  });
  const stop = clinics.onChange(({ topic, id }) => window.webContents.send(channels.change, { topic, id }));
  window.once('closed', stop);
}

/** Only the top frame of our window, and only while it shows our page. */
const isOurPage = (event: IpcMainInvokeEvent, window: BrowserWindow): boolean =>
  event.senderFrame !== null &&
  event.senderFrame === window.webContents.mainFrame &&
  event.senderFrame.origin === appOrigin;

function insistOnOurPage(event: IpcMainInvokeEvent, window: BrowserWindow): void {
  if (!isOurPage(event, window)) throw new Error('Refused: not the page of this app.');
}

async function askCore(clinics: Pick<Clinics, 'fetch'>, request: BridgeRequest): Promise<BridgeResponse> {
  try {
    const { url, method, headers, body } = request;
    const response = await clinics.fetch(new Request(url, { method, headers: { ...headers }, body }));
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  } catch {
    // What a bug says might quote a patient; the core has reported it in its own place.
    return answerOf(500);
  }
}

const answerOf = (status: number): BridgeResponse => ({ status, headers: {}, body: '' });
