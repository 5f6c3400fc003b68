import type SqliteFile from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { auditHash, type AuditRecord } from '../../db/audit/audit-hash.ts';
import { searchText } from '../../db/repositories/search-text.ts';
import { addDays, calendarDate } from '../../shared/kernel/time.ts';
import type { Course, Row } from './template-course.ts';

/** What one copy of a course is like. */
export interface CourseCopy {
  /** So many days before the course that is copied. */
  readonly daysEarlier: number;
  /** Ids that stand for others in it, such as the lot's; every other id that belongs to the course is made anew. */
  readonly instead: ReadonlyMap<string, string>;
  /** Whose course it is; null: of somebody who is there already, named in `instead`. */
  readonly patient: {
    readonly recordNumber: string;
    readonly familyName: string;
    readonly givenName: string;
  } | null;
}

const UUID = /([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})/;
const MOMENT = /^\d{4}-\d\d-\d\d/;

/** Writes copies of a course by bare statements: as many rows, and as long ones, as the use cases write. */
export function courseCopier(handle: SqliteFile.Database, course: Course): (copy: CourseCopy) => void {
  const own = idsOf(course);
  const tables = [...course].flatMap(([table, rows]) => writerOf(handle, table, rows));
  const recipes = tables.map(({ rows }) => rows.map((row) => recipeOf(row, own)));
  const earlier = daysEarlierOf();
  return ({ daysEarlier, instead, patient }) => {
    const ids = new Map(instead);
    const renamed = (id: string) => {
      const known = ids.get(id) ?? randomUUID();
      ids.set(id, known);
      return known;
    };
    const shifted = (moment: string) => earlier(moment, daysEarlier);
    for (const [n, { table, write }] of tables.entries()) {
      if (table === 'patients' && patient === null) continue;
      for (const recipe of recipes[n] ?? []) {
        const row = Object.fromEntries(recipe.map(([column, cook]) => [column, cook(renamed, shifted)]));
        write(table === 'patients' && patient !== null ? { ...row, ...identity(patient, daysEarlier) } : row);
      }
    }
  };
}

type Cook = (renamed: (id: string) => string, shifted: (moment: string) => string) => Row[string];

/** How each value of a row is made anew: most are as they were, so nothing is searched again for every copy. */
function recipeOf(row: Row, own: ReadonlySet<string>): readonly (readonly [string, Cook])[] {
  return Object.entries(row).map(([column, value]) => [column, cookOf(value, own)]);
}

function cookOf(value: Row[string], own: ReadonlySet<string>): Cook {
  if (typeof value !== 'string') return () => value;
  if (MOMENT.test(value)) return (_renamed, shifted) => shifted(value);
  const parts = value.split(UUID);
  if (!parts.some((part) => own.has(part))) return () => value;
  return (renamed) => parts.map((part) => (own.has(part) ? renamed(part) : part)).join('');
}

function daysEarlierOf(): (moment: string, days: number) => string {
  const known = new Map<string, string>();
  return (moment, days) => {
    const key = `${moment.slice(0, 10)} ${String(days)}`;
    const day = known.get(key) ?? addDays(calendarDate(moment.slice(0, 10)), -days);
    known.set(key, day);
    return day + moment.slice(10);
  };
}

function identity(
  { recordNumber, familyName, givenName }: NonNullable<CourseCopy['patient']>,
  n: number,
): Row {
  return {
    record_number: recordNumber,
    family_name: familyName,
    given_name: givenName,
    birth_date: addDays(calendarDate('1940-01-01'), (n * 37) % 25_000),
    search_text: searchText({ familyName, givenName, recordNumber }),
  };
}

/** The ids that the course itself has brought into the world, and those that copies have others for. */
function idsOf(course: Course): ReadonlySet<string> {
  const rows = [...course.values()].flat();
  return new Set(rows.flatMap(({ id, lot_id }) => [id, lot_id].filter((each) => typeof each === 'string')));
}

interface TableWriter {
  readonly table: string;
  readonly rows: readonly Row[];
  readonly write: (row: Row) => void;
}

function writerOf(handle: SqliteFile.Database, table: string, rows: readonly Row[]): TableWriter[] {
  const [first] = rows;
  if (!first) return [];
  if (table === 'audit') return [{ table, rows, write: auditWriter(handle) }];
  // SQLite counts what has no id of its own.
  const columns = storedColumns(handle, table).filter((column) => column !== 'seq');
  const insert = insertInto(handle, table, columns);
  return [{ table, rows, write: (row) => insert.run(columns.map((column) => row[column] ?? null)) }];
}

/** Continues the chain. */
function auditWriter(handle: SqliteFile.Database): (row: Row) => void {
  const columns = storedColumns(handle, 'audit');
  const insert = insertInto(handle, 'audit', columns);
  const last = handle
    .prepare<[], { seq: number; hash: string }>('select seq, hash from audit order by seq desc limit 1')
    .get();
  let [seq, previousHash] = [last?.seq ?? 0, last?.hash ?? ''];
  return (row) => {
    seq += 1;
    const chained = { ...row, seq, previous_hash: previousHash };
    previousHash = auditHash(chained as unknown as Omit<AuditRecord, 'hash'>);
    const whole: Row = { ...chained, hash: previousHash };
    insert.run(columns.map((column) => whole[column] ?? null));
  };
}

/** Generated columns are SQLite's own business. */
function storedColumns(handle: SqliteFile.Database, table: string): readonly string[] {
  return handle
    .prepare<[string], { name: string }>('select name from pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name);
}

function insertInto(handle: SqliteFile.Database, table: string, columns: readonly string[]) {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  return handle.prepare(`insert into "${table}" (${names}) values (${marks})`);
}
