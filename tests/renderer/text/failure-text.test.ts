import { describe, expect, it } from 'vitest';
import type { FailureCode, FailureOf } from '../../../shared/contract/failure.ts';
import type { DoseAssessment } from '../../../shared/domain/dose/assess-dose.ts';
import type { Limit } from '../../../shared/domain/dose/label-profile.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { calendarDate, instantOf } from '../../../shared/kernel/time.ts';
import { microgramsPerMillilitre } from '../../../shared/kernel/units.ts';
import { durationText, failureLine, failureText } from '../../../renderer/text/failure-text.ts';

const limit: Limit = {
  id: 'mass-24h',
  quantity: 'mass',
  window: '24-hours',
  cap: { per: 'kilogram', amount: 2000 },
  scope: {},
  severity: 'hard',
  source: { text: 'Aethoxysklerol label (DE)', mark: 'confirmed' },
};

const assessment: DoseAssessment = {
  gauges: [
    {
      limit,
      cap: 88_000,
      used: 86_000,
      projected: 89_000,
      left: 2_000,
      leftOfSyringeUl: null,
      usedState: 'near',
      projectedState: 'over',
    },
  ],
  bindingLimitId: 'mass-24h',
  leftOfSyringeUl: null,
  passed: { caution: [], soft: [], hard: ['mass-24h'] },
  verdict: 'hard',
};

/** One of each code: a new code does not compile until it stands here, and so has been looked at. */
const ONE_OF_EACH: { readonly [Code in FailureCode]: FailureOf<Code> } = {
  'invalid-input': { code: 'invalid-input', issues: [] },
  'not-found': { code: 'not-found', what: 'case' },
  'not-signed-in': { code: 'not-signed-in' },
  forbidden: { code: 'forbidden', needs: ['surgeon', 'nurse'] },
  conflict: { code: 'conflict', what: 'plan', currentVersion: 4 },
  'auth/wrong-pin': { code: 'auth/wrong-pin', waitSeconds: 5, inARow: 3 },
  'auth/wait': { code: 'auth/wait', waitSeconds: 120, inARow: 8 },
  'clinic/already-set-up': { code: 'clinic/already-set-up' },
  'clinic/not-set-up': { code: 'clinic/not-set-up' },
  'staff/last-administrator': { code: 'staff/last-administrator' },
  'room/name-taken': { code: 'room/name-taken' },
  'staff/name-taken': { code: 'staff/name-taken' },
  'patient/record-number-taken': { code: 'patient/record-number-taken' },
  'vein/has-injections': { code: 'vein/has-injections', labels: ['L5'] },
  'plan/unknown-vein': { code: 'plan/unknown-vein' },
  'plan/session-done': { code: 'plan/session-done', number: 1 },
  'plan/feeder-later': { code: 'plan/feeder-later', labels: ['L1'] },
  'session/already-open': {
    code: 'session/already-open',
    sessionId: idOf('00000000-0000-4000-8000-000000000001'),
  },
  'session/already-done': { code: 'session/already-done' },
  'session/not-planned': { code: 'session/not-planned' },
  'session/check-missing': { code: 'session/check-missing', checks: ['consent', 'weight'] },
  'session/contraindicated': { code: 'session/contraindicated', contraindicationIds: ['pregnancy'] },
  'session/acceptance-needed': { code: 'session/acceptance-needed', contraindicationIds: ['diabetes'] },
  'session/waiver-needed': { code: 'session/waiver-needed', check: 'duplex', labels: ['L10'] },
  'session/locked': { code: 'session/locked' },
  'session/paused': { code: 'session/paused', since: instantOf(0), needsSurgeon: true },
  'session/surgeon-needed': { code: 'session/surgeon-needed' },
  'session/moved-on': { code: 'session/moved-on', number: 23 },
  'session/not-closed': { code: 'session/not-closed' },
  'session/difference-unexplained': { code: 'session/difference-unexplained', differenceUl: -600 },
  'session/recount-needed': { code: 'session/recount-needed' },
  'session/already-signed': { code: 'session/already-signed' },
  'session/next-too-soon': { code: 'session/next-too-soon', earliest: calendarDate('2026-10-15') },
  'session/walk-too-short': { code: 'session/walk-too-short', minutesLeft: 7 },
  'session/wrong-leg': { code: 'session/wrong-leg' },
  'lot/expired': { code: 'lot/expired', lotNumber: 'P4102C', expiresOn: calendarDate('2026-09-30') },
  'lot/recalled': { code: 'lot/recalled', lotNumber: 'P4102C' },
  'lot/not-recalled': { code: 'lot/not-recalled', lotNumber: 'P4102C' },
  'lot/not-opened': { code: 'lot/not-opened', lotNumber: 'P4102C' },
  'lot/already-known': { code: 'lot/already-known' },
  'product/already-known': { code: 'product/already-known' },
  'product/test-code': { code: 'product/test-code' },
  'product/code-of-another': { code: 'product/code-of-another' },
  'dose/planned-otherwise': {
    code: 'dose/planned-otherwise',
    planned: { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(5_000) },
  },
  'dose/strength-not-of-lot': { code: 'dose/strength-not-of-lot' },
  'dose/looks-like-slip': {
    code: 'dose/looks-like-slip',
    slip: { against: 'plan', direction: 'more', volumeUl: 3_000, expectedUl: 300, samples: null },
  },
  'dose/cap-wider': { code: 'dose/cap-wider', limit, most: 88_000 },
  'dose/reason-needed': { code: 'dose/reason-needed', assessment },
  'dose/over-hard-limit': { code: 'dose/over-hard-limit', assessment },
  'dose/override-refused': { code: 'dose/override-refused', because: 'wrong-pin' },
  'reaction/already-struck-out': { code: 'reaction/already-struck-out' },
  'injection/already-struck-out': { code: 'injection/already-struck-out' },
  'review/already-replaced': { code: 'review/already-replaced' },
  'complication/already-followed': { code: 'complication/already-followed' },
  'complication/struck-out': { code: 'complication/struck-out' },
  'profile/unknown': { code: 'profile/unknown' },
  'profile/name-taken': { code: 'profile/name-taken' },
  'profile/shipped': { code: 'profile/shipped' },
  'profile/unchanged': { code: 'profile/unchanged' },
  'storage/full': { code: 'storage/full' },
  'storage/busy': { code: 'storage/busy' },
  'storage/unreadable': { code: 'storage/unreadable' },
  'storage/wrong-key': { code: 'storage/wrong-key' },
  'storage/corrupt': { code: 'storage/corrupt' },
  'storage/newer': { code: 'storage/newer', fileMigration: '0090' },
  'storage/no-keychain': { code: 'storage/no-keychain' },
  'storage/key-missing': { code: 'storage/key-missing' },
  'storage/key-exposed': { code: 'storage/key-exposed' },
  internal: { code: 'internal' },
};
const all = [...Object.values(ONE_OF_EACH), { code: 'unreachable' } as const];

describe('every failure', () => {
  it.each(all.map((failure) => [failure.code, failure] as const))(
    'says what happened and what to do: %s',
    (_code, failure) => {
      const { what, remedy } = failureText(failure);
      for (const sentence of [what, remedy]) expect(sentence).toMatch(/^[A-Z].{8,}[.)]$/);
      expect(`${what} ${remedy}`).not.toMatch(/undefined|null|NaN|\[object|invalid-input|\//);
    },
  );

  it('has words of its own', () => {
    const lines = all.map(failureLine);
    expect(new Set(lines).size).toBe(lines.length);
  });
});

describe('the words', () => {
  it('name the expired lot and its day', () => {
    expect(failureText(ONE_OF_EACH['lot/expired']).what).toBe('Lot P4102C expired on 30 Sep 2026.');
  });

  it('name number, cap and source of a limit', () => {
    const { what } = failureText(ONE_OF_EACH['dose/over-hard-limit']);
    expect(what.replaceAll('\u00a0', ' ')).toContain('89.0 mg of 88.0 mg (Aethoxysklerol label (DE))');
  });

  it('say how long to wait', () => {
    expect(failureText(ONE_OF_EACH['auth/wrong-pin']).remedy).toContain('5 seconds');
    expect(durationText(120)).toBe('2 minutes');
    expect(durationText(0.4)).toBe('1 second');
  });

  it('name who may', () => {
    expect(failureText(ONE_OF_EACH.forbidden).what).toBe('Only a surgeon or nurse may do this.');
  });
});
