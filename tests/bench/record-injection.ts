import SqliteFile from 'better-sqlite3';
import { join } from 'node:path';
import { keyPragma } from '../../db/connection/database-key.ts';
import { openBox, openSession, recordInjection } from '../../electron/services/sessions.ts';
import { microgramsPerMillilitre, microlitres } from '../../shared/kernel/units.ts';
import type { Core } from '../support/clinic.ts';
import { valueOf } from '../support/outcome.ts';
import { aLot, injection, opening, readyCase } from '../support/treatment.ts';
import { BENCH_KEY, inClinic, inFolder } from './bench-clinic.ts';
import { measure, rounded, type Figure } from './measure.ts';

/** One injection through the core, beside the rows that it leaves written by bare prepared statements. */
export interface RecordFigures {
  readonly throughTheCore: Figure;
  readonly bareStatements: Figure;
  /** Median over median. */
  readonly ratio: number;
}

const PER_SESSION = 40;

/** Both write durably, one transaction each, under the same constraints and triggers, into encrypted files on the same disk; sessions have 40 injections, as real ones have. */
export function benchRecordInjection(runs: number): Promise<RecordFigures> {
  return inFolder((folder) =>
    inClinic(async (core) => {
      let record = await sessionAtHand(core);
      const throughTheCore = await measure(runs, async (run) => {
        if (run > 0 && run % PER_SESSION === 0) record = await sessionAtHand(core);
        await record();
      });
      const copy = join(folder, 'bare.db');
      valueOf(await core.database.copyInto(copy, new AbortController().signal));
      const bareStatements = await writeBare(copy);
      const ratio = rounded(throughTheCore.medianMs / bareStatements.medianMs);
      return { throughTheCore, bareStatements, ratio };
    }),
  );
}

async function sessionAtHand(core: Core): Promise<() => Promise<void>> {
  const ready = await readyCase(core);
  const session = valueOf(await openSession(core.as('nurse'), opening(ready.caseId)));
  const lotId = await aLot(core, { ugPerMl: 2_500 });
  valueOf(await openBox(core.as('nurse'), { sessionId: session.opening.id, lotId }));
  const preparation = { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(2_500) } as const;
  return async () => {
    const given = { preparation, volumeUl: microlitres(100), reason: 'weaker than planned' };
    const input = injection({ ...ready, session, lotId }, given);
    valueOf(await recordInjection(core.as('nurse'), input));
  };
}

type Row = Readonly<Record<string, unknown>>;

/** Takes the injections and their audit rows out of a copy of the records, and writes them again one by one. */
async function writeBare(copy: string): Promise<Figure> {
  const handle = new SqliteFile(copy, { fileMustExist: true });
  try {
    handle.pragma(keyPragma(BENCH_KEY));
    for (const pragma of PRAGMAS) handle.pragma(pragma);
    const injections = handle.prepare<[], Row>('select * from injections order by given_at, number').all();
    const audits = handle
      .prepare<[], Row>("select * from audit where action = 'injection/record' order by seq")
      .all();
    handle.exec(`drop trigger injections_no_delete; drop trigger audit_no_delete;
      delete from injections; delete from audit where action = 'injection/record'`);
    const [insertInjection, insertAudit] = [
      inserting(handle, 'injections', injections),
      inserting(handle, 'audit', audits),
    ];
    const writeBoth = handle.transaction((n: number) => {
      insertInjection.run(Object.values(injections[n] ?? {}));
      insertAudit.run(Object.values(audits[n] ?? {}));
    });
    return await measure(injections.length, (n) => {
      writeBoth.immediate(n);
      return Promise.resolve();
    });
  } finally {
    handle.close();
  }
}

/** As the program sets them for itself. */
const PRAGMAS = [
  'locking_mode = exclusive',
  'journal_mode = wal',
  'synchronous = full',
  'foreign_keys = on',
  'recursive_triggers = on',
];

function inserting(handle: SqliteFile.Database, table: string, rows: readonly Row[]): SqliteFile.Statement {
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map((column) => `"${column}"`).join(', ');
  return handle.prepare(`insert into ${table} (${names}) values (${columns.map(() => '?').join(', ')})`);
}
