import type { Kysely, Transaction } from 'kysely';
import type { InjectionIntoVein, TreatedVein } from '../../shared/domain/outcome/treated-vein.ts';
import type { Region } from '../../shared/domain/leg-map/region.ts';
import type { FitzpatrickType } from '../../shared/domain/patient/assessment.ts';
import type { Review } from '../../shared/domain/outcome/review.ts';
import type { CaseId, VeinId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { inBatches } from './batches.ts';
import { preparationOf } from './preparation.ts';
import { vesselThen, withVesselThen } from './vessel-then.ts';

/** What went into the veins of a case, in the order in which it was given; struck-out injections and free sites are left out. */
export async function readInjectionsIntoVeins(
  db: Kysely<Database>,
  caseId: CaseId,
): Promise<readonly InjectionIntoVein[]> {
  const rows = await withVesselThen(db.selectFrom('injections'))
    .innerJoin('sessions', 'sessions.id', 'injections.session_id')
    .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
    .select([
      'injections.vein_id',
      'sessions.number as session_number',
      'sessions.on_date',
      'injections.form',
      'injections.strength_ug_per_ml',
      'injections.gas_parts',
      'injections.volume_ul',
      'injections.mass_ug',
      'injections.vein_kind',
      'injections.vein_diameter_mm',
      'injections.vein_pattern',
      'injections.vein_extent',
      'mapped.content',
    ])
    .where('sessions.case_id', '=', caseId)
    .where('injections.vein_id', 'is not', null)
    .where('strike.injection_id', 'is', null)
    .orderBy('injections.given_at')
    .orderBy('injections.number')
    .$narrowType<{ vein_id: VeinId }>()
    .execute();
  return rows.map((row) => ({
    veinId: row.vein_id,
    sessionNumber: row.session_number,
    onDate: row.on_date,
    dose: { ...preparationOf(row), volumeUl: row.volume_ul },
    massUg: row.mass_ug,
    vessel: vesselThen(row),
    pattern: row.vein_pattern,
    extent: row.vein_extent,
  }));
}

/** What is kept of a treated vein with a review. */
export interface ReviewedVein {
  readonly treated: TreatedVein;
  readonly region: Region | null;
  readonly fitzpatrick: FitzpatrickType | null;
  /** From the last injection to the review. */
  readonly daysSince: number;
}

export async function insertReviewedVeins(
  trx: Transaction<Database>,
  review: Review,
  veins: readonly ReviewedVein[],
): Promise<void> {
  for (const batch of inBatches(veins)) {
    await trx
      .insertInto('reviewed_veins')
      .values(batch.map((vein) => rowOf(review, vein)))
      .execute();
  }
}

function rowOf(review: Review, { treated, region, fitzpatrick, daysSince }: ReviewedVein) {
  const { preparations, vessel } = treated;
  const seen = review.responses.find(({ veinId }) => veinId === treated.veinId);
  const [first] = preparations;
  const hasOneForm = preparations.every(({ preparation }) => preparation.form === first?.preparation.form);
  const hasOneStrength = preparations.every(
    ({ preparation }) => preparation.strengthUgPerMl === first?.preparation.strengthUgPerMl,
  );
  return {
    review_id: review.id,
    vein_id: treated.veinId,
    case_id: review.caseId,
    reviewed_on: review.onDate,
    response: seen?.response ?? null,
    matting: seen?.matting ?? 0,
    pigmentation: seen?.pigmentation ?? 0,
    ulcer: seen?.ulcer ?? 0,
    vein_kind: vessel?.kind ?? null,
    vein_diameter_mm: vessel?.diameterMm ?? null,
    vein_length_mm: treated.lengthMm,
    region,
    form: hasOneForm && first ? first.preparation.form : null,
    strength_ug_per_ml: hasOneStrength && first ? first.preparation.strengthUgPerMl : null,
    injections: treated.injections,
    volume_ul: treated.volumeUl,
    mass_ug: treated.massUg,
    last_on: treated.lastOn,
    days_since: daysSince,
    fitzpatrick,
  };
}
