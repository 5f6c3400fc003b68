import { readAmendmentRequest, readEnding } from '../../../db/repositories/amendments.ts';
import type { AmendmentDraft, KeepAmendmentDraft } from '../../../shared/contract/amendment-draft.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { SessionId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { personalDrafts } from '../personal-drafts.ts';

const drafts = personalDrafts<SessionId, AmendmentDraft>();

/** What the person has filled in of an amendment of a session, or null; what was signed meanwhile is no draft any more. */
export async function readAmendmentDraft(
  context: ServiceContext,
  sessionId: SessionId,
): Promise<Result<AmendmentDraft | null, Failure>> {
  const draft = drafts.read(context, sessionId);
  const isSigned = draft && (await readAmendmentRequest(context.db, draft.amendmentId)) !== null;
  return ok(isSigned ? null : draft);
}

/** Keeps it, in place of what was kept of that session before. Fails with `session/not-closed`. */
export async function keepAmendmentDraft(
  context: ServiceContext,
  { sessionId, draft }: KeepAmendmentDraft,
): Promise<Result<null, Failure>> {
  const { closing } = await readEnding(context.db, sessionId);
  if (!closing) return err({ code: 'session/not-closed' });
  drafts.keep(context, sessionId, draft);
  return ok(null);
}
