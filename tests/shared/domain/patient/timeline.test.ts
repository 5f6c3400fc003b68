import { describe, expect, test } from 'vitest';
import {
  patientTimeline,
  timelineBlocks,
  TIMELINE_TOPICS,
} from '../../../../shared/domain/patient/timeline.ts';
import type { PatientFacts } from '../../../../shared/domain/patient/timeline-facts.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate, instantOf, type Instant } from '../../../../shared/kernel/time.ts';

const CASE = idOf<'case'>('case 1');
const LATER_CASE = idOf<'case'>('case 2');
const SESSION = idOf<'session'>('session 1');
const at = (text: string): Instant => instantOf(Date.parse(`${text}:00.000Z`));
const recorded = (text: string) => ({ at: at(text), by: 'Dr Okafor' });
const utcDay = (moment: Instant) => calendarDate(moment.slice(0, 10));

const NOTHING: PatientFacts = {
  cases: [],
  assessments: [],
  consents: [],
  mapDays: [],
  plans: [],
  sessions: [],
  signatures: [],
  amendments: [],
  reviews: [],
  reactions: [],
  complications: [],
  overrides: [],
  measurements: [],
  allergies: [],
};

const SESSION_FACT = {
  ...recorded('2026-10-08T09:00'),
  sessionId: SESSION,
  caseId: CASE,
  number: 2,
  onDate: calendarDate('2026-10-08'),
  legs: ['left'],
  injections: 21,
  struckOut: 1,
  liquidUl: 6_300,
  foamUl: 0,
  massUg: 63_000,
  closed: recorded('2026-10-08T09:50'),
} as const;

/** One of each kind. */
const EVERYTHING: PatientFacts = {
  cases: [
    { ...recorded('2026-09-03T10:00'), caseId: CASE, onDate: calendarDate('2026-09-03'), reason: 'Webs' },
  ],
  assessments: [
    { ...recorded('2026-09-04T10:00'), caseId: CASE },
    { ...recorded('2026-09-03T10:20'), caseId: CASE },
  ],
  consents: [
    { ...recorded('2026-09-03T10:24'), caseId: CASE, onDate: calendarDate('2026-09-03'), formName: 'Form 4' },
  ],
  mapDays: [
    {
      ...recorded('2026-09-03T10:42'),
      caseId: CASE,
      onDate: calendarDate('2026-09-03'),
      mapped: 14,
      carriedOver: 0,
      confirmed: 1,
      changed: 0,
      erased: 0,
    },
  ],
  plans: [
    { ...recorded('2026-09-03T10:58'), caseId: CASE, version: 2, sessions: 3 },
    { ...recorded('2026-09-03T10:50'), caseId: CASE, version: 1, sessions: 2 },
    { ...recorded('2026-09-05T08:00'), caseId: CASE, version: 3, sessions: 3 },
  ],
  sessions: [SESSION_FACT],
  signatures: [{ ...recorded('2026-10-08T10:00'), sessionId: SESSION, role: 'surgeon' }],
  amendments: [{ ...recorded('2026-10-09T10:00'), id: 'amendment', sessionId: SESSION, reason: 'Lot' }],
  reviews: [
    {
      ...recorded('2026-11-20T10:00'),
      reviewId: idOf<'review'>('review'),
      caseId: CASE,
      onDate: calendarDate('2026-11-20'),
      improvementPercent: 70,
      counts: { cleared: 4, better: 2, same: 0, worse: 0, 'not-seen': 1 },
    },
  ],
  reactions: [
    {
      ...recorded('2026-10-08T09:30'),
      id: 'reaction',
      sessionId: SESSION,
      reaction: 'vasovagal',
      grade: 'mild',
      veinLabel: 'L5',
      isStruckOut: false,
    },
  ],
  complications: [
    {
      ...recorded('2026-11-20T10:05'),
      id: 'entry',
      caseId: CASE,
      onDate: calendarDate('2026-11-20'),
      onsetOn: calendarDate('2026-11-01'),
      complication: 'matting',
      state: 'ongoing',
      grade: 'mild',
      isSerious: false,
    },
  ],
  overrides: [
    {
      ...recorded('2026-10-08T09:40'),
      injectionId: idOf<'injection'>('injection'),
      sessionId: SESSION,
      injectionNumber: 12,
      limits: [],
      surgeon: 'Dr Okafor',
      reason: 'Last vein',
      isStruckOut: false,
    },
  ],
  measurements: [
    {
      ...recorded('2026-10-08T08:58'),
      seq: 1,
      onDate: calendarDate('2026-10-08'),
      weightG: 44_000,
      heightMm: null,
    },
  ],
  allergies: [
    {
      ...recorded('2026-10-08T08:58'),
      seq: 1,
      substances: ['plaster'],
      polidocanol: false,
      proneToHypersensitivity: false,
    },
  ],
};

const kindsOf = (facts: PatientFacts) =>
  patientTimeline(facts, utcDay).map(({ onDate, content }) => `${onDate} ${content.kind}`);

describe('the timeline of a patient', () => {
  test('is empty for somebody of whom nothing is on record', () => {
    expect(patientTimeline(NOTHING, utcDay)).toEqual([]);
    expect(timelineBlocks([])).toEqual([]);
  });

  test('tells everything, the newest first', () => {
    expect(kindsOf(EVERYTHING)).toEqual([
      '2026-11-20 complication',
      '2026-11-20 review',
      '2026-10-09 session-amended',
      '2026-10-08 session-signed',
      '2026-10-08 session-closed',
      '2026-10-08 override',
      '2026-10-08 reaction',
      '2026-10-08 session-opened',
      '2026-10-08 measurement',
      '2026-10-08 allergies',
      '2026-09-05 plan',
      '2026-09-04 assessment',
      '2026-09-03 plan',
      '2026-09-03 map',
      '2026-09-03 consent',
      '2026-09-03 assessment',
      '2026-09-03 case',
    ]);
  });

  test('names each entry differently, and every topic has one', () => {
    const events = patientTimeline(EVERYTHING, utcDay);
    expect(new Set(events.map(({ key }) => key)).size).toBe(events.length);
    expect(new Set(events.map(({ topic }) => topic))).toEqual(new Set(TIMELINE_TOPICS));
  });

  test('of the plans of one day the last counts, and says how many there were', () => {
    const plans = patientTimeline(EVERYTHING, utcDay).flatMap(({ content }) =>
      content.kind === 'plan' ? [[content.fact.version, content.versions]] : [],
    );
    expect(plans).toEqual([
      [3, 1],
      [2, 2],
    ]);
  });

  test('the first assessment of a case is told from a change of it', () => {
    const assessed = patientTimeline(EVERYTHING, utcDay).flatMap(({ onDate, content }) =>
      content.kind === 'assessment' ? [[onDate, content.isFirst]] : [],
    );
    expect(assessed).toEqual([
      ['2026-09-04', false],
      ['2026-09-03', true],
    ]);
  });

  test('what belongs to a session leads to it, in the case of that session', () => {
    const ofSession = patientTimeline(EVERYTHING, utcDay).filter(({ session }) => session !== null);
    expect(ofSession.map(({ content }) => content.kind)).toEqual([
      'session-amended',
      'session-signed',
      'session-closed',
      'override',
      'reaction',
      'session-opened',
    ]);
    for (const { caseId, session } of ofSession) {
      expect([caseId, session]).toEqual([CASE, { id: SESSION, number: 2 }]);
    }
  });

  test('a session that is open was not closed', () => {
    const facts = { ...NOTHING, sessions: [{ ...SESSION_FACT, closed: null }] };
    expect(kindsOf(facts)).toEqual(['2026-10-08 session-opened']);
  });

  test('a moment near midnight lies on the day of the clinic’s wall, not on that of Greenwich', () => {
    const facts = { ...NOTHING, assessments: [{ ...recorded('2026-10-08T23:30'), caseId: CASE }] };
    const inHelsinki = (moment: Instant) => utcDay(instantOf(Date.parse(moment) + 3 * 3_600_000));
    expect(patientTimeline(facts, inHelsinki)[0]?.onDate).toBe('2026-10-09');
  });

  test('a weight that is told later stands on the day on which it was measured', () => {
    const facts = {
      ...NOTHING,
      measurements: [
        {
          ...recorded('2026-10-08T08:58'),
          seq: 1,
          onDate: calendarDate('2026-09-01'),
          weightG: 1,
          heightMm: null,
        },
      ],
    };
    expect(kindsOf(facts)).toEqual(['2026-09-01 measurement']);
  });

  test('each day, and within it each case, is a block by itself', () => {
    const second = {
      ...recorded('2026-10-08T12:00'),
      caseId: LATER_CASE,
      onDate: calendarDate('2026-10-08'),
      reason: 'Ankle',
    };
    const events = patientTimeline({ ...EVERYTHING, cases: [...EVERYTHING.cases, second] }, utcDay);
    const blocks = timelineBlocks(events);
    expect(blocks.map(({ onDate, caseId, events: of }) => [onDate, caseId, of.length])).toEqual([
      ['2026-11-20', CASE, 2],
      ['2026-10-09', CASE, 1],
      ['2026-10-08', LATER_CASE, 1],
      ['2026-10-08', CASE, 5],
      ['2026-10-08', null, 2],
      ['2026-09-05', CASE, 1],
      ['2026-09-04', CASE, 1],
      ['2026-09-03', CASE, 5],
    ]);
    expect(blocks.flatMap(({ events: of }) => of)).toHaveLength(events.length);
  });
});
