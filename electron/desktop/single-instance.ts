import { app, type BrowserWindow } from 'electron';

/**
 * Claims the data folder for this process, since two must never write one database. False: another has it, and has been
 * asked to come to the front.
 */
export const claimInstance = (): boolean => app.requestSingleInstanceLock();

/** Brings the window to the front when somebody starts the app a second time. */
export function showOnSecondStart(window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
}
