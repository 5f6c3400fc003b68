import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  openBox,
  pauseSession,
  readSession,
  recordInjection,
  recordReaction,
  resumeSession,
  strikeOutReaction,
} from '../../../electron/services/sessions.ts';
import { isSerious, REACTION_GRADES, REACTION_KINDS } from '../../../shared/domain/session/reaction.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { epochMs, instantOf } from '../../../shared/kernel/time.ts';
import { core, PIN, rowCounts } from '../../support/core.ts';
import { failureOf, valueOf } from '../../support/outcome.ts';
import { aLot, aReaction, injection, openedSession } from '../../support/treatment.ts';

async function open() {
  const at = await core();
  const session = await openedSession(at);
  const { id } = session.session.opening;
  const read = async () => valueOf(await readSession(at.as('nurse'), id));
  return { at, session, id, read };
}

const word = (at: Awaited<ReturnType<typeof core>>, who: 'surgeon' | 'nurse' = 'surgeon') => ({
  surgeonId: at.people[who].id,
  pin: PIN,
  reason: 'Seen, well again',
});

describe('a reaction', () => {
  test('keeps vein, lot, injection, what was done, when it happened and when it was written down', async () => {
    const { at, session, id, read } = await open();
    const given = valueOf(await recordInjection(at.as('nurse'), injection(session)));
    at.clock.advance(0.25);
    const happenedAt = instantOf(epochMs(at.clock.now) - 300_000);
    const [vein] = session.veins;
    const about = { veinId: vein.id, lotId: session.lotId, injectionId: given.id };
    const told = aReaction(id, { ...about, done: 'Watched', note: 'gone', happenedAt });
    valueOf(await recordReaction(at.as('nurse'), told));
    const { reactions, pause } = await read();
    expect(pause).toBeNull();
    expect(reactions).toMatchObject([
      { ...about, kind: 'wheal', done: 'Watched', note: 'gone', happenedAt, recordedAt: at.clock.now },
    ]);
  });

  test('sent twice counts once, and its id serves for no other', async () => {
    const { at, id, read } = await open();
    const told = aReaction(id);
    valueOf(await recordReaction(at.as('nurse'), told));
    valueOf(await recordReaction(at.as('surgeon'), told));
    for (const other of [{ kind: 'cough' }, { note: 'on the calf' }, { done: 'Watched' }] as const) {
      const failure = failureOf(await recordReaction(at.as('nurse'), { ...told, ...other }));
      expect(failure).toEqual({
        code: 'invalid-input',
        issues: [{ path: 'reactionId', rule: 'used-before' }],
      });
    }
    expect((await read()).reactions).toHaveLength(1);
  });

  test('happened neither in the future nor before the opening', async () => {
    const { at, id } = await open();
    const fault = async (minutes: number) => {
      const happenedAt = instantOf(epochMs(at.clock.now) + minutes * 60_000);
      const failure = failureOf(await recordReaction(at.as('nurse'), aReaction(id, { happenedAt })));
      return failure.code === 'invalid-input' ? failure.issues : failure;
    };
    expect(await fault(1)).toEqual([{ path: 'happenedAt', rule: 'future' }]);
    expect(await fault(-1)).toEqual([{ path: 'happenedAt', rule: 'before-opening' }]);
  });

  test('names no vein, lot or injection of another session', async () => {
    const { at, id } = await open();
    const other = await openedSession(at);
    const given = valueOf(await recordInjection(at.as('nurse'), injection(other)));
    for (const foreign of [
      { veinId: other.veins[0].id },
      { lotId: await aLot(at) },
      { injectionId: given.id },
      { injectionId: idOf<'injection'>(randomUUID()) },
    ]) {
      const refused = await recordReaction(at.as('nurse'), aReaction(id, foreign));
      expect(failureOf(refused).code).toBe('not-found');
    }
  });

  test('recorded by mistake is struck out once, with a reason, and stays to be seen', async () => {
    const { at, id, read } = await open();
    const told = aReaction(id);
    valueOf(await recordReaction(at.as('nurse'), told));
    const strike = { reactionId: told.reactionId, reason: 'Was none' };
    valueOf(await strikeOutReaction(at.as('surgeon'), strike));
    expect((await read()).reactions).toMatchObject([{ strikeOut: { reason: 'Was none' } }]);
    expect(failureOf(await strikeOutReaction(at.as('nurse'), strike))).toEqual({
      code: 'reaction/already-struck-out',
    });
  });
});

describe('a serious reaction', () => {
  test('is whatever is severe, and some kinds however mild', () => {
    const mild = REACTION_KINDS.filter((kind) => isSerious(kind, 'mild'));
    expect(mild).toEqual([
      'suspected-intra-arterial',
      'visual-disturbance',
      'chest-tightness',
      'dysaesthesia-or-speech',
      'syncope',
    ]);
    expect(REACTION_KINDS.every((kind) => isSerious(kind, 'severe'))).toBe(true);
    expect(REACTION_GRADES.map((grade) => isSerious('allergic', grade))).toEqual([false, false, true]);
  });

  test('pauses the session in the same moment; nobody records, not with a surgeon’s word for a limit either', async () => {
    const { at, session, id, read } = await open();
    const serious = aReaction(id, { kind: 'visual-disturbance' });
    const { pause } = valueOf(await recordReaction(at.as('nurse'), serious));
    expect(pause).toMatchObject({ reactionId: serious.reactionId, needsSurgeon: true, since: at.clock.now });
    const counts = await rowCounts(at.database);
    for (const role of ['nurse', 'surgeon'] as const) {
      for (const over of [{}, { override: word(at) }]) {
        const refused = await recordInjection(at.as(role), injection(session, over));
        expect(failureOf(refused)).toEqual({
          code: 'session/paused',
          since: at.clock.now,
          needsSurgeon: true,
        });
      }
    }
    const { sign_in_attempts: _tried, ...others } = await rowCounts(at.database);
    const { sign_in_attempts: _before, ...before } = counts;
    expect(others).toEqual(before);
    expect((await read()).injections).toEqual([]);
  });

  test('lets the session go on with a surgeon’s own PIN and reason alone', async () => {
    const { at, session, id, read } = await open();
    valueOf(await recordReaction(at.as('nurse'), aReaction(id, { kind: 'syncope', grade: 'severe' })));
    const resume = (surgeon: ReturnType<typeof word> | null) =>
      resumeSession(at.as('nurse'), { sessionId: id, surgeon });
    expect(failureOf(await resume(null))).toEqual({ code: 'session/surgeon-needed' });
    expect(failureOf(await resumeSession(at.as('surgeon'), { sessionId: id, surgeon: null }))).toEqual({
      code: 'session/surgeon-needed',
    });
    expect(failureOf(await resume(word(at, 'nurse')))).toEqual({
      code: 'dose/override-refused',
      because: 'not-a-surgeon',
    });
    expect((await read()).pause).not.toBeNull();
    at.clock.advance(0.2);
    const { pause, pauses } = valueOf(await resume(word(at)));
    expect(pause).toBeNull();
    expect(pauses).toMatchObject([
      {
        resumption: {
          by: at.people.nurse.id,
          surgeonId: at.people.surgeon.id,
          reason: 'Seen, well again',
          at: at.clock.now,
        },
      },
    ]);
    valueOf(await recordInjection(at.as('nurse'), injection(session)));
  });

  test('struck out is no way around the surgeon', async () => {
    const { at, id, read } = await open();
    const serious = aReaction(id, { kind: 'chest-tightness' });
    valueOf(await recordReaction(at.as('nurse'), serious));
    valueOf(await strikeOutReaction(at.as('nurse'), { reactionId: serious.reactionId, reason: 'Was none' }));
    expect((await read()).pause?.needsSurgeon).toBe(true);
    expect(failureOf(await resumeSession(at.as('nurse'), { sessionId: id, surgeon: null })).code).toBe(
      'session/surgeon-needed',
    );
  });

  test('during a pause by hand makes it one that needs a surgeon, who ends both', async () => {
    const { at, id } = await open();
    valueOf(await pauseSession(at.as('nurse'), { sessionId: id, reason: '' }));
    const { pause } = valueOf(await recordReaction(at.as('nurse'), aReaction(id, { grade: 'severe' })));
    expect(pause?.needsSurgeon).toBe(true);
    const after = valueOf(await resumeSession(at.as('surgeon'), { sessionId: id, surgeon: word(at) }));
    expect([after.pause, after.pauses.filter(({ resumption }) => resumption === null)]).toEqual([null, []]);
  });
});

describe('a pause by hand', () => {
  test('stops recording until whoever records resumes it; boxes may be opened meanwhile', async () => {
    const { at, session, id } = await open();
    valueOf(await pauseSession(at.as('nurse'), { sessionId: id, reason: 'telephone' }));
    expect(failureOf(await recordInjection(at.as('surgeon'), injection(session)))).toMatchObject({
      code: 'session/paused',
      needsSurgeon: false,
    });
    valueOf(await openBox(at.as('nurse'), { sessionId: id, lotId: await aLot(at) }));
    valueOf(await resumeSession(at.as('surgeon'), { sessionId: id, surgeon: null }));
    valueOf(await recordInjection(at.as('nurse'), injection(session)));
  });

  test('pressed twice, or in two windows, is one pause; resuming what goes on writes nothing', async () => {
    const { at, id, read } = await open();
    const pausing = { sessionId: id, reason: '' };
    await Promise.all([pauseSession(at.as('nurse'), pausing), pauseSession(at.as('surgeon'), pausing)]);
    expect((await read()).pauses).toHaveLength(1);
    valueOf(await resumeSession(at.as('nurse'), { sessionId: id, surgeon: null }));
    const counts = await rowCounts(at.database);
    valueOf(await resumeSession(at.as('nurse'), { sessionId: id, surgeon: null }));
    expect(await rowCounts(at.database)).toEqual(counts);
  });
});
