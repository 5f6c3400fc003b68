import type { Expression, Kysely } from 'kysely';
import type { PatientId, SessionId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';

/** A session, and whose it is. */
export interface SessionOfPatient {
  readonly id: SessionId;
  readonly patientId: PatientId;
}

/**
 * The latest moment that stands in a session, or at which any of the same patient was opened, closed or injected in. Null where there
 * is none.
 */
export async function readLastFactOf(
  db: Kysely<Database>,
  { id, patientId }: SessionOfPatient,
): Promise<Instant | null> {
  const facts = db
    .selectFrom('sessions')
    .select('opened_at as at')
    .where('patient_id', '=', patientId)
    .unionAll([...ofOtherSessions(db, patientId), ...written(db, id), ...strikeOuts(db, id)]);
  const { last } = await db
    .selectFrom(facts.as('facts'))
    .select((eb) => eb.fn.max<Instant | null>('facts.at').as('last'))
    .executeTakeFirstOrThrow();
  return last;
}

/** Not their signatures and amendments: one that a wrong clock dated ahead is to hold back no other session. */
function ofOtherSessions(db: Kysely<Database>, patientId: PatientId): readonly Moments[] {
  return [
    db.selectFrom('injections').select('given_at as at').where('patient_id', '=', patientId),
    db
      .selectFrom('sessions')
      .innerJoin('session_closings as closing', 'closing.session_id', 'sessions.id')
      .select('closing.closed_at as at')
      .where('sessions.patient_id', '=', patientId),
  ];
}

/** What was written down in a session. */
function written(db: Kysely<Database>, id: SessionId): readonly Moments[] {
  return [
    db.selectFrom('session_boxes').select('opened_at as at').where('session_id', '=', id),
    db.selectFrom('session_caps').select('set_at as at').where('session_id', '=', id),
    db.selectFrom('reactions').select('recorded_at as at').where('session_id', '=', id),
    db.selectFrom('session_pauses').select('paused_at as at').where('session_id', '=', id),
    db
      .selectFrom('session_pauses as pause')
      .innerJoin('session_resumptions as resumed', 'resumed.pause_id', 'pause.id')
      .select('resumed.resumed_at as at')
      .where('pause.session_id', '=', id),
    db.selectFrom('session_vein_marks').select('marked_at as at').where('session_id', '=', id),
    db.selectFrom('session_walks').select('started_at as at').where('session_id', '=', id),
    db
      .selectFrom('session_walks as walk')
      .innerJoin('session_walk_ends as ended', 'ended.walk', 'walk.seq')
      .select('ended.ended_at as at')
      .where('walk.session_id', '=', id),
    db.selectFrom('session_signatures').select('signed_at as at').where('session_id', '=', id),
    db.selectFrom('session_amendments').select('made_at as at').where('session_id', '=', id),
  ];
}

/** What of it was struck out. */
function strikeOuts(db: Kysely<Database>, id: SessionId): readonly Moments[] {
  return [
    db
      .selectFrom('injections')
      .innerJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
      .select('strike.struck_at as at')
      .where('injections.session_id', '=', id),
    db
      .selectFrom('reactions')
      .innerJoin('reaction_strike_outs as strike', 'strike.reaction_id', 'reactions.id')
      .select('strike.struck_at as at')
      .where('reactions.session_id', '=', id),
  ];
}

type Moments = Expression<{ at: Instant }>;
