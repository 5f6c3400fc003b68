import { app, dialog } from 'electron';
import { openClinics } from '../clinics.ts';
import { start } from '../main.ts';
import { restoreBackup } from '../storage/restore.ts';

// Not awaited: Electron becomes ready only after this module has been loaded.
start({ openClinics, restoreBackup }).catch((error: unknown) => {
  dialog.showErrorBox('Phleboplan could not start', error instanceof Error ? error.message : String(error));
  app.exit(1);
});
