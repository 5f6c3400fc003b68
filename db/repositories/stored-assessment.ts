import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { DoseAssessment } from '../../shared/domain/dose/assess-dose.ts';
import { SEVERITIES, type Limit } from '../../shared/domain/dose/label-profile.ts';
import { microlitres } from '../../shared/kernel/units.ts';
import type { Database } from '../schema.ts';
import { inBatches } from './batches.ts';
import { fromJson } from './json.ts';
import { StoredLimit } from './stored-profile.ts';

const whole = z.int().min(0);
const state = z.enum(['ok', 'near', 'over']);
const maybeVolume = z
  .int()
  .min(0)
  .nullable()
  .transform((value) => (value === null ? null : microlitres(value)));

/** The gauges at the moment of an injection as they stand in a JSON column; a limit by its number among the judged ones, or whole. */
const StoredDoseAssessment = z.strictObject({
  gauges: z.array(
    z.strictObject({
      limit: z.union([whole, StoredLimit]),
      cap: whole,
      used: whole,
      projected: whole,
      left: whole,
      leftOfSyringeUl: maybeVolume,
      usedState: state,
      projectedState: state,
    }),
  ),
  bindingLimitId: z.string().nullable(),
  leftOfSyringeUl: maybeVolume,
  passed: z.strictObject({
    caution: z.array(z.string()),
    soft: z.array(z.string()),
    hard: z.array(z.string()),
  }),
  verdict: z.enum(['clear', ...SEVERITIES]),
});

/** An assessment as its column holds it; limits that no injection was judged by before are added to the judged ones. */
export async function storedAssessment(
  trx: Transaction<Database>,
  assessment: DoseAssessment,
): Promise<string> {
  const contents = assessment.gauges.map(({ limit }) => JSON.stringify(limit));
  const idOf = await judgedLimits(trx, contents);
  const gauges = assessment.gauges.map((gauge, index) => ({ ...gauge, limit: idOf(contents[index]) }));
  return JSON.stringify({ ...assessment, gauges });
}

async function judgedLimits(
  trx: Transaction<Database>,
  contents: readonly string[],
): Promise<(content: string | undefined) => number> {
  if (contents.length === 0) return missing;
  const known = new Map<string | undefined, number>();
  const find = async () => {
    const rows = await trx.selectFrom('judged_limits').selectAll().where('content', 'in', contents).execute();
    for (const { id, content } of rows) known.set(content, id);
  };
  await find();
  const unknown = [...new Set(contents)].filter((content) => !known.has(content));
  if (unknown.length > 0) {
    await trx
      .insertInto('judged_limits')
      .values(unknown.map((content) => ({ content })))
      .execute();
    await find();
  }
  return (content) => known.get(content) ?? missing();
}

/** What is made of each row and its assessment, which has its limits again. */
export async function withAssessments<Row extends { readonly assessment: string }, Made>(
  db: Kysely<Database>,
  rows: readonly Row[],
  make: (row: Row, assessment: DoseAssessment) => Made,
): Promise<readonly Made[]> {
  const stored = rows.map((row) => ({ row, column: fromJson(StoredDoseAssessment, row.assessment) }));
  const named = stored.flatMap(({ column }) => column.gauges.map(({ limit }) => limit)).filter(isNumber);
  const limits = new Map<number, Limit>();
  for (const batch of inBatches([...new Set(named)])) {
    const found = await db.selectFrom('judged_limits').selectAll().where('id', 'in', batch).execute();
    for (const { id, content } of found) limits.set(id, fromJson(StoredLimit, content));
  }
  const limitOf = (limit: number | Limit) => (isNumber(limit) ? (limits.get(limit) ?? missing()) : limit);
  return stored.map(({ row, column }) => {
    const gauges = column.gauges.map((gauge) => ({ ...gauge, limit: limitOf(gauge.limit) }));
    return make(row, { ...column, gauges });
  });
}

const isNumber = (limit: number | Limit): limit is number => typeof limit === 'number';

function missing(): never {
  throw new Error('a limit that an injection was judged by is missing');
}
