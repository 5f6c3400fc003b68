import type { Transaction } from 'kysely';
import { readCase } from '../../../db/repositories/cases.ts';
import { insertSession, readOpenSessionOf, readSessionsOf } from '../../../db/repositories/sessions.ts';
import type { Database } from '../../../db/schema.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { OpenSession, SessionView } from '../../../shared/contract/session.ts';
import type { TreatmentCase } from '../../../shared/domain/patient/patient.ts';
import type { Plan, PlanItem } from '../../../shared/domain/plan/plan.ts';
import type { SessionOpening } from '../../../shared/domain/session/session.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { notFound } from '../invalid.ts';
import { addMeasurement, addStatement } from '../patients.ts';
import { readPlanOfMappedVeins } from '../plan.ts';
import { profileInUse } from '../profiles.ts';
import { write } from '../write.ts';
import { checkAcceptances } from './check-acceptances.ts';
import { checkPatient } from './check-patient.ts';
import { sessionViewOf } from './read-session.ts';
import { momentFor } from './session-time.ts';

/**
 * Opens a planned session once all is checked. Fails with what is in the way: `session/not-planned`, `session/already-open`,
 * `session/already-done`, `session/contraindicated`, `session/check-missing`, `session/acceptance-needed`,
 * `session/waiver-needed`, `session/wrong-leg`, or what `checkAcceptances` says of a PIN.
 */
export async function openSession(
  context: ServiceContext,
  input: OpenSession,
): Promise<Result<SessionView, Failure>> {
  const words = await checkAcceptances(context, input);
  if (!words.ok) return words;
  return write(context, async (writing) => {
    const { trx, at, audit, changed } = writing;
    const treated = await readCase(trx, input.caseId);
    if (!treated) return notFound('case');
    const planned = await readPlanned(trx, treated, input.number);
    if (!planned.ok) return planned;
    const { plan, due } = planned.value;
    const { profile } = await profileInUse(trx);
    const checked = await checkPatient(trx, { input, treated, due, profile, today: context.today() });
    if (!checked.ok) return checked;
    const id = idOf<'session'>(context.newUuid());
    const opening: SessionOpening = {
      id,
      caseId: treated.id,
      patientId: treated.patientId,
      number: input.number,
      onDate: context.today(),
      legs: checked.value.legs,
      weightG: checked.value.weightG,
      answers: input.answers,
      ...words.value,
      openedAt: await momentFor(trx, { id, patientId: treated.patientId }, at),
      openedBy: context.actor.id,
    };
    await insertSession(trx, { opening, planId: plan.id, profile });
    await audit({
      action: 'session/open',
      entity: 'session',
      entityId: opening.id,
      after: {
        ...opening,
        weightConfirmed: input.weightConfirmed,
        profile: { id: profile.id, version: profile.version },
      },
    });
    // Asked again today: the statement is made anew, so that it has the day and the person who asked.
    await addStatement(context, writing, { patientId: treated.patientId, ...checked.value.allergies });
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
