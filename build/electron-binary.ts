import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root, runTool } from './run.ts';

const packageFolder = resolve(root, 'node_modules/electron');
/** Lies in `node_modules`, so that a fresh installation tries again. */
const triedStamp = resolve(root, 'node_modules/.phleboplan-electron-tried');
const dayMs = 86_400_000;

/** The Electron binary if it is there. Looks at files alone: loading the package would start a download. */
export function findElectron(): string | null {
  try {
    const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageFolder, 'dist');
    const file = join(folder, readFileSync(join(packageFolder, 'path.txt'), 'utf8'));
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}

/** The Electron binary, downloaded where that works within three minutes; a failure is remembered for a day. */
export async function ensureElectron(): Promise<string | null> {
  const present = findElectron();
  if (present !== null || wasTriedToday()) return present;
  console.log('Fetching Electron (once) …');
  writeFileSync(triedStamp, '');
  await runTool('electron/install.js', [], { quiet: true, timeoutMs: 180_000 });
  return findElectron();
}

function wasTriedToday(): boolean {
  const tried = statSync(triedStamp, { throwIfNoEntry: false });
  return tried !== undefined && Date.now() - tried.mtimeMs < dayMs;
}
