import { app, session } from 'electron';
import { join } from 'node:path';
import type { Failure } from '../shared/contract/failure.ts';
import type { Result } from '../shared/kernel/result.ts';
import type { Clinics, openClinics } from './clinics.ts';
import { showFailure, showRestored } from './desktop/dialogs.ts';
import { connect } from './desktop/ipc.ts';
import { keychainKeyStore } from './desktop/keychain.ts';
import { showMenu } from './desktop/menu.ts';
import { registerScheme, serveScheme } from './desktop/protocol.ts';
import { cutOffNetwork, restrictContents, restrictPermissions } from './desktop/security.ts';
import { readShellOptions, type ShellOptions } from './desktop/shell-options.ts';
import { claimInstance, showOnSecondStart } from './desktop/single-instance.ts';
import { createWindow, loadApp } from './desktop/window.ts';
import type { restoreBackup } from './storage/restore.ts';
import { systemSurroundings } from './system-surroundings.ts';

export interface StartDependencies {
  readonly openClinics: typeof openClinics;
  readonly restoreBackup: typeof restoreBackup;
}

/** The exit code of a start that failed and has told the person why. */
const toldWhy = 3;

/** Starts the desktop app. The order matters: what confines the page stands before there is a page. */
export async function start(dependencies: StartDependencies): Promise<void> {
  const options = readShellOptions(process.argv.slice(1));
  confineEverything();
  if (options.dataFolder !== null) app.setPath('userData', join(options.dataFolder, 'shell'));
  if (!claimInstance()) {
    app.quit();
    return;
  }
  await app.whenReady();

  restrictPermissions(session.defaultSession);
  cutOffNetwork(session.defaultSession);
  const outFolder = join(app.getAppPath(), 'out');
  serveScheme(join(outFolder, 'renderer'));
  const clinics = await openRecords(options, dependencies);
  if (!clinics.ok) {
    showFailure(clinics.error);
    app.exit(toldWhy);
    return;
  }
  closeBeforeQuitting(clinics.value);
  const window = createWindow(join(outFolder, 'preload', 'preload.cjs'));
  connect(window, clinics.value);
  showMenu([], () => undefined);
  showOnSecondStart(window);
  await loadApp(window);
}

/** What has to be settled before the app is ready. */
function confineEverything(): void {
  app.enableSandbox();
  // Chromium fetches lists and components of its own otherwise.
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  registerScheme();
  restrictContents(app);
}

/** Opens the records, after bringing a backup back where one was asked for. */
async function openRecords(
  options: ShellOptions,
  { openClinics, restoreBackup }: StartDependencies,
): Promise<Result<Clinics, Failure>> {
  const folder = options.dataFolder ?? join(app.getPath('userData'), 'records');
  if (options.restoreFile !== null) {
    const keyStore = keychainKeyStore(folder);
    const { now } = systemSurroundings;
    const restored = await restoreBackup({ folder, file: options.restoreFile, keyStore, now });
    if (!restored.ok) return restored;
    showRestored(restored.value);
  }
  return openClinics({ folder, startInDemo: options.demo, keyStoreFor: keychainKeyStore });
}

/** Lets the core finish and close its database before the process ends. */
function closeBeforeQuitting(clinics: Clinics): void {
  let isClosed = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void clinics.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}
