import type { Kysely } from 'kysely';
import { readEnding } from '../../../db/repositories/amendments.ts';
import { readInjections } from '../../../db/repositories/injections.ts';
import { readEarlierLedger } from '../../../db/repositories/ledger.ts';
import { readCurrentVeins } from '../../../db/repositories/map.ts';
import { readNames } from '../../../db/repositories/people.ts';
import { isApproved } from '../../../db/repositories/profiles.ts';
import { readReactions } from '../../../db/repositories/reactions.ts';
import { readSignatures } from '../../../db/repositories/session-endings.ts';
import { readPauses } from '../../../db/repositories/session-pauses.ts';
import { readLeftForLater } from '../../../db/repositories/session-vein-marks.ts';
import { readSessionsOf } from '../../../db/repositories/sessions.ts';
import { readBoxes } from '../../../db/repositories/stock.ts';
import { readWalks } from '../../../db/repositories/walks.ts';
import type { Database } from '../../../db/schema.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { SessionView } from '../../../shared/contract/session.ts';
import { currentPause } from '../../../shared/domain/session/reaction.ts';
import type { SessionId } from '../../../shared/kernel/ids.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { ServiceContext } from '../context.ts';
import { readMapScale } from '../map/read-map-scale.ts';
import { readPlanOfMappedVeins } from '../plan.ts';
import { dosePatientOf, profileOf, readCurrentSession, tighterCapsOf } from './current-session.ts';
import { startOf24h } from './session-time.ts';

/** Everything about a session, as of now. */
export function readSession(
  { db, now }: ServiceContext,
  sessionId: SessionId,
): Promise<Result<SessionView, Failure>> {
  return sessionViewOf(db, sessionId, now());
}

/** The same at a moment; can be given a transaction, to see what it has just written. */
export async function sessionViewOf(
  db: Kysely<Database>,
  sessionId: SessionId,
  at: Instant,
): Promise<Result<SessionView, Failure>> {
  const session = await readCurrentSession(db, sessionId);
  if (!session.ok) return session;
  const { opening, state } = session.value;
  const { caseId, patientId } = opening;
  const plan = await readPlanOfMappedVeins(db, caseId);
  const { closing, amendments } = await readEnding(db, sessionId);
  const held = new Set((await readSessionsOf(db, caseId)).map(({ number }) => number));
  const profile = await profileOf(db, session.value);
  const pauses = await readPauses(db, sessionId);
  return ok({
    opening,
    patientId,
    state,
    ofSessions: plan?.sessions.length ?? 0,
    profile,
    profileApproved: await isApproved(db, profile),
    tighterCaps: await tighterCapsOf(db, session.value),
    boxes: await readBoxes(db, sessionId),
    injections: await readInjections(db, sessionId),
    reactions: await readReactions(db, sessionId),
    pause: closing === null ? currentPause(pauses) : null,
    pauses,
    leftForLater: await readLeftForLater(db, sessionId),
    closing,
    amendments,
    walks: await readWalks(db, sessionId),
    upcoming: (plan?.sessions ?? []).filter(({ number }) => !held.has(number)),
    signatures: await readSignatures(db, sessionId),
    due: (plan?.items ?? []).filter(({ sessionNumber }) => sessionNumber === opening.number),
    veins: await readCurrentVeins(db, caseId),
    heightScale: await readMapScale(db, { id: caseId, patientId }),
    earlierIn24h: await readEarlierLedger(db, {
      patientId,
      otherThan: sessionId,
      from: await startOf24h(db, closing?.closedAt ?? at),
      to: closing?.closedAt ?? null,
    }),
    dosePatient: await dosePatientOf(db, opening),
    names: await readNames(db),
  });
}
