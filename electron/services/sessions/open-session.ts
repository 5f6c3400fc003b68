import type { Transaction } from 'kysely';
import { readLastAssessment } from '../../../db/repositories/assessments.ts';
import { readCase, readConsent } from '../../../db/repositories/cases.ts';
import { readCurrentVeins } from '../../../db/repositories/map.ts';
import { readAllergies } from '../../../db/repositories/patients.ts';
import { insertSession, readOpenSessionOf, readSessionsOf } from '../../../db/repositories/sessions.ts';
import type { Database } from '../../../db/schema.ts';
import type { Failure, SessionCheck } from '../../../shared/contract/failure.ts';
import type { OpenSession, SessionView } from '../../../shared/contract/session.ts';
import type { LabelProfile } from '../../../shared/domain/dose/label-profile.ts';
import { LEGS, type Leg } from '../../../shared/domain/leg-map/vein.ts';
import { judgeEligibility, missingFromAssessment } from '../../../shared/domain/patient/eligibility.ts';
import type { TreatmentCase } from '../../../shared/domain/patient/patient.ts';
import type { Plan, PlanItem } from '../../../shared/domain/plan/plan.ts';
import type { SessionOpening } from '../../../shared/domain/session/session.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Grams } from '../../../shared/kernel/units.ts';
import type { ServiceContext } from '../context.ts';
import { invalid, notFound } from '../invalid.ts';
import { addMeasurement } from '../patients.ts';
import { readPlanOfMappedVeins } from '../plan.ts';
import { profileInUse } from '../profiles.ts';
import { write } from '../write.ts';
import { checkAcceptances } from './check-acceptances.ts';
import { sessionViewOf } from './read-session.ts';

/**
 * Opens a planned session once all is checked. Fails with what is in the way: `session/not-planned`, `session/already-open`,
 * `session/already-done`, `session/contraindicated`, `session/check-missing`, `session/acceptance-needed`,
 * `session/wrong-leg`, or what `checkAcceptances` says of a PIN.
 */
export async function openSession(
  context: ServiceContext,
  input: OpenSession,
): Promise<Result<SessionView, Failure>> {
  const acceptances = await checkAcceptances(context, input.acceptances);
  if (!acceptances.ok) return acceptances;
  return write(context, async (writing) => {
    const { trx, at, audit, changed } = writing;
    const treated = await readCase(trx, input.caseId);
    if (!treated) return notFound('case');
    const planned = await readPlanned(trx, treated, input.number);
    if (!planned.ok) return planned;
    const { plan, due } = planned.value;
    const { profile } = await profileInUse(trx);
    const checked = await checkPatient(trx, { input, treated, due, profile });
    if (!checked.ok) return checked;
    const legs = await readLegsOf(trx, treated, due);
    if (legs.join() !== LEGS.filter((leg) => input.legs.includes(leg)).join()) {
      return err({ code: 'session/wrong-leg' });
    }
    const opening: SessionOpening = {
      id: idOf<'session'>(context.newUuid()),
      caseId: treated.id,
      patientId: treated.patientId,
      number: input.number,
      onDate: context.today(),
      legs,
      weightG: checked.value.weightG,
      answers: input.answers,
      acceptances: acceptances.value,
      openedAt: at,
      openedBy: context.actor.id,
    };
    await insertSession(trx, { opening, planId: plan.id, profile });
    await audit({
      action: 'session/open',
      entity: 'session',
      entityId: opening.id,
      after: { ...opening, profile: { id: profile.id, version: profile.version } },
    });
    await addMeasurement(context, writing, {
      patientId: treated.patientId,
      onDate: opening.onDate,
      weightG: opening.weightG,
      heightMm: null,
    });
    changed({ topic: 'session', id: opening.id });
    changed({ topic: 'patient', id: treated.patientId });
    return sessionViewOf(trx, opening.id, at);
  });
}

interface Planned {
  readonly plan: Plan;
  readonly due: readonly PlanItem[];
}

/** What the plan holds for the session, if it may be opened as far as other sessions go. */
async function readPlanned(
  trx: Transaction<Database>,
  treated: TreatmentCase,
  number: number,
): Promise<Result<Planned, Failure>> {
  const held = (await readSessionsOf(trx, treated.id)).find((session) => session.number === number);
  if (held && held.state !== 'open') return err({ code: 'session/already-done' });
  const open = await readOpenSessionOf(trx, treated.patientId);
  if (open) return err({ code: 'session/already-open', sessionId: open });
  const plan = await readPlanOfMappedVeins(trx, treated.id);
  const due = (plan?.items ?? []).filter(({ sessionNumber }) => sessionNumber === number);
  return plan && due.length > 0 ? ok({ plan, due }) : err({ code: 'session/not-planned' });
}

async function readLegsOf(
  trx: Transaction<Database>,
  treated: TreatmentCase,
  due: readonly PlanItem[],
): Promise<readonly Leg[]> {
  const planned = new Set(due.map(({ veinId }) => veinId));
  const veins = (await readCurrentVeins(trx, treated.id)).filter(({ id }) => planned.has(id));
  return LEGS.filter((side) => veins.some(({ leg }) => leg === side));
}

interface PatientQuestion {
  readonly input: OpenSession;
  readonly treated: TreatmentCase;
  readonly due: readonly PlanItem[];
  readonly profile: LabelProfile;
}

/** Whether the patient may be treated today: what speaks against it first, then what has not been checked. */
async function checkPatient(
  trx: Transaction<Database>,
  { input, treated, due, profile }: PatientQuestion,
): Promise<Result<{ readonly weightG: Grams }, Failure>> {
  const foamPlanned = due.some(({ preparation }) => preparation.form === 'foam');
  const asked = profile.contraindications.filter(({ foamOnly }) => foamPlanned || !foamOnly);
  const isKnown = (id: string) => profile.contraindications.some((question) => question.id === id);
  const unknown = input.answers.findIndex((answer) => !isKnown(answer.contraindicationId));
  if (unknown >= 0) return invalid(`answers.${String(unknown)}.contraindicationId`, 'unknown');

  const assessment = await readLastAssessment(trx, treated.id);
  const allergies = await readAllergies(trx, treated.patientId);
  const judgement = judgeEligibility({
    profile,
    answers: [...(assessment?.eligibility ?? []), ...input.answers],
    acceptances: input.acceptances,
    allergies,
    foamPlanned,
  });
  if (judgement.blocked.length > 0) {
    return err({ code: 'session/contraindicated', contraindicationIds: judgement.blocked });
  }
  const answeredToday = new Set(input.answers.map(({ contraindicationId }) => contraindicationId));
  const isDone: Record<SessionCheck, boolean> = {
    identity: input.identityConfirmed,
    consent: (await readConsent(trx, treated.id)) !== null,
    weight: input.weightG !== null,
    changes: asked.every(({ id, askEachSession }) => !askEachSession || answeredToday.has(id)),
    eligibility: assessment !== null && missingFromAssessment(judgement, profile).length === 0,
    allergies: allergies !== null,
  };
  const { weightG } = input;
  const checks = CHECKS.filter((check) => !isDone[check]);
  if (checks.length > 0 || weightG === null) return err({ code: 'session/check-missing', checks });
  if (judgement.needsAcceptance.length > 0) {
    return err({ code: 'session/acceptance-needed', contraindicationIds: judgement.needsAcceptance });
  }
  return ok({ weightG });
}

const CHECKS: readonly SessionCheck[] = [
  'identity',
  'consent',
  'weight',
  'changes',
  'eligibility',
  'allergies',
];
