import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  mostWithin24h,
  sessionsWithin24h,
  type SessionSpan,
  type TimedDose,
} from '../../../../shared/domain/dose/rolling-24h.ts';
import { idOf, type SessionId } from '../../../../shared/kernel/ids.ts';
import { epochMs, instantOf } from '../../../../shared/kernel/time.ts';

const session = (n: number) => idOf<'session'>(`session ${String(n)}`);
const START = Date.parse('2026-10-24T08:00:00.000Z');
/** Hours after the start, in whole thousandths. */
const hour = (hours: number) => instantOf(START + Math.round(hours * 3_600_000));

function dose(of: number, hours: number, massUg = 1_000, volumeUl = 100): TimedDose {
  return { sessionId: session(of), givenAt: hour(hours), massUg, volumeUl };
}

describe('the most within 24 hours', () => {
  test('a session by itself has no such figure', () => {
    expect(mostWithin24h([dose(1, 0), dose(1, 0.5), dose(2, 48)])).toEqual(new Map());
  });

  test('counts what an earlier session gave up to 24 hours before, that very moment included', () => {
    const doses = [dose(1, 0, 5_000), dose(1, 1, 3_000), dose(2, 24, 2_000), dose(2, 25, 1_000)];
    // At hour 24 the injection of hour 0 still counts; at hour 25 only that of hour 1.
    expect(mostWithin24h(doses).get(session(2))).toEqual({
      massUg: 10_000,
      volumeUl: 300,
      withSessions: [session(1)],
    });
    expect(mostWithin24h([dose(1, 0, 5_000), dose(2, 24.000_001, 2_000)])).toEqual(new Map());
  });

  test('a session that is open for longer than a day counts all that it gave itself', () => {
    const doses = [dose(2, 0, 4_000), dose(1, 20, 3_000), dose(2, 25, 2_000)];
    expect(mostWithin24h(doses).get(session(2))?.massUg).toBe(9_000);
  });

  test('the earlier of two sessions is not charged with the later', () => {
    expect(mostWithin24h([dose(1, 0), dose(2, 3)]).has(session(1))).toBe(false);
  });

  test('an hour that the clock on the wall has twice makes nothing longer or shorter', () => {
    // 25 October 2026: the night in which Central Europe leaves summer time.
    const doses = [
      { ...dose(1, 0), givenAt: instantOf(Date.parse('2026-10-24T10:00:00+02:00')) },
      { ...dose(2, 0), givenAt: instantOf(Date.parse('2026-10-25T09:30:00+01:00')) },
    ];
    expect(mostWithin24h(doses).size).toBe(0);
  });

  test('is what adding up by hand gives, whatever the sessions', () => {
    const doses = fc.array(
      fc.record({
        of: fc.integer({ min: 1, max: 5 }),
        minutes: fc.integer({ min: 0, max: 90 }),
        massUg: fc.integer({ min: 1, max: 9_000 }),
      }),
      { maxLength: 30 },
    );
    // Sessions follow each other in 13 hours: some are within 24 hours of two others.
    fc.assert(
      fc.property(doses, (drawn) => {
        const all = drawn.map(({ of, minutes, massUg }) => dose(of, of * 13 + minutes / 60, massUg));
        expect(new Map([...mostWithin24h(all)].map(([id, { massUg }]) => [id, massUg]))).toEqual(byHand(all));
      }),
    );
  });
});

function byHand(doses: readonly TimedDose[]): ReadonlyMap<SessionId, number> {
  const most = new Map<SessionId, number>();
  const ordered = doses.toSorted((a, b) => epochMs(a.givenAt) - epochMs(b.givenAt));
  ordered.forEach((now, at) => {
    const counted = ordered
      .slice(0, at + 1)
      .filter(
        (each) =>
          each.sessionId === now.sessionId || epochMs(now.givenAt) - epochMs(each.givenAt) <= 86_400_000,
      );
    if (counted.every(({ sessionId }) => sessionId === now.sessionId)) return;
    const sum = counted.reduce((total, { massUg }) => total + massUg, 0);
    most.set(now.sessionId, Math.max(most.get(now.sessionId) ?? 0, sum));
  });
  return most;
}

describe('the sessions whose every injection must be looked at', () => {
  const span = (of: number, from: number, to: number): SessionSpan => ({
    sessionId: session(of),
    from: hour(from),
    to: hour(to),
  });

  test('are those that another one ended or began within 24 hours of', () => {
    const near = sessionsWithin24h([span(3, 500, 501), span(1, 0, 1), span(2, 25, 26), span(4, 600, 601)]);
    expect([...near].toSorted()).toEqual([session(1), session(2)]);
    expect(sessionsWithin24h([span(1, 0, 1), span(2, 25.1, 26)]).size).toBe(0);
    expect(sessionsWithin24h([])).toEqual(new Set());
  });

  test('a session that stayed open long is near to what came after the one behind it', () => {
    const near = sessionsWithin24h([span(1, 0, 60), span(2, 1, 2), span(3, 70, 71)]);
    expect([...near].toSorted()).toEqual([session(1), session(2), session(3)]);
  });
});
