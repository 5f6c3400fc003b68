import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { verifyAuditChain } from '../../db/audit/verify-audit-chain.ts';
import { openDatabase } from '../../db/connection/open-database.ts';
import { fileKeyStore } from '../../electron/storage/file-key-store.ts';
import { openStorage } from '../../electron/storage/open-storage.ts';
import { storagePaths } from '../../electron/storage/paths.ts';
import type { RecordInjection } from '../../shared/contract/session.ts';
import { seededNumbers } from '../../shared/geometry/seeded.ts';
import type { SessionId } from '../../shared/kernel/ids.ts';
import { instantOf } from '../../shared/kernel/time.ts';
import { microlitres } from '../../shared/kernel/units.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { servicesAround, setUp } from '../support/clinic.ts';
import { valueOf } from '../support/outcome.ts';
import { injection, openedSession } from '../support/treatment.ts';

const ROUNDS = 100;
/** The moments at which it is killed follow from this; another one can be given to look for others. */
const SEED = process.env['PHLEBOPLAN_SEED'] ?? 'killed a hundred times';
/** So many it may acknowledge before it is killed. */
const MOST_AT_ONCE = 6;

const root = resolve(import.meta.dirname, '../..');

/** The recorder as one file, since each of its many starts would read all of the sources again. */
async function bundledRecorder(): Promise<string> {
  // Inside the project, so that the database's own package is found.
  const outDir = join(root, 'test-results', `recorder-${String(process.pid)}`);
  onTestFinished(() => rm(outDir, { recursive: true, force: true }));
  const entry = resolve(root, 'tests/support/recorder.ts');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: entry, outDir, rolldownOptions: { output: { entryFileNames: 'recorder.mjs' } } },
  });
  return join(outDir, 'recorder.mjs');
}

/** A clinic with an open session, made as a person would; closed again, for the recorder to open. */
async function clinicIn(folder: string): Promise<RecordInjection> {
  const keyStore = fileKeyStore(folder);
  const storage = valueOf(await openStorage({ folder, keyStore, now: () => instantOf(Date.now()) }));
  const services = servicesAround(storage.database);
  services.clock.now = instantOf(Date.now());
  const people = await setUp(services.context);
  const open = await openedSession({
    ...services,
    people,
    as: (role) => ({ ...services.context, actor: people[role] }),
  });
  await storage.close();
  return injection(open, {
    veinId: null,
    volumeUl: microlitres(1),
    volumeConfirmed: true,
    reason: 'long feeder',
  });
}

/** What a look into the file finds, past the program. */
async function lookInto(folder: string, sessionId: SessionId) {
  const key = valueOf(await fileKeyStore(folder).load());
  if (!key) throw new Error('the key is gone');
  const database = valueOf(await openDatabase({ file: storagePaths(folder).database, key }));
  const { db } = database;
  const rows = await db
    .selectFrom('injections')
    .select(['id', 'number'])
    .where('session_id', '=', sessionId)
    .orderBy('number')
    .execute();
  const audited = await db
    .selectFrom('audit')
    .select('entity_id')
    .where('action', '=', 'injection/record')
    .orderBy('seq')
    .execute();
  const chain = await verifyAuditChain(db);
  await database.close();
  return { rows, audited: audited.map(({ entity_id }) => entity_id), chain };
}

interface Recorder {
  readonly child: ChildProcess;
  readonly acknowledged: string[];
}

function startRecorder(file: string, folder: string): Recorder {
  const child = spawn(process.execPath, [file, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return { child, acknowledged: [] };
}

/** Lets it record, and kills it some moments after so many were acknowledged. */
async function killAfter(
  { child, acknowledged }: Recorder,
  task: RecordInjection,
  { count, waitMs }: { readonly count: number; readonly waitMs: number },
): Promise<readonly string[]> {
  if (!child.stdin || !child.stdout) throw new Error('no pipes');
  const ended = once(child, 'exit');
  child.stdin.write(`${JSON.stringify(task)}\n`);
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    // A moment that lies somewhere within a request under way; what was acknowledged until then is still read.
    if (acknowledged.length === count) setTimeout(() => child.kill('SIGKILL'), waitMs);
  }
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  return acknowledged;
}

test(
  `killed ${String(ROUNDS)} times while it records: all that was acknowledged is there, once, with its audit row, and nothing by half`,
  { timeout: 240_000 },
  async () => {
    const random = seededNumbers(SEED);
    const folder = join(temporaryFolder(), 'data');
    const task = await clinicIn(folder);
    const file = await bundledRecorder();
    const acknowledged: string[] = [];
    let next = startRecorder(file, folder);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const current = next;
      // It gets ready meanwhile, and opens nothing before it is told to.
      next = startRecorder(file, folder);
      const moment = { count: 1 + Math.floor(random() * MOST_AT_ONCE), waitMs: random() * 6 };
      acknowledged.push(...(await killAfter(current, task, moment)));
      const { rows, audited, chain } = await lookInto(folder, task.sessionId);
      const stored = rows.map(({ id }) => String(id));
      expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([]);
      // Two were under way at most when it was killed.
      expect(stored.length - acknowledged.length).toBeLessThanOrEqual(2 * round);
      expect(rows.map(({ number }) => number)).toEqual(rows.map((_, n) => n + 1));
      expect(audited).toEqual(stored);
      expect(chain.brokenAt).toBeNull();
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS);
  },
);
