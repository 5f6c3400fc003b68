import SqliteFile from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { keyPragma } from '../../db/connection/database-key.ts';
import { idOf, type LotId } from '../../shared/kernel/ids.ts';
import type { Core } from '../support/clinic.ts';
import { aLot, openedSession, type OpenSessionAtHand } from '../support/treatment.ts';
import { courseCopier } from './copy-courses.ts';
import {
  giveAdvice,
  giveWholeCourse,
  markOf,
  prepareCase,
  rowsSince,
  type Course,
  type Row,
} from './template-course.ts';

export const PATIENTS = 100_000;
/** Courses with a session of 25 injections: 1,000,000 of them. */
export const COURSES = 40_000;
/** Planned for today, and still to come. */
const DUE_TODAY = 40;
/** So many of them has the patient with most history. */
const MOST_COURSES = 40;
const LOTS = 200;
const DAYS_BACK = 1_800;
const AT_ONCE = 2_000;

const FAMILY_NAMES = [
  'Lindqvist',
  'Andersson',
  'Müller',
  'Sørensen',
  'Okonkwo',
  'Nowak',
  'García',
  'Rossi',
  'Dubois',
  'Kowalska',
];
const GIVEN_NAMES = [
  'Maja',
  'Anna',
  'Zoë',
  'Ingrid',
  'Fatima',
  'Elena',
  'Björn',
  'Claire',
  'Noor',
  'Petra',
  'Lucía',
];

/** Courses as the use cases leave them, to be copied. */
export interface Templates {
  readonly whole: Course;
  readonly advice: Course;
  readonly due: Course;
  readonly lotId: LotId;
  /** Somebody without history, and somebody who gets a long one, each with a session that is open. */
  readonly newcomer: OpenSessionAtHand;
  readonly regular: OpenSessionAtHand;
}

/** Gives one whole course, and prepares another one, through the use cases. */
export async function makeTemplates(core: Core): Promise<Templates> {
  const { db } = core.context;
  const lotId = await aLot(core, { expiresOn: '2099-01-01' });
  const before = await markOf(db);
  await giveWholeCourse(core, lotId);
  const between = await markOf(db);
  const whole = withoutAuditOfInjections(await rowsSince(db, before));
  await giveAdvice(core);
  const afterAdvice = await markOf(db);
  const advice = await rowsSince(db, between);
  await prepareCase(core);
  const due = await rowsSince(db, afterAdvice);
  return {
    whole,
    advice,
    due,
    lotId,
    newcomer: await openedSession(core),
    regular: await openedSession(core),
  };
}

/** They would double the file, and nothing that is asked all day reads them; everything else is in the audit of the copies as well. */
function withoutAuditOfInjections(course: Course): Course {
  const audit = (course.get('audit') ?? []).filter(({ action }) => action !== 'injection/record');
  return new Map([...course, ['audit', audit]]);
}

/** What the large clinic has, to be asked for. */
export interface LargeClinic extends Pick<Templates, 'newcomer' | 'regular'> {
  readonly largestLot: LotId;
  readonly fileMb: number;
  readonly seconds: number;
}

/** Fills the file with 100,000 patients and 1,000,000 injections. Nobody else may have it open. */
export async function fillClinic(
  file: string,
  key: Uint8Array,
  { whole, advice, due, lotId, newcomer, regular }: Templates,
): Promise<LargeClinic> {
  const before = performance.now();
  const handle = openBare(file, key);
  const helpers = dropHelpers(handle);
  const lots = copyLots(handle, lotId);
  const templatePatient = String(whole.get('patients')?.[0]?.['id']);
  const copyWhole = courseCopier(handle, whole);
  inBatches(handle, COURSES - MOST_COURSES, (n) => {
    copyWhole({
      daysEarlier: 1 + (n % DAYS_BACK),
      instead: new Map([[lotId, lots[n % LOTS] ?? lotId]]),
      patient: nameOf(n),
    });
  });
  inBatches(handle, MOST_COURSES, (n) => {
    copyWhole({
      daysEarlier: 2 + n * 45,
      instead: new Map([
        [lotId, lots[n % LOTS] ?? lotId],
        [templatePatient, regular.patientId],
      ]),
      patient: null,
    });
  });
  const copyAdvice = courseCopier(handle, advice);
  inBatches(handle, PATIENTS - COURSES, (n) => {
    copyAdvice({ daysEarlier: 1 + (n % DAYS_BACK), instead: new Map(), patient: nameOf(COURSES + n) });
  });
  const copyDue = courseCopier(handle, due);
  inBatches(handle, DUE_TODAY, (n) => {
    copyDue({ daysEarlier: 0, instead: new Map(), patient: nameOf(PATIENTS + 1 + n) });
  });
  for (const statement of helpers) handle.exec(statement);
  handle.pragma('journal_mode = wal');
  handle.close();
  const { size } = await stat(file);
  return {
    newcomer,
    regular,
    largestLot: idOf<'lot'>(lots[0] ?? lotId),
    fileMb: Math.round(size / 1_048_576),
    seconds: Math.round((performance.now() - before) / 100) / 10,
  };
}

function nameOf(n: number) {
  return {
    recordNumber: `C-${String(n)}`,
    familyName: `${FAMILY_NAMES[n % FAMILY_NAMES.length] ?? ''}-${(n % 9_973).toString(36)}`,
    givenName: GIVEN_NAMES[(n * 7) % GIVEN_NAMES.length] ?? '',
  };
}

/** Without the program's care for durability: what is lost is made again. */
function openBare(file: string, key: Uint8Array): SqliteFile.Database {
  const handle = new SqliteFile(file, { fileMustExist: true });
  handle.pragma(keyPragma(key));
  // SQLite refuses to go without a journal otherwise.
  handle.unsafeMode();
  for (const pragma of [
    'locking_mode = exclusive',
    'journal_mode = off',
    'synchronous = off',
    'foreign_keys = off',
    'cache_size = -500000',
  ])
    handle.pragma(pragma);
  return handle;
}

function inBatches(handle: SqliteFile.Database, count: number, work: (n: number) => void): void {
  const batch = handle.transaction((from: number) => {
    for (let n = from; n < Math.min(count, from + AT_ONCE); n += 1) work(n);
  });
  for (let from = 0; from < count; from += AT_ONCE) batch(from);
}

/** Indexes are made quicker from all rows at once, and triggers have passed what is copied. Gives the statements that make them again. */
function dropHelpers(handle: SqliteFile.Database): readonly string[] {
  const helpers = handle
    .prepare<[], { type: string; name: string; sql: string }>(
      "select type, name, sql from sqlite_schema where type in ('index', 'trigger') and sql is not null",
    )
    .all();
  for (const { type, name } of helpers) handle.exec(`drop ${type} "${name}"`);
  return helpers.map(({ sql }) => sql);
}

function copyLots(handle: SqliteFile.Database, lotId: LotId): readonly string[] {
  const lot = handle.prepare<[string], Row>('select * from lots where id = ?').get(lotId);
  if (!lot) throw new Error('no lot');
  const columns = Object.keys(lot);
  const insert = handle.prepare(
    `insert into lots (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  return Array.from({ length: LOTS }, (_, n) => {
    const copy: Row = { ...lot, id: randomUUID(), lot_number: `LOT-${String(n)}` };
    insert.run(columns.map((column) => copy[column] ?? null));
    return String(copy['id']);
  });
}
