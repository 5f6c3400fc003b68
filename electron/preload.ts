import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { BridgeChange, DesktopBridge } from '../shared/contract/desktop-bridge.ts';
import { channels } from './desktop/channels.ts';

/** Calls the listener with what arrives on a channel, without the event, which would hand the page the sender. */
function listen<T>(channel: string, listener: (message: T) => void): () => void {
  const relay = (_event: IpcRendererEvent, message: T) => listener(message);
  ipcRenderer.on(channel, relay);
  return () => ipcRenderer.off(channel, relay);
}

const bridge: DesktopBridge = {
  request: (request) => ipcRenderer.invoke(channels.request, request),
  onChange: (listener) => listen<BridgeChange>(channels.change, listener),
  saveFile: (file) => ipcRenderer.invoke(channels.saveFile, file),
  openFile: (extensions) => ipcRenderer.invoke(channels.openFile, extensions),
  setMenu: (commands) => ipcRenderer.invoke(channels.setMenu, commands),
  onCommand: (listener) => listen<string>(channels.command, listener),
};

contextBridge.exposeInMainWorld('phleboplan', bridge);
