import type { Kysely } from 'kysely';
import {
  readDoseParts,
  readSessionSpans,
  readStruckOut,
  readTimedDoses,
} from '../../db/repositories/patient-doses.ts';
import { readAmendmentFacts, readPatientSessions } from '../../db/repositories/patient-session-facts.ts';
import { readPatientHeader } from '../../db/repositories/patients.ts';
import { readNames } from '../../db/repositories/people.ts';
import { readProfile, type ProfileVersion } from '../../db/repositories/profiles.ts';
import { readSessionCapsOf } from '../../db/repositories/session-caps.ts';
import type { Database } from '../../db/schema.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { PatientDoses } from '../../shared/contract/patient-history.ts';
import { heldCaps } from '../../shared/domain/dose/held-caps.ts';
import type { Limit } from '../../shared/domain/dose/label-profile.ts';
import { mostWithin24h, sessionsWithin24h } from '../../shared/domain/dose/rolling-24h.ts';
import type { PatientId } from '../../shared/kernel/ids.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';
import { notFound } from './invalid.ts';

/** What every session of a patient gave, against the caps that held on its day. Fails with `not-found`. */
export async function readPatientDoses(
  { db }: ServiceContext,
  patientId: PatientId,
): Promise<Result<PatientDoses, Failure>> {
  if (!(await readPatientHeader(db, patientId))) return notFound('patient');
  const sessions = await readPatientSessions(db, patientId);
  const parts = await readDoseParts(db, patientId);
  const struckOut = await readStruckOut(db, patientId);
  const tighter = await readSessionCapsOf(db, patientId);
  const amendments = Map.groupBy(await readAmendmentFacts(db, patientId), ({ sessionId }) => sessionId);
  const limits = await limitsOf(
    db,
    sessions.map(({ profile }) => profile),
  );
  const near = sessionsWithin24h(await readSessionSpans(db, patientId));
  const within24h = mostWithin24h(await readTimedDoses(db, [...near]));
  return ok({
    sessions: sessions.map(({ profile, openedBy: _openedBy, closed: _closed, ...session }) => ({
      ...session,
      caps: heldCaps(limits.get(keyOf(profile)) ?? [], tighter.get(session.sessionId) ?? [], session),
      parts: parts.get(session.sessionId) ?? [],
      struckOut: struckOut.get(session.sessionId) ?? { injections: 0, volumeUl: 0 },
      amendments: amendments.get(session.sessionId)?.length ?? 0,
      within24h: within24h.get(session.sessionId) ?? null,
    })),
    names: await readNames(db),
  });
}

/** The limits of each version of a profile that is named, each read once. */
async function limitsOf(
  db: Kysely<Database>,
  profiles: readonly ProfileVersion[],
): Promise<ReadonlyMap<string, readonly Limit[]>> {
  const limits = new Map<string, readonly Limit[]>();
  for (const profile of new Map(profiles.map((each) => [keyOf(each), each])).values()) {
    const stored = await readProfile(db, profile);
    if (!stored) throw new Error(`the profile of a session is missing: ${profile.id}`);
    limits.set(keyOf(profile), stored.limits);
  }
  return limits;
}

function keyOf({ id, version }: ProfileVersion): string {
  return `${id} ${String(version)}`;
}
