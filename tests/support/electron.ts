/**
 * Stands in for the `electron` module wherever the shell runs in plain Node. It keeps to the shape of the real one, hands
 * messages over by structured clone as the real one does, and writes down in `log` what was done in which order.
 */
import { EventEmitter } from 'node:events';

export const log: string[] = [];

type Handler = (event: unknown, ...args: unknown[]) => unknown;

class App extends EventEmitter {
  isPackaged = false;
  hasInstanceLock = true;
  readonly switches: string[] = [];
  readonly paths = new Map<string, string>([
    ['userData', '/users/nurse/phleboplan'],
    ['documents', '/users/nurse/documents'],
  ]);
  exitCode: number | null = null;
  isReady = false;
  readonly commandLine = { appendSwitch: (name: string) => this.switches.push(name) };

  enableSandbox(): void {
    this.#beforeReady('sandbox');
  }
  requestSingleInstanceLock(): boolean {
    log.push('claim instance');
    return this.hasInstanceLock;
  }
  async whenReady(): Promise<void> {
    await Promise.resolve();
    this.isReady = true;
    log.push('ready');
  }
  getAppPath(): string {
    return '/app';
  }
  getPath(name: string): string {
    return this.paths.get(name) ?? `/${name}`;
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }
  quit(): void {
    log.push('quit');
    const event = { isPrevented: false, preventDefault: () => (event.isPrevented = true) };
    this.emit('will-quit', event);
    if (!event.isPrevented) log.push('ended');
  }
  exit(code: number): void {
    log.push('exit');
    this.exitCode = code;
  }
  #beforeReady(what: string): void {
    if (this.isReady) throw new Error(`${what} came after ready`);
    log.push(what);
  }
}

export const app = new App();

export class WebContents extends EventEmitter {
  readonly mainFrame = { origin: 'app://phleboplan' };
  readonly sent: [channel: string, message: unknown][] = [];
  windowOpenHandler: ((details: { url: string }) => { action: string }) | null = null;

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }
  send(channel: string, message: unknown): void {
    this.sent.push([channel, structuredClone(message)]);
    ipcRenderer.emit(channel, { sender: 'not for the page' }, structuredClone(message));
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly webContents = new WebContents();
  readonly options: Record<string, unknown>;
  readonly calls: string[] = [];
  isDown = false;
  loadedUrl: string | null = null;

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    log.push('window');
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    log.push('load');
    this.loadedUrl = url;
    await Promise.resolve();
  }
  show(): void {
    this.calls.push('show');
  }
  close(): void {
    this.calls.push('close');
    this.emit('close');
  }
  focus(): void {
    this.calls.push('focus');
  }
  restore(): void {
    this.calls.push('restore');
  }
  isMinimized(): boolean {
    return this.isDown;
  }
}

export const ipcMain = {
  handlers: new Map<string, Handler>(),
  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`Two handlers for ${channel}`);
    this.handlers.set(channel, handler);
  },
};

/** The frame that the next message of the page comes from; null stands for the main frame of the newest window. */
export const sender: { frame: { origin: string } | null } = { frame: null };

class IpcRenderer extends EventEmitter {
  async invoke(channel: string, message: unknown): Promise<unknown> {
    const handler = ipcMain.handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler for ${channel}`);
    const senderFrame = sender.frame ?? BrowserWindow.all.at(-1)?.webContents.mainFrame ?? null;
    return structuredClone(await handler({ senderFrame }, structuredClone(message)));
  }
}

export const ipcRenderer = new IpcRenderer();

export const contextBridge = {
  exposed: new Map<string, unknown>(),
  exposeInMainWorld(name: string, value: unknown): void {
    this.exposed.set(name, value);
  },
};

export const protocol = {
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  handlers: new Map<string, (request: Request) => Response | Promise<Response>>(),
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges: Record<string, boolean> }[]): void {
    if (app.isReady) throw new Error('the scheme came after ready');
    log.push('scheme');
    this.schemes.push(...schemes);
  },
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    log.push('serve');
    this.handlers.set(scheme, handler);
  },
};

type PermissionRequest = (
  contents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
) => void;

class Session {
  permissionRequest: PermissionRequest | null = null;
  permissionCheck: ((contents: unknown, permission: string) => boolean) | null = null;
  devicePermission: (() => boolean) | null = null;
  displayMedia: ((request: unknown, callback: (streams: object) => void) => void) | null = null;
  blocked: {
    urls: string[];
    listener: (details: { url: string }, callback: (answer: object) => void) => void;
  } | null = null;

  setPermissionRequestHandler(handler: PermissionRequest): void {
    log.push('permissions');
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.devicePermission = handler;
  }
  setDisplayMediaRequestHandler(
    handler: (request: unknown, callback: (streams: object) => void) => void,
  ): void {
    this.displayMedia = handler;
  }
  readonly webRequest = {
    onBeforeRequest: (
      filter: { urls: string[] },
      listener: (details: { url: string }, callback: (answer: object) => void) => void,
    ): void => {
      log.push('network');
      this.blocked = { urls: filter.urls, listener };
    },
  };
}

export const session = { defaultSession: new Session() };

export const dialog = {
  errors: [] as [title: string, detail: string][],
  saveAnswer: { canceled: true, filePath: '' },
  openAnswer: { canceled: true, filePaths: [] as string[] },
  messageAnswer: 0,
  asked: [] as Record<string, unknown>[],
  showErrorBox(title: string, detail: string): void {
    this.errors.push([title, detail]);
  },
  async showSaveDialog(_window: unknown, options: Record<string, unknown>) {
    this.asked.push(options);
    return Promise.resolve(this.saveAnswer);
  },
  async showOpenDialog(_window: unknown, options: Record<string, unknown>) {
    this.asked.push(options);
    return Promise.resolve(this.openAnswer);
  },
  /** With the window or without it, as the real one. */
  showMessageBoxSync(
    ...args: [options: Record<string, unknown>] | [window: unknown, options: Record<string, unknown>]
  ): number {
    this.asked.push(args.length === 1 ? args[0] : args[1]);
    return this.messageAnswer;
  },
};

export const nativeTheme = { shouldUseDarkColors: false };

export interface MenuItem {
  label?: string;
  role?: string;
  submenu?: MenuItem[];
  click?: () => void;
  enabled?: boolean;
  accelerator?: string;
  registerAccelerator?: boolean;
}

export const Menu = {
  current: null as MenuItem[] | null,
  buildFromTemplate: (template: MenuItem[]) => template,
  setApplicationMenu(menu: MenuItem[]): void {
    this.current = menu;
  },
};

/** XOR with a fixed byte: enough to tell wrapped from plain. */
const scrambled = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xa5));

export const safeStorage = {
  isAvailable: true,
  isForeign: false,
  shouldReEncrypt: false,
  backend: 'gnome_libsecret',
  getSelectedStorageBackend(): string {
    return this.backend;
  },
  async isAsyncEncryptionAvailable(): Promise<boolean> {
    return Promise.resolve(this.isAvailable);
  },
  async encryptStringAsync(text: string): Promise<Buffer> {
    return Promise.resolve(scrambled(Buffer.from(text)));
  },
  async decryptStringAsync(wrapped: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    if (this.isForeign) return Promise.reject(new Error('not encrypted here'));
    return Promise.resolve({ result: scrambled(wrapped).toString(), shouldReEncrypt: this.shouldReEncrypt });
  },
};

/** Makes everything as it is before the app has started; what the preload exposed stays. */
export function resetElectron(): void {
  log.length = 0;
  app.removeAllListeners();
  Object.assign(app, { isPackaged: false, hasInstanceLock: true, exitCode: null, isReady: false });
  app.switches.length = 0;
  app.paths.set('userData', '/users/nurse/phleboplan');
  BrowserWindow.all.length = 0;
  ipcMain.handlers.clear();
  ipcRenderer.removeAllListeners();
  protocol.schemes.length = 0;
  protocol.handlers.clear();
  session.defaultSession = new Session();
  Object.assign(dialog, {
    errors: [],
    asked: [],
    saveAnswer: { canceled: true, filePath: '' },
    openAnswer: { canceled: true, filePaths: [] },
    messageAnswer: 0,
  });
  Menu.current = null;
  Object.assign(safeStorage, {
    isAvailable: true,
    isForeign: false,
    shouldReEncrypt: false,
    backend: 'gnome_libsecret',
  });
  sender.frame = null;
}
