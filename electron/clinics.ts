import type { Failure } from '../shared/contract/failure.ts';
import { ok, type Result } from '../shared/kernel/result.ts';
import { bugReport, createApplication, type Application, type BugReport } from './application.ts';
import { openDemoStorage } from './demo-storage.ts';
import type { Change, Machine } from './services/context.ts';
import { addNewShippedProfiles } from './services/profiles.ts';
import { createPins } from './services/pins.ts';
import { keepBackups } from './storage/keep-backups.ts';
import type { KeyStore } from './storage/key-store.ts';
import { openStorage } from './storage/open-storage.ts';
import { systemSurroundings } from './system-surroundings.ts';

/** The clinic's own records and the demo clinic behind one door; one of them is in front. */
export interface Clinics {
  fetch(request: Request): Promise<Response>;
  /** Calls the listener after every commit in the clinic in front; gives a function that ends it. */
  onChange(listener: (change: Change) => void): () => void;
  /** Waits for requests under way and closes the records. */
  close(): Promise<void>;
}

export interface ClinicsOptions {
  /** Holds the clinic's own records; the demo lies in a folder of its own inside. */
  readonly folder: string;
  readonly startInDemo: boolean;
  readonly keyStoreFor: (folder: string) => KeyStore;
  readonly surroundings?: Machine;
  readonly reportBug?: (report: BugReport) => void;
}

type Which = 'own' | 'demo';

interface OpenClinic {
  readonly application: Application;
  close(): Promise<void>;
}

/**
 * Opens the clinic's own records, or the demo clinic, which is made afresh each day. The other one is opened when
 * somebody first asks for it. Fails as `openStorage` does.
 */
export async function openClinics(options: ClinicsOptions): Promise<Result<Clinics, Failure>> {
  const surroundings = options.surroundings ?? systemSurroundings;
  const reportBug = options.reportBug ?? writeToStderr;
  const listeners = new Set<(change: Change) => void>();
  const open = new Map<Which, Promise<Result<OpenClinic, Failure>>>();
  const underWay = new Set<Promise<unknown>>();
  const announce = (change: Change) => {
    for (const listener of listeners) listener(change);
  };

  async function openClinic(which: Which): Promise<Result<OpenClinic, Failure>> {
    const opened = await (which === 'demo'
      ? openDemoStorage({ ...options, surroundings })
      : openStorage({
          folder: options.folder,
          keyStore: options.keyStoreFor(options.folder),
          now: surroundings.now,
        }));
    if (!opened.ok) return opened;
    const storage = opened.value;
    const { db } = storage.database;
    const added = await addNewShippedProfiles({ ...surroundings, db, pins: createPins(), announce });
    if (!added.ok) {
      await storage.close();
      return added;
    }
    const application = createApplication({
      db,
      backups: storage.backups,
      surroundings,
      isDemo: which === 'demo',
      switchClinic,
      reportBug,
    });
    application.onChange((change) => {
      if (which === inFront) announce(change);
    });
    const endKeeping = keepBackups({
      backups: storage.backups,
      now: surroundings.now,
      settled: () => {
        if (which === inFront) announce({ topic: 'clinic', id: '1' });
      },
      reportBug: (error) => {
        reportBug(bugReport('backup', error));
      },
    });
    const close = () => {
      endKeeping();
      return storage.close();
    };
    return ok({ application, close });
  }

  async function clinic(which: Which): Promise<Result<OpenClinic, Failure>> {
    const pending = open.get(which) ?? openClinic(which);
    open.set(which, pending);
    const opened = await pending;
    if (!opened.ok) open.delete(which);
    return opened;
  }

  async function switchClinic(to: Which): Promise<Result<undefined, Failure>> {
    const opened = await clinic(to);
    if (!opened.ok) return opened;
    inFront = to;
    announce({ topic: 'clinic', id: '1' });
    return ok();
  }

  let inFront: Which = options.startInDemo ? 'demo' : 'own';
  const first = await clinic(inFront);
  if (!first.ok) return first;
  return ok({
    fetch: async (request) => {
      const opened = await clinic(inFront);
      // The clinic in front has been opened: only then is it put there.
      if (!opened.ok) throw new Error(`the clinic in front is not open: ${opened.error.code}`);
      const answer = opened.value.application.fetch(request);
      underWay.add(answer);
      return answer.finally(() => underWay.delete(answer));
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await Promise.allSettled(underWay);
      for (const pending of open.values()) {
        const opened = await pending;
        if (opened.ok) await opened.value.close();
      }
      open.clear();
    },
  });
}

function writeToStderr({ procedure, kind, frames }: BugReport): void {
  process.stderr.write([`A bug in ${procedure}: ${kind}`, ...frames].join('\n  ') + '\n');
}
