import { sql, type Kysely } from 'kysely';

/** Runs statements of a migration one after the other. */
export async function run(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** A required UUID. */
export const uuid = (column: string) => `${column} text not null check (length(${column}) = 36)`;
/** A required UUID that names the row. */
export const primaryUuid = (column: string) => `${uuid(column)} primary key`;
/** A required row of another table. */
export const reference = (column: string, table: string) =>
  `${column} text not null references ${table} (id)`;
/** A required text of one to so many characters. */
export const text = (column: string, max: number) =>
  `${column} text not null check (length(${column}) between 1 and ${String(max)})`;
/** A required text that may be empty. */
export const note = (column: string, max: number) =>
  `${column} text not null check (length(${column}) <= ${String(max)})`;
/** A required whole number in a range. */
export const integer = (column: string, min: number, max: number) =>
  `${column} integer not null check (${column} between ${String(min)} and ${String(max)})`;
/** A whole number in a range, or null. */
export const maybeInteger = (column: string, min: number, max: number) =>
  `${column} integer check (${column} between ${String(min)} and ${String(max)})`;
/** Required, 0 or 1. */
export const flag = (column: string) => integer(column, 0, 1);
/** A required text out of a list. */
export const oneOf = (column: string, values: readonly string[]) =>
  `${column} text not null check (${column} in (${values.map((value) => `'${value}'`).join(', ')}))`;
/** A required JSON text. */
export const json = (column: string) => `${column} text not null check (json_valid(${column}))`;
/** A required day. */
export const day = (column: string) => `${column} text not null check (${column} glob '${DAY}')`;
/** A required moment in UTC with milliseconds. */
export const moment = (column: string) => `${column} text not null check (${column} glob '${MOMENT}')`;

const digits = (count: number) => '[0-9]'.repeat(count);
const DAY = `${digits(4)}-${digits(2)}-${digits(2)}`;
const MOMENT = `${DAY}T${digits(2)}:${digits(2)}:${digits(2)}.${digits(3)}Z`;

/** Triggers that make a table one to which rows are only added. */
export function onlyAdded(table: string): readonly string[] {
  return [refuse(table, 'update'), refuse(table, 'delete')];
}

/** A trigger that refuses to change or remove rows. */
export function refuse(table: string, operation: 'update' | 'delete'): string {
  return `create trigger ${table}_no_${operation} before ${operation} on ${table}
    begin select raise(abort, '${table}: rows are only added'); end`;
}

/** A trigger that refuses new rows under a condition on `new`. */
export function refuseInsert(table: string, name: string, condition: string, message: string): string {
  return `create trigger ${table}_${name} before insert on ${table} when ${condition}
    begin select raise(abort, '${table}: ${message}'); end`;
}
