import type { Transaction } from 'kysely';
import type { MeasuredVessel } from '../../../db/repositories/injections.ts';
import { readEarlierLedger, readSessionLedger } from '../../../db/repositories/ledger.ts';
import type { Database } from '../../../db/schema.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { RecordInjection } from '../../../shared/contract/session.ts';
import { assessDose, type DoseAssessment } from '../../../shared/domain/dose/assess-dose.ts';
import type { Dose } from '../../../shared/domain/dose/ledger.ts';
import { withTighterCaps } from '../../../shared/domain/dose/tighter-caps.ts';
import { extentOf } from '../../../shared/domain/dose/usual-dose.ts';
import { measureVein } from '../../../shared/domain/leg-map/measure.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { LimitOverride, SessionOpening } from '../../../shared/domain/session/session.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { readMapScale } from '../map/read-map-scale.ts';
import { dosePatientOf, profileOf, tighterCapsOf, type CurrentSession } from './current-session.ts';
import { startOf24h } from './session-time.ts';

/** How long a vein is (or how large a web) at this moment, so that doses can be compared later. */
export async function measure(
  trx: Transaction<Database>,
  { caseId, patientId }: SessionOpening,
  vein: Vein,
): Promise<MeasuredVessel> {
  const scale = await readMapScale(trx, { id: caseId, patientId });
  return { pattern: vein.pattern, extent: extentOf(measureVein(vein, scale)) };
}

interface Candidate {
  readonly dose: Dose;
  /** When it is, or was, given. */
  readonly at: Instant;
  /** Of what other sessions gave nothing later counts; without it all of that does. */
  readonly until?: Instant;
  readonly input: Pick<RecordInjection, 'preparation' | 'site'>;
  readonly vein: Vein | null;
}

/** Holds a dose against every limit of its session, with what the database holds at this moment. */
export async function assess(
  trx: Transaction<Database>,
  session: CurrentSession,
  { dose, at, until, input, vein }: Candidate,
): Promise<DoseAssessment> {
  const { opening } = session;
  return assessDose({
    ledger: {
      session: await readSessionLedger(trx, opening.id),
      earlierIn24h: await readEarlierLedger(trx, {
        patientId: opening.patientId,
        otherThan: opening.id,
        from: await startOf24h(trx, at),
        to: until ?? null,
      }),
    },
    limits: withTighterCaps(
      (await profileOf(trx, session)).limits,
      await tighterCapsOf(trx, session),
      opening,
    ),
    patient: await dosePatientOf(trx, opening),
    syringe: input.preparation,
    candidate: {
      ...dose,
      leg: input.site.leg,
      veinKind: vein?.kind ?? null,
      diameterMm: vein?.diameterMm ?? null,
    },
  });
}

/** The override that is needed and given, or null where none is needed. */
export function checkVerdict(
  assessment: DoseAssessment,
  reason: string | null,
  override: LimitOverride | null,
): Result<LimitOverride | null, Failure> {
  if (assessment.verdict === 'hard') {
    return override ? ok(override) : err({ code: 'dose/over-hard-limit', assessment });
  }
  const isReasonMissing = assessment.verdict === 'soft' && reason === null;
  return isReasonMissing ? err({ code: 'dose/reason-needed', assessment }) : ok(null);
}
