import { describe, expect, it } from 'vitest';
import { SHIPPED_PROFILES } from '../../../../shared/domain/dose/profiles/index.ts';
import type { Vein } from '../../../../shared/domain/leg-map/vein.ts';
import type { Assessment, CeapClass } from '../../../../shared/domain/patient/assessment.ts';
import type { PlanItem } from '../../../../shared/domain/plan/plan.ts';
import {
  hindrancesOf,
  questionsOfTheDay,
  type OpeningAnswers,
  type OpeningRecord,
} from '../../../../shared/domain/session/hindrance.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate, instantOf } from '../../../../shared/kernel/time.ts';
import { grams, microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';
import { aVein as numbered } from '../leg-map/map-facts.ts';

const [profile] = SHIPPED_PROFILES;
if (!profile) throw new Error('nothing is shipped');
let veins = 0;
const aVein = (over: Partial<Vein> = {}) => numbered((veins += 1), over);
const SURGEON = idOf<'person'>('00000000-0000-4000-8000-000000000009');
const NO_ALLERGIES = { substances: [], polidocanol: false, proneToHypersensitivity: false };

function dueItem({ id }: Vein): PlanItem {
  return {
    veinId: id,
    sessionNumber: 1,
    preparation: { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(10_000) },
    punctures: 3,
    volumePerPunctureUl: microlitres(300),
    locked: false,
  };
}

function assessed(over: Partial<Assessment> = {}, ceap: CeapClass | null = null): Assessment {
  const leg = { ceap, symptomatic: null, vcss: null };
  return {
    id: idOf('00000000-0000-4000-8000-000000000001'),
    caseId: idOf('00000000-0000-4000-8000-000000000002'),
    legs: { right: { ...leg, ceap: null }, left: leg },
    fitzpatrick: null,
    earlierTreatment: '',
    duplexFindings: null,
    eligibility: (profile?.contraindications ?? []).map(({ id }) => ({
      contraindicationId: id,
      present: false,
      acceptedBecause: null,
    })),
    recordedAt: instantOf(0),
    recordedBy: SURGEON,
    ...over,
  };
}

/** Somebody of whom all is known, and nothing speaks against it. */
function record(veins: readonly Vein[], over: Partial<OpeningRecord> = {}): OpeningRecord {
  if (!profile) throw new Error('nothing is shipped');
  return {
    profile,
    due: veins.map(dueItem),
    veins,
    treated: new Set(),
    cleared: new Set(),
    assessment: assessed(),
    hasConsent: true,
    allergies: { ...NO_ALLERGIES, statedAt: instantOf(0), statedBy: SURGEON },
    lastWeight: null,
    isOtherOpen: false,
    today: calendarDate('2026-11-02'),
    ...over,
  };
}

/** Everything asked and answered, nothing new. */
function said({ due }: OpeningRecord, over: Partial<OpeningAnswers> = {}): OpeningAnswers {
  return {
    identityConfirmed: true,
    legs: ['left'],
    weightG: grams(60_000),
    weightConfirmed: false,
    allergies: NO_ALLERGIES,
    answers: questionsOfTheDay({ contraindications: profile?.contraindications ?? [] }, due).map(
      ({ id }) => ({
        contraindicationId: id,
        present: false,
      }),
    ),
    acceptances: [],
    waivers: [],
    ...over,
  };
}

const kinds = (at: OpeningRecord, answers: OpeningAnswers | null) =>
  hindrancesOf(at, answers).map(({ kind }) => kind);
const calf = aVein();
const wide = aVein({ kind: 'varicose', diameterMm: 4 });
const fan = aVein({
  kind: 'telangiectasia',
  pattern: 'web',
  aspect: 'medial',
  diameterMm: 0.7,
  path: [
    [-10, 80],
    [10, 85],
    [8, 60],
    [-8, 58],
  ],
});

describe('before a session', () => {
  it('nothing stands in the way of an uneventful patient, before the visit or at it', () => {
    const at = record([calf]);
    expect(kinds(at, null)).toEqual([]);
    expect(kinds(at, said(at))).toEqual([]);
  });

  it('names all that is missing, each with who may do it and where that is written', () => {
    const at = record([calf], { assessment: null, hasConsent: false, allergies: null, isOtherOpen: true });
    const answers = said(at, {
      identityConfirmed: false,
      legs: [],
      weightG: null,
      allergies: null,
      answers: [],
    });
    const found = hindrancesOf(at, answers);
    expect(found.map(({ kind }) => kind)).toEqual([
      'other-session',
      'consent',
      'assessment',
      'allergies',
      'identity',
      'leg',
      'weight',
      'changes',
    ]);
    for (const { lift, source } of found) {
      expect(lift.by).toBe('doing');
      expect(source.text.length).toBeGreaterThan(10);
    }
    expect(found[2]).toMatchObject({ lift: { action: 'assessment/write' }, unanswered: null });
  });

  it('before the visit only what is on record counts: what is asked on the day is left out', () => {
    expect(kinds(record([calf], { hasConsent: false }), null)).toEqual(['consent']);
  });

  it('nobody lifts an absolute contraindication, a surgeon a relative one', () => {
    const at = record([calf]);
    const yesTo = (...ids: readonly string[]) =>
      said(at).answers.map((answer) => ({ ...answer, present: ids.includes(answer.contraindicationId) }));
    const both = hindrancesOf(at, said(at, { answers: yesTo('pregnancy', 'anticoagulation') }));
    expect(both).toMatchObject([
      { kind: 'contraindicated', contraindicationId: 'pregnancy', lift: { by: 'nobody' } },
      { kind: 'acceptance', contraindicationId: 'anticoagulation', lift: { by: 'surgeon' } },
    ]);
    const accepted = said(at, {
      answers: yesTo('pregnancy', 'anticoagulation'),
      acceptances: [{ contraindicationId: 'pregnancy' }, { contraindicationId: 'anticoagulation' }],
    });
    expect(kinds(at, accepted)).toEqual(['contraindicated']);
  });

  it('wants the leg of the plan and no other', () => {
    const at = record([calf]);
    expect(kinds(at, said(at, { legs: ['right'] }))).toEqual(['leg']);
    expect(kinds(at, said(at, { legs: ['right', 'left'] }))).toEqual(['leg']);
  });
});

describe('duplex first', () => {
  it.each([
    ['a vein wider than 3 mm', wide, 'wider-than-reticular'],
    ['a fan at the inner ankle', fan, 'ankle-fan'],
  ] as const)('is asked for %s while the case has no findings', (_, vein, because) => {
    const at = record([vein]);
    expect(hindrancesOf(at, said(at))).toMatchObject([
      { kind: 'duplex', veins: [{ veinId: vein.id, because }], lift: { by: 'surgeon' } },
    ]);
    const done = record([vein], { assessment: assessed({ duplexFindings: 'No reflux.' }) });
    expect(kinds(done, said(done))).toEqual([]);
    const blank = record([vein], { assessment: assessed({ duplexFindings: '  ' }) });
    expect(kinds(blank, said(blank))).toEqual(['duplex']);
  });

  it('is asked for any vein of a leg of class C2 or more, and of C1 for none', () => {
    const c2 = record([calf], { assessment: assessed({}, 'C2') });
    expect(hindrancesOf(c2, null)).toMatchObject([{ veins: [{ because: 'class-of-leg' }] }]);
    expect(kinds(record([calf], { assessment: assessed({}, 'C1') }), null)).toEqual([]);
    const otherLeg = record([aVein({ leg: 'right' })], { assessment: assessed({}, 'C2') });
    expect(kinds(otherLeg, null)).toEqual([]);
  });

  it('is not asked for a single line at the ankle, nor for a fan that is not due', () => {
    const line = aVein({
      kind: 'telangiectasia',
      aspect: 'medial',
      diameterMm: 0.4,
      path: [
        [0, 80],
        [2, 60],
      ],
    });
    expect(kinds(record([line]), null)).toEqual([]);
    expect(kinds({ ...record([calf]), veins: [calf, fan] }, null)).toEqual([]);
  });

  it('a surgeon lets it pass for the veins that were named: another that came meanwhile still waits', () => {
    const at = record([wide, fan]);
    const one = said(at, { waivers: [{ check: 'duplex', veinIds: [wide.id] }] });
    expect(hindrancesOf(at, one)).toMatchObject([{ kind: 'duplex', veins: [{ veinId: fan.id }] }]);
    const all = said(at, { waivers: [{ check: 'duplex', veinIds: [wide.id, fan.id] }] });
    expect(kinds(at, all)).toEqual([]);
    const other = said(at, { waivers: [{ check: 'feeder', veinIds: [wide.id, fan.id] }] });
    expect(kinds(at, other)).toEqual(['duplex']);
  });
});

describe('feeders first', () => {
  const feeder = aVein();
  const fed = aVein({ feederId: feeder.id });
  const at = (over: Partial<OpeningRecord> = {}) => record([fed], { veins: [feeder, fed], ...over });

  it('is asked where the feeder is mapped and nothing has happened to it', () => {
    expect(hindrancesOf(at(), null)).toMatchObject([
      { kind: 'feeder', veins: [{ veinId: fed.id, feederId: feeder.id }], lift: { by: 'surgeon' } },
    ]);
  });

  it.each([
    ['was treated in an earlier session', { treated: new Set([feeder.id]) }],
    ['has cleared', { cleared: new Set([feeder.id]) }],
    ['is due in the same session', { due: [dueItem(fed), dueItem(feeder)] }],
    ['was erased from the map', { veins: [fed] }],
  ])('is not asked where the feeder %s', (_, over) => {
    expect(kinds(at(over), null)).toEqual([]);
  });
});
