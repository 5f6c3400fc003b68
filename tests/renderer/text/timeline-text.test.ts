import { describe, expect, test } from 'vitest';
import { eventText } from '../../../renderer/text/timeline-text.ts';
import { STRICTEST } from '../../../shared/domain/dose/profiles/strictest.ts';
import type { TimelineContent } from '../../../shared/domain/patient/timeline.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { calendarDate, instantOf } from '../../../shared/kernel/time.ts';

const recorded = { at: instantOf(0), by: 'Tom Brandt' };
const caseId = idOf<'case'>('case');
const sessionId = idOf<'session'>('session');
const onDate = calendarDate('2026-10-08');
const SESSION = {
  ...{ ...recorded, sessionId, caseId, number: 2, onDate, legs: ['left'] as const, closed: recorded },
  ...{ injections: 21, struckOut: 1, liquidUl: 6_300, foamUl: 0, massUg: 63_000 },
};
const MAP = { ...recorded, caseId, onDate, mapped: 0, carriedOver: 0, confirmed: 0, changed: 0, erased: 0 };
const REVIEW = {
  ...{ ...recorded, reviewId: idOf<'review'>('review'), caseId, onDate },
  counts: { cleared: 4, better: 1, same: 0, worse: 0, 'not-seen': 2 },
};
const NO_RESPONSE = { cleared: 0, better: 0, same: 0, worse: 0, 'not-seen': 0 };
const OVERRIDE = {
  ...{ ...recorded, injectionId: idOf<'injection'>('injection'), sessionId, injectionNumber: 12 },
  ...{ limits: STRICTEST.limits.slice(0, 1), surgeon: 'Dr Okafor', reason: 'Last vein', isStruckOut: true },
};

function words(content: TimelineContent): string {
  const { title, details } = eventText({ content, session: { id: sessionId, number: 2 } });
  return `${title}: ${details}`.replaceAll('\u00a0', ' ');
}

describe('an entry of the timeline says', () => {
  test.each<[TimelineContent, string]>([
    [{ kind: 'session-opened', fact: SESSION }, 'Session 2 opened: LEFT leg'],
    [
      { kind: 'session-closed', fact: SESSION },
      'Session 2 closed: 21 injections, 6.3 mL, 63.0 mg, 1 struck out',
    ],
    [
      { kind: 'session-closed', fact: { ...SESSION, foamUl: 2_000, liquidUl: 0, struckOut: 0 } },
      'Session 2 closed: 21 injections, 2.0 mL foam, 63.0 mg',
    ],
    [
      { kind: 'session-closed', fact: { ...SESSION, injections: 0, liquidUl: 0, massUg: 0 } },
      'Session 2 closed: nothing given, 1 struck out',
    ],
    [
      { kind: 'session-signed', fact: { ...recorded, sessionId, role: 'surgeon' } },
      'Session 2 signed: as surgeon',
    ],
    [
      { kind: 'session-amended', fact: { ...recorded, id: 'a', sessionId, reason: 'Lot was misread' } },
      'Session 2 amended: Lot was misread',
    ],
    [
      { kind: 'map', fact: { ...MAP, mapped: 1, confirmed: 3, erased: 2 } },
      'Map: 1 vein mapped, 3 veins confirmed, 2 veins erased',
    ],
    [{ kind: 'map', fact: MAP }, 'Map: nothing left changed'],
    [
      { kind: 'plan', fact: { ...recorded, caseId, version: 4, sessions: 3 }, versions: 2 },
      'Plan saved: 3 sessions, 2 versions that day',
    ],
    [
      { kind: 'review', fact: { ...REVIEW, improvementPercent: 70 } },
      'Review: 70 % better: 4 cleared, 1 better, 2 not seen',
    ],
    [
      { kind: 'review', fact: { ...REVIEW, improvementPercent: null, counts: NO_RESPONSE } },
      'Review: improvement not judged',
    ],
    [
      {
        kind: 'reaction',
        fact: {
          ...{ ...recorded, id: 'r', sessionId, reaction: 'vasovagal', grade: 'moderate' },
          ...{ veinLabel: 'L5', isStruckOut: false },
        },
      },
      'Reaction in session 2: Vasovagal, moderate, L5',
    ],
    [
      {
        kind: 'complication',
        fact: {
          ...{ ...recorded, id: 'c', caseId, onDate, onsetOn: calendarDate('2026-09-10') },
          ...{ complication: 'matting', state: 'ongoing', grade: 'mild', isSerious: false },
        },
      },
      'Complication: Matting, mild, since 10 Sep 2026, ongoing',
    ],
    [
      { kind: 'override', fact: OVERRIDE },
      'Limit passed in session 2: Injection 12: Polidocanol, 24 h. Allowed by Dr Okafor: Last vein. The injection was struck out.',
    ],
    [
      { kind: 'measurement', fact: { ...recorded, seq: 1, onDate, weightG: 44_000, heightMm: 1_520 } },
      'Measured: 44.0 kg, 152 cm',
    ],
    [
      {
        kind: 'allergies',
        fact: {
          ...recorded,
          seq: 1,
          substances: ['plaster'],
          polidocanol: true,
          proneToHypersensitivity: true,
        },
      },
      'Asked about allergies: POLIDOCANOL, plaster; prone to hypersensitivity',
    ],
    [
      {
        kind: 'allergies',
        fact: { ...recorded, seq: 1, substances: [], polidocanol: false, proneToHypersensitivity: false },
      },
      'Asked about allergies: none known',
    ],
  ])('%#', (content, text) => {
    expect(words(content)).toBe(text);
  });
});
