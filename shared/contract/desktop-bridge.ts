/** A request of the renderer on its way to the core, as it crosses the bridge. */
export interface BridgeRequest {
  /** The whole address; one of the app's own, under the path of the API. */
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface BridgeResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What changed, never with its content. */
export interface BridgeChange {
  readonly topic: string;
  readonly id: string;
}

/** A command of the renderer as the menu of the window shows it. */
export interface MenuCommand {
  readonly id: string;
  readonly label: string;
  /** As Electron writes it, `CmdOrCtrl+P`; shown, while the renderer itself listens for the keys. */
  readonly shortcut: string | null;
  readonly isEnabled: boolean;
  readonly menu: 'file' | 'edit' | 'view';
}

export interface FileToSave {
  readonly suggestedName: string;
  readonly content: string | Uint8Array;
}

export interface OpenedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What the desktop shell offers the renderer as `window.phleboplan`; absent in the browser. */
export interface DesktopBridge {
  request(request: BridgeRequest): Promise<BridgeResponse>;
  /** Calls the listener after each change; gives the function that ends it. */
  onChange(listener: (change: BridgeChange) => void): () => void;
  /** Asks where, and writes the file; false where the person thought better of it. */
  saveFile(file: FileToSave): Promise<boolean>;
  /** Asks which file with one of these endings (`csv`), and reads it; null where none was chosen. */
  openFile(extensions: readonly string[]): Promise<OpenedFile | null>;
  /** Shows the commands in the menu of the window. */
  setMenu(commands: readonly MenuCommand[]): Promise<void>;
  /** Calls the listener with the id of a command chosen in the menu; gives the function that ends it. */
  onCommand(listener: (commandId: string) => void): () => void;
}
