import { sql } from 'kysely';
import { recordReview } from '../../electron/services/reviews.ts';
import {
  closeSession,
  openBox,
  openSession,
  recordInjection,
  signSession,
} from '../../electron/services/sessions.ts';
import { randomUUID } from 'node:crypto';
import { idOf, type LotId } from '../../shared/kernel/ids.ts';
import { microlitres } from '../../shared/kernel/units.ts';
import { PIN, type Core } from '../support/clinic.ts';
import { valueOf } from '../support/outcome.ts';
import {
  aCase,
  aPatient,
  assess,
  aVein,
  closing,
  consent,
  draw,
  injection,
  opening,
  plan,
} from '../support/treatment.ts';

export type Row = Readonly<Record<string, string | number | null>>;

/** The rows of each table that a course left, in the order in which the tables were made. */
export type Course = ReadonlyMap<string, readonly Row[]>;

const VEINS = 4;
/** As many as in the sessions of the demo clinic. */
export const INJECTIONS = 25;

/** A patient with four veins, treated once with 25 injections out of one lot, signed by both and reviewed, through the use cases. */
export async function giveWholeCourse(core: Core, lotId: LotId): Promise<void> {
  const ready = await prepareCase(core);
  const session = valueOf(await openSession(core.as('nurse'), opening(ready.caseId)));
  const sessionId = session.opening.id;
  valueOf(await openBox(core.as('nurse'), { sessionId, lotId }));
  const at = { ...ready, session, lotId, veins: [ready.veins[0], ready.veins[1]] as const };
  for (let n = 0; n < INJECTIONS; n += 1) {
    const veinId = (ready.veins[n % VEINS] ?? ready.veins[0]).id;
    // One in ten is more than the label's own figure, with a reason.
    const over = n === 0 ? { volumeUl: microlitres(400), reason: 'long feeder' } : {};
    valueOf(await recordInjection(core.as('nurse'), injection(at, { veinId, ...over })));
  }
  const injectedUl = 300 * INJECTIONS + 100;
  valueOf(await closeSession(core.as('nurse'), closing(sessionId, { injectedUl }, lotId)));
  for (const role of ['nurse', 'surgeon'] as const)
    valueOf(await signSession(core.as(role), { sessionId, role, pin: PIN }));
  const response = {
    response: 'better',
    matting: 0,
    pigmentation: 1,
    ulcer: 0,
    disposition: 'done',
  } as const;
  const leg = { ceap: null, vcss: null };
  const review = await recordReview(core.as('surgeon'), {
    reviewId: idOf<'review'>(randomUUID()),
    caseId: ready.caseId,
    onDate: core.context.today(),
    responses: ready.veins.map(({ id }) => ({ veinId: id, ...response })),
    improvementPercent: 60,
    satisfaction: 'satisfied',
    legs: { right: leg, left: leg },
    restUntil: null,
    note: '',
    replaces: null,
  });
  valueOf(review);
}

/** A patient who came for advice, and no further. */
export async function giveAdvice(core: Core): Promise<void> {
  await assess(core, await aCase(core, await aPatient(core)));
}

/** A patient whose session is planned for the day of the clock, and has not come yet. */
export async function prepareCase(core: Core) {
  const patientId = await aPatient(core);
  const caseId = await aCase(core, patientId);
  const veins = Array.from({ length: VEINS }, (_, n) => windingVein(n + 1));
  await draw(core, caseId, ...veins);
  await assess(core, caseId);
  await consent(core, caseId);
  await plan(core, caseId, [veins]);
  const [first, second, third, fourth] = veins;
  if (!first || !second || !third || !fourth) throw new Error('four veins');
  return { patientId, caseId, veins: [first, second, third, fourth] as const };
}

/** As many points as a drawn line keeps. */
function windingVein(number: number) {
  const path = Array.from({ length: 24 }, (_, n) => [(n % 9) + 0.25, 300 + n * 2.5 + number] as const);
  return aVein({ number, path });
}

/** The highest row of each table whose rows belong to a course: the limits that injections are judged by belong to all. */
export async function markOf(db: Core['context']['db']): Promise<ReadonlyMap<string, number>> {
  const marks = new Map<string, number>();
  // In the order in which they were made, which is that in which rows can be written.
  const tables = await sql<{ name: string }>`select name from sqlite_schema where type = 'table'
    and name not like 'sqlite_%' and name not like 'kysely_%' and name <> 'judged_limits' order by rowid`.execute(
    db,
  );
  for (const { name } of tables.rows) {
    const found = await sql<{ n: number | null }>`select max(rowid) as n from ${sql.table(name)}`.execute(db);
    marks.set(name, found.rows[0]?.n ?? 0);
  }
  return marks;
}

/** What was added since a mark. */
export async function rowsSince(
  db: Core['context']['db'],
  mark: ReadonlyMap<string, number>,
): Promise<Course> {
  const course = new Map<string, readonly Row[]>();
  for (const [table, highest] of mark) {
    const found =
      await sql<Row>`select * from ${sql.table(table)} where rowid > ${highest} order by rowid`.execute(db);
    course.set(table, found.rows);
  }
  return course;
}
