import { describe, expect, it } from 'vitest';
import { alsoHere } from '../../../../shared/domain/session/also-here.ts';
import type { SessionPause } from '../../../../shared/domain/session/reaction.ts';
import { durationWord, sessionDuration } from '../../../../shared/domain/session/session-minutes.ts';
import { undoable, undoLeftMs } from '../../../../shared/domain/session/undo.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { instantOf } from '../../../../shared/kernel/time.ts';
import { injection, NURSE, STRUCK, uuid } from '../../../renderer/features/session/session-fixture.ts';

const minute = (n: number) => instantOf(n * 60_000);
const OTHER = idOf<'person'>(uuid(902));

function pause(from: number, to: number | null): SessionPause {
  return {
    id: idOf(uuid(from)),
    since: minute(from),
    by: NURSE,
    reason: '',
    reactionId: null,
    needsSurgeon: false,
    resumption: to === null ? null : { at: minute(to), by: NURSE, surgeonId: null, reason: '' },
  };
}

describe('how long a session lasts', () => {
  const durations = (pauses: readonly SessionPause[], now = 40) => {
    const times = { openedAt: minute(0), firstAt: minute(5), pauses };
    const { sinceOpening, sinceFirst, paused, worked } = sessionDuration(times, minute(now));
    return [sinceOpening, sinceFirst ?? 0, paused, worked].map((ms) => ms / 60_000);
  };

  it('leaves pauses out of the work but says them; two at once count once; one that lasts counts until now', () => {
    expect(durations([])).toEqual([40, 35, 0, 40]);
    expect(durations([pause(10, 14), pause(12, 16)])).toEqual([40, 35, 6, 34]);
    expect(durations([pause(30, null)])).toEqual([40, 35, 10, 30]);
  });

  it('is never negative, though the clock was set back', () => {
    expect(durations([pause(10, 14)], -5)).toEqual([0, 0, 0, 0]);
  });

  it('is short, usual from the 30th minute and over after the 45th', () => {
    const minutes = { usual: 30, most: 45 };
    const word = (ms: number) => durationWord(ms, minutes);
    expect([29.9, 30, 45, 45.1].map((n) => word(n * 60_000))).toEqual(['short', 'usual', 'usual', 'over']);
  });
});

describe('taking the newest injection back with one press', () => {
  const given = [injection(1, 5, 300), injection(2, 5, 300)];
  const seconds = (n: number) => instantOf(120_000 + n * 1_000);

  it('is open for ten seconds after the core had it, to whoever gave it', () => {
    expect(undoable(given, NURSE, seconds(9.9))?.number).toBe(2);
    expect(undoable(given, NURSE, seconds(10))).toBeNull();
    expect(undoable(given, OTHER, seconds(1))).toBeNull();
  });

  it('is not for one that is struck out, nor for the one before it', () => {
    const struck = [...given, injection(3, 5, 300, { strikeOut: STRUCK, givenAt: seconds(0) })];
    expect(undoable(struck, NURSE, seconds(1))).toBeNull();
  });

  it('lasts no longer where the clock of the screen is behind', () => {
    expect(undoLeftMs({ givenAt: seconds(1) }, seconds(0))).toBe(10_000);
    expect(undoLeftMs({ givenAt: seconds(60) }, seconds(0))).toBe(0);
  });
});

describe('who else is here', () => {
  const facts = { reactions: [], pauses: [] };

  it('is whoever wrote into the record within a quarter of an hour, the latest first, but for oneself', () => {
    const third = idOf<'person'>(uuid(903));
    const injections = [
      injection(1, 5, 300, { givenBy: third }),
      injection(2, 5, 300, { givenBy: OTHER }),
      injection(3, 5, 300),
    ];
    expect(alsoHere({ ...facts, injections }, NURSE, minute(10))).toEqual([OTHER, third]);
    expect(alsoHere({ ...facts, injections }, NURSE, minute(16.5))).toEqual([OTHER]);
    expect(alsoHere({ ...facts, injections }, NURSE, minute(60))).toEqual([]);
  });
});
