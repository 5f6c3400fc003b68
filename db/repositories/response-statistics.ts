import { sql, type Kysely, type RawBuilder } from 'kysely';
import type {
  ResponseStatisticsOf,
  ResponseVein,
  ResponseVeinsOf,
} from '../../shared/contract/statistics.ts';
import {
  COUNTED_AFTER_DAYS,
  COUNTED_OUTCOMES,
  DIAMETER_CLASSES,
  DOSE_CLASSES,
  isCounted,
  LEFT_BESIDE,
  OUTCOMES,
  regionsOf,
  SEVERAL,
  UNKNOWN,
  type FigureClass,
  type Outcome,
  type ResponseCell,
} from '../../shared/domain/outcome/response-statistics.ts';
import type { ReviewId, VeinId } from '../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { IDENTITY_COLUMNS, identityOf } from './patients.ts';

/**
 * Every vein that a review has had before it, once: with the review that counts, or the last one. One table is read from end to
 * end: looking each vein up elsewhere would take minutes where there are many.
 */
function veinsOf(db: Kysely<Database>, filter: ResponseStatisticsOf) {
  return db
    .selectFrom(() => picked(db).as('told'))
    .where('told.place', '=', 1)
    .$if(filter.treatedFrom !== null, (query) => query.where('told.last_on', '>=', filter.treatedFrom))
    .$if(filter.treatedTo !== null, (query) => query.where('told.last_on', '<=', filter.treatedTo))
    .$if(filter.kind !== null, (query) => query.where('told.vein_kind', '=', filter.kind))
    .$if(filter.part !== null, (query) =>
      query.where('told.region', 'in', filter.part === null ? [] : regionsOf(filter.part)),
    );
}

/** The latest review that counts goes before any other, and without one the latest. */
function picked(db: Kysely<Database>) {
  const isUncounted = sql<number>`case when judged.outcome in (${sql.join(COUNTED_OUTCOMES.map((each) => sql.lit(each)))})
    then 0 else 1 end`;
  const place = sql<number>`row_number() over (
    partition by judged.vein_id order by ${isUncounted}, judged.reviewed_on desc, judged.seq desc)`;
  return db
    .selectFrom(() => judged(db).as('judged'))
    .selectAll('judged')
    .select(place.as('place'));
}

/** Each vein at each review that holds, with what became of it. */
function judged(db: Kysely<Database>) {
  return db
    .selectFrom('reviewed_veins as vein')
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('sessions')
          .select(({ fn }) => ['sessions.case_id', fn.max('sessions.on_date').as('on_date')])
          .groupBy('sessions.case_id')
          .as('last'),
      (join) => join.onRef('last.case_id', '=', 'vein.case_id'),
    )
    .select([
      'vein.seq',
      'vein.vein_id',
      'vein.case_id',
      'vein.reviewed_on',
      'vein.vein_kind',
      'vein.vein_diameter_mm',
      'vein.vein_length_mm',
      'vein.region',
      'vein.form',
      'vein.strength_ug_per_ml',
      'vein.volume_ul',
      'vein.fitzpatrick',
      'vein.last_on',
      'vein.matting',
      'vein.pigmentation',
      'vein.ulcer',
      outcomeOf.as('outcome'),
    ])
    .where('vein.review_id', 'not in', (eb) =>
      eb
        .selectFrom('reviews')
        .select('reviews.replaces_id')
        .where('reviews.replaces_id', 'is not', null)
        .$narrowType<{ replaces_id: ReviewId }>(),
    )
    .where(sql<boolean>`vein.vein_id not in (${untreated})`);
}

/** Veins whose every injection was struck out, be it after the review. Strike-outs are few: crossed, they are gone through first. */
const untreated = sql<VeinId>`select i.vein_id from injection_strike_outs s
  cross join injections i
  where i.id = s.injection_id and i.vein_id is not null and not exists (
    select 1 from injections j
    where j.vein_id = i.vein_id
      and not exists (select 1 from injection_strike_outs k where k.injection_id = j.id))`;

/** Only where the case had a session after the review its injections are looked at. */
const treatedSince = sql<boolean>`(last.on_date > vein.reviewed_on and exists (
  select 1 from sessions s
  where s.case_id = vein.case_id and s.on_date > vein.reviewed_on and exists (
    select 1 from injections i
    where i.session_id = s.id and i.vein_id = vein.vein_id
      and not exists (select 1 from injection_strike_outs k where k.injection_id = i.id))))`;

const outcomeOf = sql<Outcome>`case
  when vein.response is null then 'not-rated'
  when vein.response = 'not-seen' then 'not-seen'
  when ${treatedSince} then 'treated-since'
  when vein.days_since < ${sql.lit(COUNTED_AFTER_DAYS)} then 'too-early'
  else vein.response end`;

const classOf = {
  kind: sql<string>`coalesce(told.vein_kind, ${sql.lit(UNKNOWN)})`,
  diameter: sql<string>`case when told.vein_diameter_mm is null then ${sql.lit(UNKNOWN)}
    ${cases(DIAMETER_CLASSES, sql`told.vein_diameter_mm`, (bound) => sql.lit(bound))} end`,
  preparation: sql<string>`case
    when told.form is null or told.strength_ug_per_ml is null then ${sql.lit(SEVERAL)}
    else told.form || ':' || told.strength_ug_per_ml end`,
  // In whole numbers: µL / cm against the bound is µL × 10 against the bound × mm.
  dose: sql<string>`case when coalesce(told.vein_length_mm, 0) = 0 then ${sql.lit(UNKNOWN)}
    ${cases(DOSE_CLASSES, sql`told.volume_ul * 10`, (bound) => sql`${sql.lit(bound)} * told.vein_length_mm`)} end`,
  skin: sql<string>`coalesce(told.fitzpatrick, ${sql.lit(UNKNOWN)})`,
} as const;

function cases(
  classes: readonly FigureClass[],
  figure: RawBuilder<unknown>,
  boundOf: (bound: number) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const lines = classes.map(({ key, below, upTo }) => {
    if (below !== undefined) return sql`when ${figure} < ${boundOf(below)} then ${sql.lit(key)}`;
    if (upTo !== undefined) return sql`when ${figure} <= ${boundOf(upTo)} then ${sql.lit(key)}`;
    return sql`else ${sql.lit(key)}`;
  });
  return sql.join(lines, sql` `);
}

/** How many veins of which classes had which outcome. */
export async function countResponses(
  db: Kysely<Database>,
  filter: ResponseStatisticsOf,
): Promise<readonly ResponseCell[]> {
  const counted = (column: 'matting' | 'pigmentation' | 'ulcer') =>
    sql<number>`coalesce(sum(case when ${sql.ref(`told.${column}`)} > 0 then 1 else 0 end), 0)`;
  const rows = await veinsOf(db, filter)
    .select([
      classOf.kind.as('kind'),
      classOf.diameter.as('diameter'),
      classOf.preparation.as('preparation'),
      classOf.dose.as('dose'),
      classOf.skin.as('skin'),
      'told.outcome',
      (eb) => eb.fn.countAll<number>().as('veins'),
      counted('matting').as('matting'),
      counted('pigmentation').as('pigmentation'),
      counted('ulcer').as('ulcer'),
    ])
    .groupBy(['kind', 'diameter', 'preparation', 'dose', 'skin', 'told.outcome'])
    .execute();
  return rows.map(({ kind, diameter, preparation, dose, skin, ...cell }) => ({
    ...cell,
    classes: { kind, diameter, preparation, dose, skin },
  }));
}

/** How many cases have had their last session before a day, in a stretch of days, and no review since. */
export async function countUnreviewedCases(
  db: Kysely<Database>,
  { treatedFrom, treatedTo }: Pick<ResponseStatisticsOf, 'treatedFrom' | 'treatedTo'>,
  lostBefore: CalendarDate,
): Promise<{ readonly waiting: number; readonly lost: number }> {
  const lost = sql<number>`coalesce(sum(case when last.on_date < ${lostBefore} then 1 else 0 end), 0)`;
  const row = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('sessions')
        .select(({ fn }) => ['sessions.case_id', fn.max('sessions.on_date').as('on_date')])
        .groupBy('sessions.case_id')
        .as('last'),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reviews')
            .select('reviews.id')
            .whereRef('reviews.case_id', '=', 'last.case_id')
            .whereRef('reviews.on_date', '>', 'last.on_date'),
        ),
      ),
    )
    .$if(treatedFrom !== null, (query) => query.where('last.on_date', '>=', treatedFrom))
    .$if(treatedTo !== null, (query) => query.where('last.on_date', '<=', treatedTo))
    .select(({ fn }) => [fn.countAll<number>().as('cases'), lost.as('lost')])
    .executeTakeFirstOrThrow();
  return { waiting: row.cases - row.lost, lost: row.lost };
}

/** The veins behind a number: so many from an offset on, the last reviewed first. */
export async function readResponseVeins(
  db: Kysely<Database>,
  { classes, of, offset, ...filter }: ResponseVeinsOf,
  limit: number,
): Promise<readonly ResponseVein[]> {
  const effect = LEFT_BESIDE.find((each) => each === of);
  const outcomes = OUTCOMES.filter((each) => (of === null || effect ? isCounted(each) : each === of));
  const rows = await veinsOf(db, filter)
    .innerJoin('veins', 'veins.id', 'told.vein_id')
    .innerJoin('cases', 'cases.id', 'told.case_id')
    .innerJoin('patients', 'patients.id', 'cases.patient_id')
    .select(IDENTITY_COLUMNS)
    .select(['told.vein_id', 'told.case_id', 'told.outcome', 'told.reviewed_on', 'told.last_on', 'veins.leg'])
    .select('veins.number')
    .where('told.outcome', 'in', outcomes)
    .$if(effect !== undefined, (query) => query.where(sql.ref(`told.${effect ?? ''}`), '>', 0))
    .$if(classes.length > 0, (query) =>
      query.where((eb) => eb.and(classes.map(({ dimension, key }) => eb(classOf[dimension], '=', key)))),
    )
    .orderBy('told.reviewed_on', 'desc')
    .orderBy('told.vein_id')
    .limit(limit)
    .offset(offset)
    .execute();
  const sessions = await readSessionNumbers(
    db,
    rows.map(({ vein_id }) => vein_id),
  );
  return rows.map((row) => ({
    patient: identityOf(row),
    caseId: row.case_id,
    veinId: row.vein_id,
    leg: row.leg,
    number: row.number,
    outcome: row.outcome,
    reviewedOn: row.reviewed_on,
    lastTreatedOn: row.last_on,
    sessionNumbers: sessions.get(row.vein_id) ?? [],
  }));
}

async function readSessionNumbers(
  db: Kysely<Database>,
  veinIds: readonly VeinId[],
): Promise<ReadonlyMap<VeinId, readonly number[]>> {
  if (veinIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('injections')
    .innerJoin('sessions', 'sessions.id', 'injections.session_id')
    .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
    .select(['injections.vein_id', 'sessions.number'])
    .distinct()
    .where('injections.vein_id', 'in', veinIds)
    .where('strike.injection_id', 'is', null)
    .orderBy('sessions.number')
    .$narrowType<{ vein_id: VeinId }>()
    .execute();
  const byVein = Map.groupBy(rows, ({ vein_id }) => vein_id);
  return new Map([...byVein].map(([id, of]) => [id, of.map(({ number }) => number)]));
}
