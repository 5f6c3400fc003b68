import { app, BrowserWindow, dialog, nativeTheme } from 'electron';
import { appOrigin } from './origin.ts';

/** The one window. It is shown once the page has drawn something, so that it never flashes white. */
export function createWindow(preloadFile: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Phleboplan',
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14181b' : '#f4f6f7',
    webPreferences: {
      preload: preloadFile,
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
      // Fetches its dictionaries from the network.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  askBeforeLeaving(window);
  return window;
}

/** What is on its way when the window is to close has so long to get into the records before anybody is asked. */
const GRACE_MS = 1_500;

/** While the page holds something unsaved it stays, unless the person says otherwise. Closing tries a second time by itself first. */
function askBeforeLeaving(window: BrowserWindow): void {
  let triesToClose = 0;
  let secondTry: NodeJS.Timeout | undefined;
  window.on('close', () => {
    triesToClose += 1;
  });
  window.once('closed', () => {
    clearTimeout(secondTry);
  });
  window.webContents.on('will-prevent-unload', (event) => {
    clearTimeout(secondTry);
    if (triesToClose === 1) {
      secondTry = setTimeout(() => {
        window.close();
      }, GRACE_MS);
      return;
    }
    triesToClose = 0;
    if (wantsToLeave(window)) event.preventDefault();
  });
}

/** Loads the app into the window. */
export const loadApp = (window: BrowserWindow): Promise<void> => window.loadURL(`${appOrigin}/`);

/** Asked while the page still holds something that is not saved. */
function wantsToLeave(window: BrowserWindow): boolean {
  const choice = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: 'Some of your last changes are not saved yet.',
    detail: 'If you leave now, they are lost.',
    buttons: ['Stay', 'Leave without them'],
    defaultId: 0,
    cancelId: 0,
  });
  return choice === 1;
}
