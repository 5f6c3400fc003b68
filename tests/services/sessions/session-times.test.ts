import { expect, test } from 'vitest';
import {
  amendSession,
  closeSession,
  endWalk,
  leaveVeins,
  openBox,
  pauseSession,
  readSession,
  recordInjection,
  recordReaction,
  resumeSession,
  setSessionCap,
  signSession,
  startWalk,
  strikeOutInjection,
  strikeOutReaction,
} from '../../../electron/services/sessions.ts';
import { readPlan } from '../../../electron/services/plan.ts';
import type { SessionView } from '../../../shared/contract/session.ts';
import { epochMs, instantOf } from '../../../shared/kernel/time.ts';
import { amendment } from '../../support/amendments.ts';
import { core, PIN, type Core } from '../../support/core.ts';
import { failureOf, valueOf } from '../../support/outcome.ts';
import {
  aLot,
  aReaction,
  closing,
  injection,
  openedSession,
  plan,
  readyCase,
} from '../../support/treatment.ts';

/** Everything that is written down with a time in a session, one after the other. */
async function allSteps(at: Core) {
  const open = await openedSession(at);
  const sessionId = open.session.opening.id;
  const nurse = at.as('nurse');
  const [wheal, given] = [aReaction(sessionId), injection(open)];
  const word = { surgeonId: at.people.surgeon.id, pin: PIN, reason: 'Seen, well again' };
  const other = await aLot(at);
  const closed = closing(sessionId, { injectedUl: 300 }, open.lotId);
  const ampoules = [...closed.ampoules, ...closing(sessionId, { injectedUl: 0 }, other).ampoules];
  const steps: readonly (() => Promise<{ readonly ok: boolean }>)[] = [
    () => recordInjection(nurse, given),
    () => recordReaction(nurse, wheal),
    () => strikeOutReaction(nurse, { reactionId: wheal.reactionId, reason: 'was none' }),
    () => pauseSession(nurse, { sessionId, reason: '' }),
    () => resumeSession(nurse, { sessionId, surgeon: null }),
    () => recordReaction(nurse, aReaction(sessionId, { kind: 'syncope' })),
    () => resumeSession(nurse, { sessionId, surgeon: word }),
    () => leaveVeins(nurse, { sessionId, veinIds: [open.veins[1].id], later: true, reason: '' }),
    () => setSessionCap(nurse, { sessionId, limitId: 'session-volume', amount: 4_000, ...word }),
    () => openBox(nurse, { sessionId, lotId: other }),
    () => strikeOutInjection(nurse, { injectionId: given.injectionId, reason: 'twice' }),
    () => recordInjection(nurse, injection(open)),
    () => startWalk(nurse, { sessionId }),
    () => endWalk(nurse, { sessionId, reason: 'was called away' }),
    () => closeSession(nurse, { ...closed, ampoules }),
    () => signSession(nurse, { sessionId, role: 'nurse', pin: PIN }),
    () => amendSession(at.as('surgeon'), amendment(sessionId, { remark: 'the other knee' })),
    () => signSession(at.as('surgeon'), { sessionId, role: 'surgeon', pin: PIN }),
  ];
  return { sessionId, steps };
}

/** The times of a session in the order in which the steps above were done. */
function timesOf(view: SessionView): readonly string[] {
  const { opening, boxes, injections, reactions, pauses, leftForLater, tighterCaps, walks } = view;
  const times = [
    opening.openedAt,
    boxes[0]?.openedAt,
    injections[0]?.givenAt,
    reactions[0]?.happenedAt,
    reactions[0]?.recordedAt,
    reactions[0]?.strikeOut?.struckAt,
    ...pauses.slice(0, 1).flatMap(({ since, resumption }) => [since, resumption?.at]),
    reactions[1]?.recordedAt,
    ...pauses.slice(1).flatMap(({ since, resumption }) => [since, resumption?.at]),
    leftForLater[0]?.leftAt,
    tighterCaps[0]?.setAt,
    boxes[1]?.openedAt,
    injections[0]?.strikeOut?.struckAt,
    injections[1]?.givenAt,
    ...walks.flatMap(({ startedAt, end }) => [startedAt, end?.endedAt]),
    view.closing?.closedAt,
    view.signatures.find(({ role }) => role === 'nurse')?.signedAt,
    view.amendments[0]?.madeAt,
    view.signatures.find(({ role }) => role === 'surgeon')?.signedAt,
  ];
  return times.map((time) => time ?? 'missing');
}

const STEPS = Array.from({ length: 18 }, (_, step) => step);

test.each(STEPS)(
  'the clock is set back by a day after step %i: no time of the session lies before an earlier one',
  async (setAfter) => {
    const at = await core();
    const { sessionId, steps } = await allSteps(at);
    expect(steps).toHaveLength(STEPS.length);
    for (const [n, step] of steps.entries()) {
      at.clock.advance(0.01);
      expect(await step()).toMatchObject({ ok: true });
      at.clock.advance(0.01);
      if (n === setAfter) at.clock.set(-24);
    }
    const times = timesOf(valueOf(await readSession(at.as('nurse'), sessionId)));
    expect(times).not.toContain('missing');
    expect(times).toEqual(times.toSorted());
  },
);

test('a reaction is told with a time that the clock has not reached again: it happened after the opening', async () => {
  const at = await core();
  const open = await openedSession(at);
  const sessionId = open.session.opening.id;
  const nurse = at.as('nurse');
  at.clock.advance(0.2);
  valueOf(await recordInjection(nurse, injection(open)));
  const givenAt = at.clock.now;
  at.clock.set(-1);
  const told = (minutes: number) =>
    aReaction(sessionId, { happenedAt: instantOf(epochMs(givenAt) + minutes * 60_000) });
  expect(failureOf(await recordReaction(nurse, told(1)))).toMatchObject({ issues: [{ rule: 'future' }] });
  const { reactions } = valueOf(await recordReaction(nurse, told(-5)));
  expect(reactions).toMatchObject([{ happenedAt: told(-5).happenedAt, recordedAt: givenAt }]);
});

test('what is planned after a session does not seem to be planned before it, though the clock was set back', async () => {
  const at = await core();
  const open = await openedSession(at);
  at.clock.set(-1);
  await plan(at, open.caseId, [open.veins], { locked: true });
  const { lastOpening, plan: now } = valueOf(await readPlan(at.as('surgeon'), open.caseId));
  expect(lastOpening?.items.map(({ locked }) => locked)).toEqual([false, false]);
  expect(now?.items.map(({ locked }) => locked)).toEqual([true, true]);
});

test('a signature that a wrong clock dated a year ahead holds back no later session', async () => {
  const at = await core();
  const open = await openedSession(at);
  const sessionId = open.session.opening.id;
  const nurse = at.as('nurse');
  valueOf(await closeSession(nurse, closing(sessionId, { injectedUl: 0 }, open.lotId)));
  at.clock.set(8_760);
  valueOf(await signSession(nurse, { sessionId, role: 'nurse', pin: PIN }));
  at.clock.set(-8_760);
  const { session } = await openedSession(at, {}, await readyCase(at, {}, open.patientId));
  expect(session.opening.openedAt).toBe(at.clock.now);
});
