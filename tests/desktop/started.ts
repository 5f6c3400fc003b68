import { expect } from 'vitest';
import type { Change } from '../../electron/services/context.ts';
import type { Clinics } from '../../electron/clinics.ts';
import { start } from '../../electron/main.ts';
import '../../electron/preload.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Restored } from '../../electron/storage/restore.ts';
import type { DesktopBridge } from '../../shared/contract/desktop-bridge.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { BrowserWindow, contextBridge, log, resetElectron } from '../support/electron.ts';

/** A core that answers every request with its own address and body, and can be told to announce a change. */
export function echoingClinics() {
  const listeners = new Set<(change: Change) => void>();
  const clinics: Clinics = {
    fetch: async (request) =>
      Response.json({ url: request.url, method: request.method, body: await request.text() }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      log.push('clinics closed');
      return Promise.resolve();
    },
  };
  return { clinics, announce: (change: Change) => listeners.forEach((listener) => listener(change)) };
}

export interface Started {
  readonly window: BrowserWindow;
  readonly announce: (change: Change) => void;
  readonly opened: { folder: string; startInDemo: boolean };
}

/** Starts the shell over an echoing core; `restored` is what bringing a backup back comes to. */
export async function startShell(
  args: readonly string[] = [],
  restored: Result<Restored, Failure> = ok({ keptFile: null }),
): Promise<Started> {
  const { announce, opened } = await startOver(args, restored);
  const [window] = BrowserWindow.all;
  const [first] = opened;
  if (window === undefined || first === undefined) return expect.unreachable('the shell opened no window');
  return { window, announce, opened: first };
}

/** The same, whether or not it comes as far as a window. */
export async function startOver(args: readonly string[], restored: Result<Restored, Failure>) {
  resetElectron();
  const { clinics, announce } = echoingClinics();
  const opened: { folder: string; startInDemo: boolean }[] = [];
  await withArguments(args, () =>
    start({
      openClinics: ({ folder, startInDemo }) => {
        log.push('clinics');
        opened.push({ folder, startInDemo });
        return Promise.resolve(ok(clinics));
      },
      restoreBackup: ({ folder, file }) => {
        log.push(`restore ${file} in ${folder}`);
        return Promise.resolve(restored);
      },
    }),
  );
  return { announce, opened };
}

/** Starts the shell over a core that cannot be opened. */
export async function startWithFailure(failure: Failure): Promise<void> {
  resetElectron();
  const refused: Result<never, Failure> = err(failure);
  const refuse = () => Promise.resolve(refused);
  await withArguments([], () => start({ openClinics: refuse, restoreBackup: refuse }));
}

async function withArguments(args: readonly string[], run: () => Promise<void>): Promise<void> {
  const before = process.argv;
  process.argv = ['electron', '.', ...args];
  try {
    await run();
  } finally {
    process.argv = before;
  }
}

/** What the preload exposed to the page; the stand-in knows it as `unknown` only. */
export const bridgeOfPage = (): DesktopBridge => contextBridge.exposed.get('phleboplan') as DesktopBridge;
