import type { Transaction } from 'kysely';
import { canonicalJson } from '../../../db/audit/canonical-json.ts';
import {
  countInjectionsInto,
  insertInjection,
  nextInjectionNumber,
  readInjection,
  type MeasuredVessel,
} from '../../../db/repositories/injections.ts';
import { readItemsOfVein } from '../../../db/repositories/plans.ts';
import { readVeinDosesOf } from '../../../db/repositories/usual-doses.ts';
import { readEarlierLedger, readSessionLedger } from '../../../db/repositories/ledger.ts';
import { readCurrentVein } from '../../../db/repositories/map.ts';
import { readBoxes, readLot } from '../../../db/repositories/stock.ts';
import type { Database } from '../../../db/schema.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { RecordInjection } from '../../../shared/contract/session.ts';
import { massOf } from '../../../shared/domain/dose/arithmetic.ts';
import { assessDose, type DoseAssessment } from '../../../shared/domain/dose/assess-dose.ts';
import { slipOfInjection, type DoseSlip } from '../../../shared/domain/dose/dose-slip.ts';
import { samePreparation, type Dose } from '../../../shared/domain/dose/ledger.ts';
import { withTighterCaps } from '../../../shared/domain/dose/tighter-caps.ts';
import { extentOf, usualDoses } from '../../../shared/domain/dose/usual-dose.ts';
import { measureVein } from '../../../shared/domain/leg-map/measure.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { Injection, LimitOverride, SessionOpening } from '../../../shared/domain/session/session.ts';
import { plannedPunctures, type PlannedPuncture } from '../../../shared/domain/session/vein-tasks.ts';
import type { PersonId, VeinId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { hoursBefore, type CalendarDate, type Instant } from '../../../shared/kernel/time.ts';
import type { ServiceContext } from '../context.ts';
import { invalid, notFound } from '../invalid.ts';
import { readMapScale } from '../map/read-map-scale.ts';
import { write } from '../write.ts';
import { checkSurgeon } from './check-surgeon.ts';
import {
  dosePatientOf,
  profileOf,
  readOpenSession,
  tighterCapsOf,
  type CurrentSession,
} from './current-session.ts';
import { checkUsable } from './open-box.ts';

/**
 * Records one injection, after holding it against every limit in the very transaction that writes it. Sent again with the same
 * id and content it counts once. Fails with `session/locked`, `session/wrong-leg`, `lot/…`, `dose/…`, or `invalid-input`
 * where the id belongs to another injection.
 */
export async function recordInjection(
  context: ServiceContext,
  input: RecordInjection,
): Promise<Result<Injection, Failure>> {
  const override = await checkOverride(context, input.override);
  if (!override.ok) return override;
  return write(context, async ({ trx, at, audit, changed }) => {
    const known = await readInjection(trx, input.injectionId);
    if (known) return isSame(known, input) ? ok(known) : invalid('injectionId', 'used-before');
    const session = await readOpenSession(trx, input.sessionId);
    if (!session.ok) return session;
    const { opening } = session.value;
    const drawn = await checkBox(trx, input, context.today());
    if (!drawn.ok) return drawn;
    const aimed = await checkSite(trx, opening, input);
    if (!aimed.ok) return aimed;

    const vein = aimed.value;
    const dose: Dose = { ...input.preparation, volumeUl: input.volumeUl };
    const planned = await readPlannedPuncture(trx, opening, input.veinId);
    const slip = await findSlip(trx, context.actor.id, { input, vein, planned });
    if (slip && !input.volumeConfirmed) return err({ code: 'dose/looks-like-slip', slip });
    const assessment = await assess(trx, session.value, { dose, at, input, vein });
    const allowed = checkVerdict(assessment, input.reason, override.value);
    if (!allowed.ok) return allowed;
    const asPlanned = checkPlanned(planned, input);
    if (!asPlanned.ok) return asPlanned;
    const injection: Injection = {
      id: input.injectionId,
      sessionId: opening.id,
      number: await nextInjectionNumber(trx, opening.id),
      veinId: input.veinId,
      vessel: vein && { kind: vein.kind, diameterMm: vein.diameterMm },
      site: input.site,
      lotId: input.lotId,
      dose,
      massUg: massOf(dose),
      needle: input.needle,
      givenAt: at,
      givenBy: context.actor.id,
      assessment,
      reason: input.reason,
      override: allowed.value,
      confirmedSlip: slip,
      strikeOut: null,
    };
    const measured = vein && (await measure(trx, opening, vein));
    await insertInjection(trx, opening.patientId, injection, measured);
    await audit({
      action: 'injection/record',
      entity: 'injection',
      entityId: injection.id,
      after: injection,
    });
    changed({ topic: 'session', id: opening.id });
    return ok(injection);
  });
}

function checkOverride(
  context: ServiceContext,
  offered: RecordInjection['override'],
): Promise<Result<LimitOverride | null, Failure>> {
  return offered === null ? Promise.resolve(ok(null)) : checkSurgeon(context, offered, 'limit/override');
}

function isSame(known: Injection, input: RecordInjection): boolean {
  const { sessionId, veinId, site, lotId, needle } = input;
  const dose = { ...input.preparation, volumeUl: input.volumeUl };
  const told = { sessionId, veinId, site, lotId, needle, dose };
  const kept = {
    sessionId: known.sessionId,
    veinId: known.veinId,
    site: known.site,
    lotId: known.lotId,
    needle: known.needle,
    dose: known.dose,
  };
  return canonicalJson(told) === canonicalJson(kept);
}

async function checkBox(
  trx: Transaction<Database>,
  { sessionId, lotId, preparation }: RecordInjection,
  today: CalendarDate,
): Promise<Result<undefined, Failure>> {
  const box = (await readBoxes(trx, sessionId)).find(({ id }) => id === lotId);
  if (!box) {
    const lot = await readLot(trx, lotId);
    return lot ? err({ code: 'lot/not-opened', lotNumber: lot.lotNumber }) : notFound('lot');
  }
  const usable = checkUsable(box, today);
  if (!usable.ok) return usable;
  return box.product.strengthUgPerMl === preparation.strengthUgPerMl
    ? ok()
    : err({ code: 'dose/strength-not-of-lot' });
}

/** The vein that is aimed at; null for a free site. */
async function checkSite(
  trx: Transaction<Database>,
  opening: SessionOpening,
  { veinId, site }: RecordInjection,
): Promise<Result<Vein | null, Failure>> {
  const vein = veinId === null ? null : await readCurrentVein(trx, opening.caseId, veinId);
  if (veinId !== null && !vein) return notFound('vein');
  const isRightLeg = opening.legs.includes(site.leg) && (!vein || vein.leg === site.leg);
  return isRightLeg ? ok(vein) : err({ code: 'session/wrong-leg' });
}

/** What the plan means for the next puncture of a vein in this session, or null. */
async function readPlannedPuncture(
  trx: Transaction<Database>,
  opening: SessionOpening,
  veinId: VeinId | null,
): Promise<PlannedPuncture | null> {
  if (veinId === null) return null;
  const { caseId, number: sessionNumber } = opening;
  const due = await readItemsOfVein(trx, { caseId, sessionNumber, veinId });
  const given = await countInjectionsInto(trx, opening.id, veinId);
  return plannedPunctures(due, veinId)[given] ?? null;
}

/** Another strength or form than the plan means for this puncture needs a reason, the surgeon's or the nurse's. */
function checkPlanned(
  planned: PlannedPuncture | null,
  { preparation, reason, override }: RecordInjection,
): Result<undefined, Failure> {
  if (planned === null || reason !== null || override !== null) return ok();
  const isOther = !samePreparation(planned.preparation, preparation);
  return isOther ? err({ code: 'dose/planned-otherwise', planned: planned.preparation }) : ok();
}

/** The same question as on the screen; what somebody usually gives is read only where the plan says nothing. */
async function findSlip(
  trx: Transaction<Database>,
  giver: PersonId,
  { input, vein, planned }: SlipFacts,
): Promise<DoseSlip | null> {
  const { volumeUl, preparation } = input;
  const usual = vein && !planned ? usualDoses(await readVeinDosesOf(trx, giver)) : [];
  return slipOfInjection({
    volumeUl,
    plannedUl: planned?.volumeUl ?? null,
    vein: vein && { veinKind: vein.kind, veinPattern: vein.pattern, form: preparation.form },
    usual,
  });
}

interface SlipFacts {
  readonly input: RecordInjection;
  readonly vein: Vein | null;
  readonly planned: PlannedPuncture | null;
}

/** How long a vein is (or how large a web) at this moment, so that doses can be compared later. */
async function measure(
  trx: Transaction<Database>,
  { caseId, patientId }: SessionOpening,
  vein: Vein,
): Promise<MeasuredVessel> {
  const scale = await readMapScale(trx, { id: caseId, patientId });
  return { pattern: vein.pattern, extent: extentOf(measureVein(vein, scale)) };
}

interface Candidate {
  readonly dose: Dose;
  readonly at: Instant;
  readonly input: RecordInjection;
  readonly vein: Vein | null;
}

async function assess(
  trx: Transaction<Database>,
  session: CurrentSession,
  { dose, at, input, vein }: Candidate,
): Promise<DoseAssessment> {
  const { opening } = session;
  return assessDose({
    ledger: {
      session: await readSessionLedger(trx, opening.id),
      earlierIn24h: await readEarlierLedger(trx, {
        patientId: opening.patientId,
        otherThan: opening.id,
        from: hoursBefore(at, 24),
        to: null,
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
function checkVerdict(
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
