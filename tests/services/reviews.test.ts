import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { saveGesture } from '../../electron/services/map.ts';
import { readMapHistory } from '../../electron/services/map/read-map-history.ts';
import { readPlan } from '../../electron/services/plan.ts';
import { keepReviewDraft, readReviewDraft } from '../../electron/services/reviews/drafts.ts';
import { readReviews, recordReview } from '../../electron/services/reviews.ts';
import { listResponseVeins, readResponseStatistics } from '../../electron/services/response-statistics.ts';
import { readSession, recordInjection, strikeOutInjection } from '../../electron/services/sessions.ts';
import type { ResponseStatisticsOf } from '../../shared/contract/statistics.ts';
import { responseLine } from '../../shared/domain/outcome/response-statistics.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { addDays } from '../../shared/kernel/time.ts';
import { emptyDraft } from '../../renderer/features/review/review-draft.ts';
import { failureOf, valueOf } from '../db/temporary-database.ts';
import { core, rowCounts, type Core } from '../support/core.ts';
import { aResponse, aReview } from '../support/reviews.ts';
import { injection, openedSession, type OpenSessionAtHand } from '../support/treatment.ts';

/** Two veins treated on one day, and now so many days later. */
async function treated(daysLater: number): Promise<{ readonly at: Core; readonly open: OpenSessionAtHand }> {
  const at = await core();
  const open = await openedSession(at);
  for (const { id: veinId } of open.veins)
    valueOf(await recordInjection(at.as('nurse'), injection(open, { veinId })));
  at.clock.advance(24 * daysLater);
  return { at, open };
}

const record = (at: Core, review: ReturnType<typeof aReview>) => recordReview(at.as('clinician'), review);
const ALL: ResponseStatisticsOf = { treatedFrom: null, treatedTo: null, part: null, kind: null };
const statistics = async (at: Core, filter: Partial<ResponseStatisticsOf> = {}) =>
  valueOf(await readResponseStatistics(at.as('nurse'), { ...ALL, ...filter }));
const lineOf = async (at: Core, filter: Partial<ResponseStatisticsOf> = {}) =>
  responseLine((await statistics(at, filter)).cells, 'all');

describe('recording a review', () => {
  test('sent twice it counts once; another review under the same id is refused', async () => {
    const { at, open } = await treated(84);
    const review = aReview(at, open.caseId, { responses: [aResponse(open.veins[0].id, { ulcer: 1 })] });
    valueOf(await record(at, review));
    const counts = await rowCounts(at.database);
    expect(valueOf(await record(at, review)).reviews).toHaveLength(1);
    expect(await rowCounts(at.database)).toEqual(counts);
    expect(failureOf(await record(at, { ...review, note: 'other' }))).toMatchObject({
      issues: [{ path: 'reviewId', rule: 'used-before' }],
    });
  });

  test('a correction takes the place of one of that day, once, and both are kept', async () => {
    const { at, open } = await treated(84);
    const [vein] = open.veins;
    const wrong = aReview(at, open.caseId, { responses: [aResponse(vein.id, { response: 'cleared' })] });
    valueOf(await record(at, wrong));
    const replaces = { reviewId: wrong.reviewId, reason: 'it was the other vein' };
    const right = aReview(at, open.caseId, { responses: [aResponse(vein.id)], replaces });
    const yesterday = addDays(at.context.today(), -1);
    expect(failureOf(await record(at, { ...right, onDate: yesterday }))).toMatchObject({
      issues: [{ path: 'onDate', rule: 'not-same-day' }],
    });
    expect(
      valueOf(await record(at, right))
        .reviews.map(({ id }) => id)
        .toSorted(),
    ).toEqual([wrong.reviewId, right.reviewId].toSorted());
    expect(failureOf(await record(at, aReview(at, open.caseId, { replaces })))).toMatchObject({
      code: 'review/already-replaced',
    });
    const history = valueOf(await readMapHistory(at.as('nurse'), { caseId: open.caseId }));
    expect(history.reviews.map(({ responses }) => responses[0]?.response)).toEqual(['same']);
    expect(valueOf(await readPlan(at.as('nurse'), open.caseId)).cleared).toEqual([]);
  });

  test('laser only where the text foresees it, and rest for at most three months', async () => {
    const { at, open } = await treated(84);
    const [vein] = open.veins;
    const refusal = async (over: Parameters<typeof aReview>[2]) =>
      failureOf(await record(at, aReview(at, open.caseId, over)));
    expect(await refusal({ responses: [aResponse(vein.id, { disposition: 'laser' })] })).toMatchObject({
      issues: [{ path: 'responses.0.disposition', rule: 'not-foreseen' }],
    });
    const responses = [aResponse(vein.id, { disposition: 'rest' })];
    expect(await refusal({ responses })).toMatchObject({ issues: [{ rule: 'with-rest-only' }] });
    const today = at.context.today();
    expect(await refusal({ responses, restUntil: today })).toMatchObject({ issues: [{ rule: 'not-after' }] });
    expect(await refusal({ responses, restUntil: addDays(today, 95) })).toMatchObject({
      issues: [{ rule: 'too-late' }],
    });
    valueOf(await record(at, aReview(at, open.caseId, { responses, restUntil: addDays(today, 60) })));
  });

  test('a vein sent to a further session waits in the plan until it is injected again', async () => {
    const { at, open } = await treated(84);
    const [vein] = open.veins;
    const responses = [aResponse(vein.id, { disposition: 'further-session' })];
    const view = valueOf(await record(at, aReview(at, open.caseId, { responses })));
    expect(view.toTreatAgain).toEqual([vein.id]);
    expect(valueOf(await readPlan(at.as('nurse'), open.caseId)).further).toEqual([vein.id]);
    at.clock.advance(24);
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    expect(valueOf(await readReviews(at.as('nurse'), open.caseId)).toTreatAgain).toEqual([]);
  });

  test('shows what each vein was given, and each set of limits once', async () => {
    const { at, open } = await treated(84);
    const view = valueOf(await readReviews(at.as('nurse'), open.caseId));
    expect(
      view.treated.map(({ volumeUl, sessionNumbers, lastOn }) => [volumeUl, sessionNumbers, lastOn]),
    ).toEqual([
      [300, [1], '2026-11-02'],
      [300, [1], '2026-11-02'],
    ]);
    expect(view.rules.map(({ key }) => key)).toEqual(view.judgedBy.map(({ rulesKey }) => rulesKey));
    expect(view.legsBefore?.legs.left.vcss).toBeNull();
    expect(view.expectation?.improvementPercent).toEqual({ from: 50, to: 80 });
  });
});

describe('a half-filled review', () => {
  test('is there again for whoever filled it in, and for nobody else, until it is saved', async () => {
    const { at, open } = await treated(84);
    const { caseId } = open;
    const review = aReview(at, caseId, { responses: [aResponse(open.veins[0].id)] });
    const draft = { ...emptyDraft(review.reviewId), note: 'half' };
    valueOf(await keepReviewDraft(at.as('clinician'), { caseId, draft }));
    expect(valueOf(await readReviewDraft(at.as('clinician'), caseId))).toEqual(draft);
    expect(valueOf(await readReviewDraft(at.as('surgeon'), caseId))).toBeNull();
    valueOf(await record(at, review));
    expect(valueOf(await readReviewDraft(at.as('clinician'), caseId))).toBeNull();
  });
});

describe('the response statistics', () => {
  test('count each vein once, by its latest review from six weeks on', async () => {
    const { at, open } = await treated(41);
    const [first, second] = open.veins;
    valueOf(await record(at, aReview(at, open.caseId, { responses: [aResponse(first.id)] })));
    expect((await lineOf(at)).leftOut).toMatchObject({ 'too-early': 1, 'not-rated': 1 });
    at.clock.advance(24);
    const responses = [aResponse(first.id, { response: 'better', matting: 1 }), aResponse(second.id)];
    valueOf(await record(at, aReview(at, open.caseId, { responses })));
    at.clock.advance(24 * 60);
    const later = [
      aResponse(first.id, { response: 'cleared', pigmentation: 2 }),
      aResponse(second.id, { response: 'not-seen' }),
    ];
    valueOf(await record(at, aReview(at, open.caseId, { responses: later })));
    expect(await lineOf(at)).toMatchObject({
      n: 2,
      counts: { cleared: 1, better: 0, same: 1, worse: 0, matting: 0, pigmentation: 1 },
      leftOut: { 'not-seen': 0, 'not-rated': 0, 'too-early': 0 },
    });
  });

  test('leave out a vein that was treated again since, and a review that was corrected', async () => {
    const { at, open } = await treated(84);
    const [first, second] = open.veins;
    const both = [aResponse(first.id, { response: 'worse' }), aResponse(second.id, { response: 'worse' })];
    const wrong = aReview(at, open.caseId, { responses: both });
    valueOf(await record(at, wrong));
    const right = both.map((response) => ({ ...response, response: 'better' }) as const);
    const replaces = { reviewId: wrong.reviewId, reason: 'slip of the hand' };
    valueOf(await record(at, aReview(at, open.caseId, { responses: right, replaces })));
    expect((await lineOf(at)).counts).toMatchObject({ better: 2, worse: 0 });
  });

  test('keep what the vein was when it was first treated, whatever the map says since', async () => {
    const { at, open } = await treated(84);
    const [first] = open.veins;
    valueOf(await record(at, aReview(at, open.caseId, { responses: [aResponse(first.id)] })));
    const thinner = { ...first, diameterMm: 0.8, kind: 'telangiectasia' } as const;
    valueOf(
      await saveGesture(at.as('surgeon'), {
        caseId: open.caseId,
        gestureId: idOf<'gesture'>(randomUUID()),
        baseVersion: 1,
        label: 'width',
        diff: { added: [], updated: [[first, thinner]], removed: [] },
      }),
    );
    const { cells } = await statistics(at);
    expect(cells.find(({ outcome }) => outcome === 'same')?.classes).toEqual({
      kind: 'reticular',
      diameter: '1-2',
      preparation: 'liquid:10000',
      dose: 'under-0.05',
      skin: 'unknown',
    });
  });

  test('leave out a vein whose every injection turned out to be a mistake', async () => {
    const { at, open } = await treated(84);
    const responses = open.veins.map(({ id }) => aResponse(id));
    valueOf(await record(at, aReview(at, open.caseId, { responses })));
    expect((await lineOf(at)).n).toBe(2);
    const { injections } = valueOf(await readSession(at.as('nurse'), open.session.opening.id));
    const [wrong] = injections.filter(({ veinId }) => veinId === open.veins[0].id);
    expect(wrong).toBeDefined();
    if (wrong)
      valueOf(
        await strikeOutInjection(at.as('nurse'), { injectionId: wrong.id, reason: 'it was the other leg' }),
      );
    expect((await lineOf(at)).n).toBe(1);
  });

  test('are told by kind, part of the leg and day of treatment, with the veins behind each number', async () => {
    const { at, open } = await treated(84);
    const [first] = open.veins;
    valueOf(await record(at, aReview(at, open.caseId, { responses: [aResponse(first.id, { matting: 1 })] })));
    expect((await lineOf(at, { kind: 'reticular', part: 'thigh' })).n).toBe(1);
    expect((await lineOf(at, { kind: 'varicose' })).n).toBe(0);
    expect((await lineOf(at, { part: 'foot' })).n).toBe(0);
    expect((await lineOf(at, { treatedTo: addDays(at.context.today(), -84) })).n).toBe(1);
    expect((await lineOf(at, { treatedFrom: addDays(at.context.today(), -83) })).n).toBe(0);
    const list = async (of: 'same' | 'matting' | 'cleared' | 'not-rated' | null, key = '1-2') =>
      valueOf(
        await listResponseVeins(at.as('nurse'), {
          ...ALL,
          classes: [{ dimension: 'diameter', key }],
          of,
          offset: 0,
        }),
      ).veins;
    expect(await list('same')).toMatchObject([
      { veinId: first.id, leg: 'left', number: 1, sessionNumbers: [1], patient: { familyName: 'Lindqvist' } },
    ]);
    expect(await list('matting')).toHaveLength(1);
    expect(await list(null)).toHaveLength(1);
    expect(await list('not-rated')).toHaveLength(1);
    expect(await list('cleared')).toEqual([]);
    expect(await list('same', 'over-3')).toEqual([]);
  });

  test('say how many cases nobody has reviewed, and how many of them are lost', async () => {
    const { at, open } = await treated(168);
    expect((await statistics(at)).unreviewedCases).toEqual({ waiting: 1, lost: 0 });
    at.clock.advance(24);
    expect((await statistics(at)).unreviewedCases).toEqual({ waiting: 0, lost: 1 });
    valueOf(await record(at, aReview(at, open.caseId, { reviewId: idOf<'review'>(randomUUID()) })));
    expect((await statistics(at)).unreviewedCases).toEqual({ waiting: 0, lost: 0 });
  });
});
