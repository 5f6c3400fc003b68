import type { KeepClosingDraft } from '../../../shared/contract/closing.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { SessionId } from '../../../shared/kernel/ids.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { readOpenSession } from './current-session.ts';

/**
 * What was typed at closings and not sent yet, in memory alone, while the file is open: a window that is loaded anew finds it, and
 * nothing of it is a record.
 */
const drafts = new WeakMap<ServiceContext['db'], Map<SessionId, string>>();

/** What somebody has typed at the closing of a session, or null. */
export function readClosingDraft(
  { db }: ServiceContext,
  sessionId: SessionId,
): Promise<Result<string | null, Failure>> {
  return Promise.resolve(ok(drafts.get(db)?.get(sessionId) ?? null));
}

/** Keeps what was typed, instead of what was kept before. Fails with `session/locked` once the session is closed. */
export async function keepClosingDraft(
  { db }: ServiceContext,
  { sessionId, content }: KeepClosingDraft,
): Promise<Result<null, Failure>> {
  const session = await readOpenSession(db, sessionId);
  if (!session.ok) return session;
  const kept = drafts.get(db) ?? new Map<SessionId, string>();
  kept.set(sessionId, content);
  drafts.set(db, kept);
  return ok(null);
}

/** Lets go of it. */
export function dropClosingDraft({ db }: ServiceContext, sessionId: SessionId): void {
  drafts.get(db)?.delete(sessionId);
}
