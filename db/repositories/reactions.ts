import type { Kysely, Transaction } from 'kysely';
import type { Reaction } from '../../shared/domain/session/reaction.ts';
import type { StrikeOut } from '../../shared/domain/session/session.ts';
import type { ReactionId, SessionId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';

/** Reactions with what is known of their strike-outs. */
export function reactionsOf(db: Kysely<Database>) {
  return db
    .selectFrom('reactions')
    .leftJoin('reaction_strike_outs as strike', 'strike.reaction_id', 'reactions.id')
    .selectAll('reactions')
    .select(['strike.reason as struck_because', 'strike.struck_at', 'strike.struck_by']);
}

type ReactionRow = Awaited<ReturnType<ReturnType<typeof reactionsOf>['execute']>>[number];

/** What happened in a session, in the order in which it was recorded, struck-out ones among them. */
export async function readReactions(db: Kysely<Database>, id: SessionId): Promise<readonly Reaction[]> {
  const rows = await reactionsOf(db)
    .where('reactions.session_id', '=', id)
    .orderBy('reactions.seq')
    .execute();
  return rows.map(reactionOf);
}

export async function readReaction(db: Kysely<Database>, id: ReactionId): Promise<Reaction | null> {
  const row = await reactionsOf(db).where('reactions.id', '=', id).executeTakeFirst();
  return row ? reactionOf(row) : null;
}

export async function insertReaction(trx: Transaction<Database>, reaction: Reaction): Promise<void> {
  await trx
    .insertInto('reactions')
    .values({
      id: reaction.id,
      session_id: reaction.sessionId,
      kind: reaction.kind,
      grade: reaction.grade,
      vein_id: reaction.veinId,
      lot_id: reaction.lotId,
      injection_id: reaction.injectionId,
      note: reaction.note,
      done: reaction.done,
      happened_at: reaction.happenedAt,
      recorded_at: reaction.recordedAt,
      recorded_by: reaction.recordedBy,
    })
    .execute();
}

export async function insertReactionStrikeOut(
  trx: Transaction<Database>,
  reactionId: ReactionId,
  { reason, struckAt, struckBy }: StrikeOut,
): Promise<void> {
  await trx
    .insertInto('reaction_strike_outs')
    .values({ reaction_id: reactionId, reason, struck_at: struckAt, struck_by: struckBy })
    .execute();
}

/** A reaction from its row. */
export function reactionOf(row: ReactionRow): Reaction {
  return {
    id: row.id,
    sessionId: row.session_id,
    kind: row.kind,
    grade: row.grade,
    veinId: row.vein_id,
    lotId: row.lot_id,
    injectionId: row.injection_id,
    note: row.note,
    done: row.done,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    strikeOut:
      row.struck_because === null || row.struck_at === null || row.struck_by === null
        ? null
        : { reason: row.struck_because, struckAt: row.struck_at, struckBy: row.struck_by },
  };
}
