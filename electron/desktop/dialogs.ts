import { app, dialog, type BrowserWindow } from 'electron';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileToSave, OpenedFile } from '../../shared/contract/desktop-bridge.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Restored } from '../storage/restore.ts';
import { failureWords } from './failure-words.ts';

/** The system no longer remembers it for us. */
let lastFolder: string | null = null;

const folder = () => lastFolder ?? app.getPath('documents');

/** Asks where to save, then writes the whole file or nothing; false where the person cancelled. */
export async function saveFile(window: BrowserWindow, file: FileToSave): Promise<boolean> {
  const choice = await dialog.showSaveDialog(window, {
    defaultPath: join(folder(), basename(file.suggestedName)),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (choice.canceled || choice.filePath === '') return false;
  lastFolder = dirname(choice.filePath);
  const unfinished = `${choice.filePath}.part`;
  try {
    await writeFile(unfinished, file.content, { flush: true });
    await rename(unfinished, choice.filePath);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return true;
}

/** Asks which file to open, and reads it; null where the person cancelled. */
export async function openFile(
  window: BrowserWindow,
  extensions: readonly string[],
): Promise<OpenedFile | null> {
  const choice = await dialog.showOpenDialog(window, {
    defaultPath: folder(),
    properties: ['openFile'],
    filters: extensions.length === 0 ? [] : [{ name: extensions.join(', '), extensions: [...extensions] }],
  });
  const path = choice.filePaths[0];
  if (choice.canceled || path === undefined) return null;
  lastFolder = dirname(path);
  return { name: basename(path), content: new Uint8Array(await readFile(path)) };
}

/** Says why the clinic could not be opened, and what to do about it. */
export function showFailure(failure: Failure): void {
  const { title, detail } = failureWords(failure);
  dialog.showErrorBox(title, detail);
}

/** Says that a backup was brought back, and where the former records are. */
export function showRestored({ keptFile }: Restored): void {
  dialog.showMessageBoxSync({
    type: 'info',
    message: 'The backup has been brought back.',
    detail: keptFile === null ? '' : `The former records are kept as ${keptFile}.`,
    buttons: ['Continue'],
  });
}
