import type { Kysely } from 'kysely';
import { readLastAssessment } from '../../../db/repositories/assessments.ts';
import { readAllergies } from '../../../db/repositories/patients.ts';
import { readProfile } from '../../../db/repositories/profiles.ts';
import { readSessionCaps } from '../../../db/repositories/session-caps.ts';
import { readSignatures } from '../../../db/repositories/session-endings.ts';
import { readPauses } from '../../../db/repositories/session-pauses.ts';
import {
  hadSessionBefore,
  readSessionState,
  readStoredSession,
  type StoredSession,
} from '../../../db/repositories/sessions.ts';
import type { Database } from '../../../db/schema.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { LabelProfile } from '../../../shared/domain/dose/label-profile.ts';
import type { DosePatient } from '../../../shared/domain/dose/ledger.ts';
import { isProneToHypersensitivity } from '../../../shared/domain/patient/eligibility.ts';
import type { TighterCapSet } from '../../../shared/domain/dose/tighter-caps.ts';
import { currentPause } from '../../../shared/domain/session/reaction.ts';
import type { SessionOpening, SessionState } from '../../../shared/domain/session/session.ts';
import type { SessionId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { notFound } from '../invalid.ts';

/** A session and the state that it is in. */
export interface CurrentSession extends StoredSession {
  readonly state: SessionState;
}

export async function readCurrentSession(
  db: Kysely<Database>,
  id: SessionId,
): Promise<Result<CurrentSession, Failure>> {
  const stored = await readStoredSession(db, id);
  const state = await readSessionState(db, id);
  return stored && state ? ok({ ...stored, state }) : notFound('session');
}

/** The session if it has not been closed; else `session/locked`. */
export async function readOpenSession(
  db: Kysely<Database>,
  id: SessionId,
): Promise<Result<CurrentSession, Failure>> {
  const session = await readCurrentSession(db, id);
  return session.ok && session.value.state !== 'open' ? err({ code: 'session/locked' }) : session;
}

/** The session if injections can be recorded in it right now; `session/locked` or `session/paused` if not. */
export async function readRunningSession(
  db: Kysely<Database>,
  id: SessionId,
): Promise<Result<CurrentSession, Failure>> {
  const session = await readOpenSession(db, id);
  if (!session.ok) return session;
  const pause = currentPause(await readPauses(db, id));
  if (!pause) return session;
  const { since, needsSurgeon } = pause;
  return err({ code: 'session/paused', since, needsSurgeon });
}

/** The session if nobody has signed it: from the first signature on, whoever's it is, the record is locked. */
export async function readUnsignedSession(
  db: Kysely<Database>,
  id: SessionId,
): Promise<Result<CurrentSession, Failure>> {
  const session = await readCurrentSession(db, id);
  if (!session.ok) return session;
  const signatures = await readSignatures(db, id);
  return signatures.length > 0 ? err({ code: 'session/locked' }) : session;
}

/** The profile that a session was opened under: it stays the session's, whatever the clinic chooses later. */
export async function profileOf(db: Kysely<Database>, { profile }: StoredSession): Promise<LabelProfile> {
  const stored = await readProfile(db, profile);
  if (!stored) throw new Error(`the profile of a session is missing: ${profile.id}`);
  return stored;
}

/** The caps that a surgeon set tighter for a session, in the plan that it was opened under or since. */
export function tighterCapsOf(
  db: Kysely<Database>,
  { opening, planId }: StoredSession,
): Promise<readonly TighterCapSet[]> {
  return readSessionCaps(db, { id: opening.id, planId, number: opening.number });
}

/**
 * What the limits need to know of the patient of a session. A proneness that is stated later counts from then on, be it among the
 * allergies or at the assessment.
 */
export async function dosePatientOf(db: Kysely<Database>, opening: SessionOpening): Promise<DosePatient> {
  const allergies = await readAllergies(db, opening.patientId);
  const assessment = await readLastAssessment(db, opening.caseId);
  return {
    weightG: opening.weightG,
    proneToHypersensitivity: isProneToHypersensitivity(allergies, [
      ...opening.answers,
      ...(assessment?.eligibility ?? []),
    ]),
    isFirstSession: !(await hadSessionBefore(db, opening.patientId, opening)),
  };
}
