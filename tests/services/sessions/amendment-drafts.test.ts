import { expect, test } from 'vitest';
import {
  amendSession,
  closeSession,
  keepAmendmentDraft,
  readAmendmentDraft,
} from '../../../electron/services/sessions.ts';
import { amendment } from '../../support/amendments.ts';
import { core, rowCounts } from '../../support/core.ts';
import { failureOf, valueOf } from '../../support/outcome.ts';
import { closing, openedSession } from '../../support/treatment.ts';

test('a half-filled amendment outlives the page, for whoever filled it in alone, until it is signed', async () => {
  const at = await core();
  const { session, lotId } = await openedSession(at);
  const sessionId = session.opening.id;
  const asked = amendment(sessionId, { remark: 'the notes say so' });
  const draft = { amendmentId: asked.amendmentId, content: '{"remark":"the notes"}' };
  expect(failureOf(await keepAmendmentDraft(at.as('surgeon'), { sessionId, draft }))).toEqual({
    code: 'session/not-closed',
  });
  valueOf(await closeSession(at.as('nurse'), closing(sessionId, { injectedUl: 0 }, lotId)));
  const counts = await rowCounts(at.database);
  valueOf(await keepAmendmentDraft(at.as('surgeon'), { sessionId, draft }));
  expect(valueOf(await readAmendmentDraft(at.as('surgeon'), sessionId))).toEqual(draft);
  expect(valueOf(await readAmendmentDraft(at.as('administrator'), sessionId))).toBeNull();
  expect(await rowCounts(at.database)).toEqual(counts);
  valueOf(await amendSession(at.as('surgeon'), asked));
  // What was still on its way when it was signed is no draft either.
  valueOf(await keepAmendmentDraft(at.as('surgeon'), { sessionId, draft }));
  expect(valueOf(await readAmendmentDraft(at.as('surgeon'), sessionId))).toBeNull();
});

test('a half-filled amendment that is not wanted is let go of', async () => {
  const at = await core();
  const { session, lotId } = await openedSession(at);
  const sessionId = session.opening.id;
  valueOf(await closeSession(at.as('nurse'), closing(sessionId, { injectedUl: 0 }, lotId)));
  const { amendmentId } = amendment(sessionId);
  valueOf(await keepAmendmentDraft(at.as('surgeon'), { sessionId, draft: { amendmentId, content: '{}' } }));
  valueOf(await keepAmendmentDraft(at.as('surgeon'), { sessionId, draft: null }));
  expect(valueOf(await readAmendmentDraft(at.as('surgeon'), sessionId))).toBeNull();
});
