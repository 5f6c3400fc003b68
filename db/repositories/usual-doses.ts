import type { Kysely } from 'kysely';
import type { VeinDose } from '../../shared/domain/dose/usual-dose.ts';
import type { VeinKind, VeinPattern } from '../../shared/domain/leg-map/vein.ts';
import type { PersonId, VeinId } from '../../shared/kernel/ids.ts';
import type { Form } from '../../shared/domain/dose/ledger.ts';
import type { Database } from '../schema.ts';

/** The newest injections and plan versions that are looked at: enough for a custom, and few however old the clinic is. */
const INJECTIONS = 2_000;
const PLAN_VERSIONS = 2_000;
const PLANS = 60;

/**
 * What each vein got in each session that this person gave, and what was meant for it in plans that stand as this person saved them;
 * of the newest. Counted once where somebody gave what the same person had planned. Sessions that are still open, free sites and
 * struck-out injections are left out, and so are rows from before the extent of a vein was kept.
 */
export async function readVeinDosesOf(
  db: Kysely<Database>,
  personId: PersonId,
): Promise<readonly VeinDose[]> {
  const planned = await plannedBy(db, personId);
  const given = await givenBy(db, personId);
  return [...new Map([...planned, ...given].map((row) => [keyOf(row), doseOf(row)])).values()];
}

interface DoseRow {
  readonly vein_id: VeinId;
  readonly number: number;
  readonly form: Form;
  readonly vein_kind: VeinKind;
  readonly vein_pattern: VeinPattern;
  readonly volume_ul: number;
  readonly extent: number;
}

function givenBy(db: Kysely<Database>, personId: PersonId): Promise<readonly DoseRow[]> {
  return db
    .selectFrom((eb) =>
      eb
        .selectFrom('injections')
        .select([
          'id',
          'session_id',
          'vein_id',
          'form',
          'vein_kind',
          'vein_pattern',
          'vein_extent',
          'volume_ul',
        ])
        .where('given_by', '=', personId)
        .orderBy('given_at', 'desc')
        .limit(INJECTIONS)
        .as('newest'),
    )
    .innerJoin('session_closings as closing', 'closing.session_id', 'newest.session_id')
    .innerJoin('sessions', 'sessions.id', 'newest.session_id')
    .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'newest.id')
    .select((eb) => [
      'newest.vein_id',
      'sessions.number',
      'newest.form',
      'newest.vein_kind',
      'newest.vein_pattern',
      eb.fn.sum<number>('newest.volume_ul').as('volume_ul'),
      eb.fn.max('newest.vein_extent').as('extent'),
    ])
    .where('strike.injection_id', 'is', null)
    .where('newest.vein_id', 'is not', null)
    .where('newest.vein_extent', 'is not', null)
    .groupBy([
      'newest.session_id',
      'newest.vein_id',
      'newest.form',
      'newest.vein_kind',
      'newest.vein_pattern',
    ])
    .$narrowType<{ vein_id: VeinId; vein_kind: VeinKind; vein_pattern: VeinPattern; extent: number }>()
    .execute();
}

async function plannedBy(db: Kysely<Database>, personId: PersonId): Promise<readonly DoseRow[]> {
  const plans = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('plans')
        .select(['id', 'case_id', 'version', 'saved_at'])
        .where('saved_by', '=', personId)
        .where('copied_from', 'is', null)
        .orderBy('saved_at', 'desc')
        .limit(PLAN_VERSIONS)
        .as('newest'),
    )
    .select('newest.id')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('plans as later')
            .select('later.id')
            .whereRef('later.case_id', '=', 'newest.case_id')
            .whereRef('later.version', '>', 'newest.version')
            .where('later.copied_from', 'is', null),
        ),
      ),
    )
    .orderBy('newest.saved_at', 'desc')
    .limit(PLANS)
    .execute();
  if (plans.length === 0) return [];
  return db
    .selectFrom('plan_items')
    .select((eb) => [
      'vein_id',
      'session_number as number',
      'form',
      'vein_kind',
      'vein_pattern',
      eb.fn.sum<number>(eb('punctures', '*', eb.ref('volume_per_puncture_ul'))).as('volume_ul'),
      eb.fn.max('vein_extent').as('extent'),
    ])
    .where(
      'plan_id',
      'in',
      plans.map(({ id }) => id),
    )
    .where('session_number', 'is not', null)
    .where('vein_extent', 'is not', null)
    .groupBy(['plan_id', 'vein_id', 'session_number', 'form', 'vein_kind', 'vein_pattern'])
    .$narrowType<{ number: number; vein_kind: VeinKind; vein_pattern: VeinPattern; extent: number }>()
    .execute();
}

function keyOf({ vein_id, number, form }: DoseRow): string {
  return `${vein_id} ${String(number)} ${form}`;
}

function doseOf(row: DoseRow): VeinDose {
  return {
    veinKind: row.vein_kind,
    veinPattern: row.vein_pattern,
    form: row.form,
    volumeUl: row.volume_ul,
    extent: row.extent,
  };
}
