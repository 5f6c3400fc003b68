import { describe, expect, test } from 'vitest';
import { readRegister, readRegisterOf } from '../../../electron/services/complications/read-register.ts';
import { recordComplication } from '../../../electron/services/complications/record-complication.ts';
import { strikeOutComplication } from '../../../electron/services/complications/strike-out-complication.ts';
import { recordReview } from '../../../electron/services/reviews.ts';
import { recordInjection, recordReaction, strikeOutReaction } from '../../../electron/services/sessions.ts';
import type { VeinResponse } from '../../../shared/domain/outcome/review.ts';
import { addDays, calendarDate } from '../../../shared/kernel/time.ts';
import { anEntry, pigmentation } from '../../support/complications.ts';
import { core, type Core } from '../../support/core.ts';
import { failureOf, valueOf } from '../../support/outcome.ts';
import { aReview } from '../../support/reviews.ts';
import { aReaction, injection, openedSession, type OpenSessionAtHand } from '../../support/treatment.ts';

const TODAY = calendarDate('2026-11-02');
const EVER = { from: null, to: calendarDate('2030-01-01'), lotId: null };

async function treated(): Promise<{ at: Core; open: OpenSessionAtHand }> {
  const at = await core();
  const open = await openedSession(at);
  valueOf(await recordInjection(at.as('nurse'), injection(open)));
  return { at, open };
}

const linesIn = async (at: Core) => valueOf(await readRegister(at.as('nurse'), EVER)).lines;

/** How the first vein looked at a review. */
const seen = (
  { veins }: OpenSessionAtHand,
  over: Partial<Omit<VeinResponse, 'veinId'>> = {},
): VeinResponse => ({
  veinId: veins[0].id,
  response: 'better',
  matting: 0,
  pigmentation: 0,
  ulcer: 0,
  disposition: null,
  ...over,
});

describe('a reaction during a session', () => {
  test('stands in the register by itself, with vein, lot and how serious it is', async () => {
    const { at, open } = await treated();
    const { id: sessionId } = open.session.opening;
    const veinId = open.veins[0].id;
    const wheal = aReaction(sessionId, { veinId, lotId: open.lotId });
    const scotoma = aReaction(sessionId, { kind: 'visual-disturbance' });
    valueOf(await recordReaction(at.as('nurse'), wheal));
    valueOf(await recordReaction(at.as('nurse'), scotoma));
    const lines = (await linesIn(at)).toSorted((a, b) => a.kind.localeCompare(b.kind));
    expect(lines).toMatchObject([
      {
        key: wheal.reactionId,
        kind: 'local-reaction',
        grade: 'mild',
        serious: false,
        onsetOn: TODAY,
        veins: [{ id: veinId }],
        lots: [{ id: open.lotId }],
        session: { id: sessionId },
        state: null,
      },
      { key: scotoma.reactionId, kind: 'visual-disturbance', serious: true, veins: [], lots: [] },
    ]);
    expect(valueOf(await readRegisterOf(at.as('clinician'), open.patientId))).toHaveLength(2);
  });

  test('that was struck out is no more there', async () => {
    const { at, open } = await treated();
    const wheal = aReaction(open.session.opening.id);
    valueOf(await recordReaction(at.as('nurse'), wheal));
    valueOf(await strikeOutReaction(at.as('nurse'), { reactionId: wheal.reactionId, reason: 'was none' }));
    expect(await linesIn(at)).toEqual([]);
  });

  test('is shown once when its course is followed, and again when that was a mistake', async () => {
    const { at, open } = await treated();
    const wheal = aReaction(open.session.opening.id);
    valueOf(await recordReaction(at.as('nurse'), wheal));
    const origin = { from: 'reaction', reactionId: wheal.reactionId } as const;
    const follow = pigmentation(open, { kind: 'local-reaction', origin });
    valueOf(await recordComplication(at.as('nurse'), follow));
    expect((await linesIn(at)).map(({ key }) => key)).toEqual([follow.complicationId]);

    const twice = await recordComplication(at.as('surgeon'), pigmentation(open, { origin }));
    expect(failureOf(twice)).toEqual({ code: 'complication/already-followed' });
    const { complicationId } = follow;
    valueOf(
      await strikeOutComplication(at.as('nurse'), { complicationId, entryId: null, reason: 'mistake' }),
    );
    const keys = (await linesIn(at)).map(({ key }) => key);
    expect(keys.toSorted()).toEqual([complicationId, wheal.reactionId].toSorted());
  });

  test('of somebody else cannot be followed as this patient’s', async () => {
    const { at, open } = await treated();
    const other = await openedSession(at, { familyName: 'Other' });
    const wheal = aReaction(other.session.opening.id);
    valueOf(await recordReaction(at.as('nurse'), wheal));
    const origin = { from: 'reaction', reactionId: wheal.reactionId } as const;
    const result = await recordComplication(at.as('nurse'), pigmentation(open, { origin }));
    expect(failureOf(result)).toEqual({ code: 'not-found', what: 'reaction' });
  });
});

describe('what a review finds', () => {
  test('stands in the register with the session and the lots before it, and is followed by later reviews', async () => {
    const { at, open } = await treated();
    at.clock.advance(24 * 42);
    const onset = addDays(TODAY, 42);
    const first = aReview(at, open.caseId, { responses: [seen(open, { pigmentation: 2, matting: 1 })] });
    valueOf(await recordReview(at.as('clinician'), first));
    expect(await linesIn(at)).toMatchObject([
      {
        kind: 'pigmentation',
        grade: 'moderate',
        serious: null,
        onsetOn: onset,
        session: { number: 1, onDate: TODAY },
        lots: [{ id: open.lotId }],
        state: 'ongoing',
        lookedAtOn: onset,
      },
    ]);
    at.clock.advance(24 * 60);
    valueOf(await recordReview(at.as('clinician'), aReview(at, open.caseId, { responses: [seen(open)] })));
    expect(await linesIn(at)).toMatchObject([
      { onsetOn: onset, state: 'resolved', lookedAtOn: addDays(onset, 60), grade: 'moderate' },
    ]);
  });

  test('belongs to its patient alone, and to its days alone', async () => {
    const { at, open } = await treated();
    const effects = { matting: 2, pigmentation: 2, ulcer: 1 } as const;
    const review = aReview(at, open.caseId, { responses: [seen(open, effects)] });
    valueOf(await recordReview(at.as('clinician'), review));
    const other = await openedSession(at, { familyName: 'Other' });
    expect(valueOf(await readRegisterOf(at.as('nurse'), open.patientId))).toHaveLength(3);
    expect(valueOf(await readRegisterOf(at.as('nurse'), other.patientId))).toEqual([]);
    const before = { ...EVER, to: addDays(TODAY, -1) };
    expect(valueOf(await readRegister(at.as('nurse'), before)).lines).toEqual([]);
  });

  test('is not what a review found whose place another took', async () => {
    const { at, open } = await treated();
    const first = aReview(at, open.caseId, { responses: [seen(open, { ulcer: 1 })] });
    valueOf(await recordReview(at.as('clinician'), first));
    expect((await linesIn(at)).map(({ kind }) => kind)).toEqual(['ulcer-or-necrosis']);
    const replaces = { reviewId: first.reviewId, reason: 'wrong vein' };
    valueOf(
      await recordReview(at.as('clinician'), aReview(at, open.caseId, { responses: [seen(open)], replaces })),
    );
    expect(await linesIn(at)).toEqual([]);
  });

  test('is shown once when its course is followed, also after the review was put right', async () => {
    const { at, open } = await treated();
    const first = aReview(at, open.caseId, { responses: [seen(open, { pigmentation: 2 })] });
    valueOf(await recordReview(at.as('clinician'), first));
    const origin = { from: 'review', reviewId: first.reviewId, finding: 'pigmentation' } as const;
    const follow = pigmentation(open, { origin, first: anEntry({ grade: 'moderate' }) });
    valueOf(await recordComplication(at.as('clinician'), follow));
    const replaces = { reviewId: first.reviewId, reason: 'one more vein' };
    const responses = [seen(open, { pigmentation: 3 })];
    valueOf(await recordReview(at.as('clinician'), aReview(at, open.caseId, { responses, replaces })));
    expect((await linesIn(at)).map(({ key }) => key)).toEqual([follow.complicationId]);
  });

  test('that it did not find cannot be followed', async () => {
    const { at, open } = await treated();
    const first = aReview(at, open.caseId, { responses: [seen(open, { pigmentation: 2 })] });
    valueOf(await recordReview(at.as('clinician'), first));
    const origin = { from: 'review', reviewId: first.reviewId, finding: 'matting' } as const;
    const result = await recordComplication(at.as('clinician'), pigmentation(open, { origin }));
    expect(failureOf(result)).toEqual({ code: 'not-found', what: 'finding' });
  });
});
