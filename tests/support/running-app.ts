import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openClinics } from '../../electron/clinics.ts';
import type { Machine } from '../../electron/services/context.ts';
import { fileKeyStore } from '../../electron/storage/file-key-store.ts';
import { startWebHost } from '../../electron/web-host.ts';
import { apiClientOf, type ApiClient } from './api-client.ts';

/** The real application on a folder of its own, served to a browser. */
export interface RunningApp {
  /** Good for one use. */
  readonly startUrl: string;
  readonly origin: string;
  readonly folder: string;
  /** The API without a browser, signed in as somebody. */
  api(name: string, pin: string): Promise<ApiClient>;
  stop(): Promise<void>;
}

export interface RunningAppOptions {
  readonly demo: boolean;
  /** Copied, never changed; an empty folder if nothing is said. */
  readonly from?: string;
  readonly surroundings?: Machine;
}

const rendererFolder = resolve(import.meta.dirname, '../../out/renderer');

/** Starts the application; stopping it removes its folder. */
export async function startApp({ demo, from, surroundings }: RunningAppOptions): Promise<RunningApp> {
  const folder = await mkdtemp(join(tmpdir(), 'phleboplan-app-'));
  if (from !== undefined) await cp(from, folder, { recursive: true, preserveTimestamps: true });
  const clinics = await openClinics({
    folder,
    startInDemo: demo,
    keyStoreFor: fileKeyStore,
    ...(surroundings && { surroundings }),
  });
  if (!clinics.ok) throw new Error(`the clinics did not open: ${clinics.error.code}`);
  const host = await startWebHost({ clinics: clinics.value, rendererFolder, port: 0 });
  return {
    startUrl: host.startUrl,
    origin: host.origin,
    folder,
    api: (name, pin) => apiClientOf(clinics.value, name, pin),
    stop: async () => {
      await host.close();
      await clinics.value.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a folder with today's demo clinic in it, to be copied; the caller removes it. */
export async function makeDemoFolder(surroundings?: Machine): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'phleboplan-demo-'));
  const clinics = await openClinics({
    folder,
    startInDemo: true,
    keyStoreFor: fileKeyStore,
    ...(surroundings && { surroundings }),
  });
  if (!clinics.ok) throw new Error(`the demo clinic did not open: ${clinics.error.code}`);
  await clinics.value.close();
  return folder;
}
