import { describe, expect, it } from 'vitest';
import {
  EMPTY_OPENING,
  areAllergiesConfirmed,
  openingModel,
  openingRequest,
  parseWeightKg,
  withNoChange,
  type OpeningFacts,
  type OpeningForm,
} from '../../../../renderer/features/session/opening-model.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate, instantOf } from '../../../../shared/kernel/time.ts';
import { grams } from '../../../../shared/kernel/units.ts';
import { line, planned, sessionView, uuid } from './session-fixture.ts';

const { profile } = sessionView();
const SURGEON = idOf<'person'>(uuid(902));
const TODAY = calendarDate('2026-10-08');
const LEG_FINDINGS = { ceap: null, symptomatic: null, vcss: null };

function facts(changes: Partial<OpeningFacts> = {}): OpeningFacts {
  return {
    number: 2,
    veins: [line(5)],
    plan: {
      plan: {
        id: idOf(uuid(1)),
        caseId: idOf(uuid(2)),
        version: 1,
        sessions: [{ number: 2, onDate: calendarDate('2026-10-08'), atTime: null, tighterCaps: [] }],
        items: [planned(5, 5, 300)],
        savedAt: instantOf(0),
        savedBy: SURGEON,
      },
      held: [],
      given: [],
      lastOpening: null,
      cleared: [],
      further: [],
      leftForLater: [],
      capsSet: [],
      profile,
      profileApproved: true,
    },
    patient: {
      id: idOf(uuid(3)),
      recordNumber: 'DC-00417',
      familyName: 'Lindqvist',
      givenName: 'Maja',
      birthDate: calendarDate('1981-03-14'),
      sex: 'female',
      version: 1,
      weight: null,
      height: null,
      allergies: {
        substances: [],
        polidocanol: false,
        proneToHypersensitivity: false,
        statedAt: instantOf(0),
        statedBy: SURGEON,
      },
    },
    today: TODAY,
    isOtherOpen: false,
    assessment: {
      saidBefore: profile.contraindications.map(({ id }) => ({
        contraindicationId: id,
        present: false,
        saidAt: instantOf(0),
        atSession: null,
      })),
      assessment: {
        id: idOf(uuid(4)),
        caseId: idOf(uuid(2)),
        legs: { right: LEG_FINDINGS, left: LEG_FINDINGS },
        fitzpatrick: null,
        earlierTreatment: '',
        duplexFindings: null,
        eligibility: profile.contraindications.map(({ id }) => ({
          contraindicationId: id,
          present: false,
          acceptedBecause: null,
        })),
        recordedAt: instantOf(0),
        recordedBy: SURGEON,
      },
      consent: {
        onDate: calendarDate('2026-09-03'),
        formName: 'Consent',
        recordedAt: instantOf(0),
        recordedBy: 'Dr Ines Okafor',
      },
    },
    ...changes,
  };
}

const asked = profile.contraindications.filter((entry) => entry.askEachSession && !entry.foamOnly);
const idWithGrade = (grade: string) => asked.find((entry) => entry.grade === grade)?.id ?? '';
const allNo: OpeningForm = {
  ...EMPTY_OPENING,
  identityConfirmed: true,
  legs: ['left'],
  weightText: '44.0',
  allergiesConfirmed: instantOf(0),
  answers: new Map(asked.map(({ id }) => [id, false])),
};
const yesTo = (id: string): OpeningForm => ({ ...allNo, answers: new Map([...allNo.answers, [id, true]]) });

describe('before the first injection', () => {
  it('opens when everything is checked and nothing speaks against it', () => {
    expect(openingModel(facts(), allNo).canOpen).toBe(true);
  });

  it('does not open with a single check left', () => {
    for (const form of [
      { ...allNo, identityConfirmed: false },
      { ...allNo, legs: [] },
      { ...allNo, legs: ['right' as const] },
      { ...allNo, weightText: '' },
      { ...allNo, allergiesConfirmed: null },
      { ...allNo, allergiesConfirmed: instantOf(1) },
      { ...allNo, answers: new Map([...allNo.answers].slice(1)) },
    ]) {
      expect(openingModel(facts(), form).canOpen).toBe(false);
    }
  });

  it('asks for the leg of the plan, and takes no other', () => {
    expect(openingModel(facts(), { ...allNo, legs: ['left', 'right'] }).checks.leg).toBe('to-do');
    expect(openingModel(facts(), allNo).plannedLegs).toEqual(['left']);
  });

  it('refuses an absolute contraindication of the day, with no way round it', () => {
    const id = idWithGrade('absolute');
    const accepted: OpeningForm = {
      ...yesTo(id),
      acceptances: new Map([
        [id, { contraindicationId: id, surgeonId: SURGEON, pin: '1234', reason: 'well considered' }],
      ]),
    };
    const model = openingModel(facts(), accepted);
    expect(model.checks.questions).toBe('blocked');
    expect(model.judgement.blocked).toEqual([id]);
    expect(model.canOpen).toBe(false);
  });

  it("needs a surgeon's acceptance for a relative one", () => {
    const id = idWithGrade('relative');
    expect(openingModel(facts(), yesTo(id)).checks.questions).toBe('to-do');
    const accepted = new Map([
      [id, { contraindicationId: id, surgeonId: SURGEON, pin: '1234', reason: 'well considered' }],
    ]);
    expect(openingModel(facts(), { ...yesTo(id), acceptances: accepted }).canOpen).toBe(true);
  });

  it('only says a caution', () => {
    const model = openingModel(facts(), yesTo(idWithGrade('caution')));
    expect(model.judgement.cautions).toHaveLength(1);
    expect(model.canOpen).toBe(true);
  });

  it('takes no answer at the assessment for "no"', () => {
    const { assessment } = facts();
    if (!assessment.assessment) throw new Error('the fixture has an assessment');
    const eligibility = assessment.assessment.eligibility.filter(
      ({ contraindicationId }) => contraindicationId !== 'diabetes',
    );
    const half = { ...assessment, assessment: { ...assessment.assessment, eligibility } };
    const model = openingModel(facts({ assessment: half }), allNo);
    expect(model.checks.eligibility).toBe('blocked');
    expect(model.canOpen).toBe(false);
  });

  it('asks about foam only where foam is planned', () => {
    const foamOnly = profile.contraindications.some((entry) => entry.askEachSession && entry.foamOnly);
    const { questions } = openingModel(facts(), allNo);
    expect(questions.every((entry) => !entry.foamOnly)).toBe(true);
    const base = facts();
    const foam = {
      form: 'foam',
      strengthUgPerMl: planned(5, 1, 100).preparation.strengthUgPerMl,
      gasParts: 4,
    };
    const items = [{ ...planned(5, 1, 100), preparation: { ...foam, form: 'foam' as const } }];
    const plan = { ...base.plan, plan: base.plan.plan && { ...base.plan.plan, items } };
    const withFoam = openingModel(facts({ plan }), allNo).questions;
    expect(withFoam.some((entry) => entry.foamOnly)).toBe(foamOnly);
  });

  it('reads the weight with comma and point, and nothing that is no weight', () => {
    expect(parseWeightKg('44,5 kg')).toBe(44_500);
    expect(parseWeightKg(' 102 ')).toBe(102_000);
    for (const text of ['', '4', '4.45', '19.9', '301', '44.55', 'forty'])
      expect(parseWeightKg(text)).toBeNull();
  });

  it('takes "no change" for a no to each, and for the allergies as they stand; every answer is sent', () => {
    const before = { ...allNo, answers: new Map<string, boolean>(), allergiesConfirmed: null };
    const model = openingModel(facts(), before);
    expect(model.sameAsBefore).toEqual(asked.map(({ id }) => id));
    expect(model.askAnew).toEqual([]);
    const after = withNoChange(facts(), model, before);
    expect(openingModel(facts(), after).canOpen).toBe(true);
    const request = openingRequest({ ...facts(), caseId: idOf<'case'>(uuid(2)) }, after);
    expect(request.answers).toEqual(asked.map(({ id }) => ({ contraindicationId: id, present: false })));
    expect(request.allergies).toEqual({ substances: [], polidocanol: false, proneToHypersensitivity: false });
  });

  it('asks anew what was "yes" the last time, and what nobody has asked: "no change" leaves it open', () => {
    const [first, second, ...rest] = asked.map(({ id }) => id);
    const { assessment } = facts();
    const saidBefore = assessment.saidBefore
      .filter(({ contraindicationId }) => contraindicationId !== first)
      .map((said) => ({ ...said, present: said.contraindicationId === second }));
    const changed = facts({ assessment: { ...assessment, saidBefore } });
    const before = { ...allNo, answers: new Map<string, boolean>() };
    const model = openingModel(changed, before);
    expect(model.sameAsBefore).toEqual(rest);
    expect(model.askAnew).toEqual([first, second]);
    const after = openingModel(changed, withNoChange(changed, model, before));
    expect(after.askAnew).toEqual([first, second]);
    expect(after.checks.questions).toBe('to-do');
  });

  it('wants the allergies confirmed again when somebody has stated them anew meanwhile', () => {
    const { patient } = facts();
    const restated = patient.allergies && { ...patient.allergies, statedAt: instantOf(5) };
    const now = facts({ patient: { ...patient, allergies: restated } });
    expect(areAllergiesConfirmed(now, allNo)).toBe(false);
    expect(openingModel(now, allNo).checks.allergies).toBe('to-do');
    const request = openingRequest({ ...now, caseId: idOf<'case'>(uuid(2)) }, allNo);
    expect(request.allergies).toBeNull();
  });

  it('looks twice at a weight that differs by more than 5 %, until it is said to be right', () => {
    const { patient } = facts();
    const last = { weightG: grams(40_000), onDate: calendarDate('2026-09-24') };
    const now = facts({ patient: { ...patient, weight: last } });
    const model = openingModel(now, allNo);
    expect(model.weightDoubt).toEqual({ because: 'changed', last });
    expect(model.checks.weight).toBe('to-do');
    expect(openingModel(now, { ...allNo, weightConfirmedG: grams(44_000) }).checks.weight).toBe('done');
    expect(openingModel(now, { ...allNo, weightConfirmedG: grams(43_000) }).checks.weight).toBe('to-do');
    expect(openingModel(now, { ...allNo, weightText: '42' }).checks.weight).toBe('done');
  });

  it('takes a weight that was taken today at another window, until somebody types another', () => {
    const { patient } = facts();
    const weighed = facts({ patient: { ...patient, weight: { weightG: grams(44_000), onDate: TODAY } } });
    const untouched = { ...allNo, weightText: null };
    expect(openingModel(weighed, untouched)).toMatchObject({ weightText: '44.0', canOpen: true });
    expect(openingModel(weighed, { ...allNo, weightText: '' }).checks.weight).toBe('to-do');
    expect(openingModel(facts(), untouched).checks.weight).toBe('to-do');
  });

  it('waits for duplex and for a feeder until a surgeon lets it pass, and sends for which veins', () => {
    const feeder = line(1);
    const due = { ...line(5), diameterMm: 4, feederId: feeder.id };
    const wanted = facts({ veins: [feeder, due] });
    const model = openingModel(wanted, allNo);
    expect(model.checks).toMatchObject({ duplex: 'blocked', feeder: 'blocked' });
    expect(model.vessels.map(({ kind }) => kind)).toEqual(['duplex', 'feeder']);
    const word = { veinIds: [due.id], surgeonId: SURGEON, pin: '1234', reason: 'well considered' };
    const waivers = new Map([
      ['duplex' as const, { check: 'duplex' as const, ...word }],
      ['feeder' as const, { check: 'feeder' as const, ...word }],
    ]);
    const passed = openingModel(wanted, { ...allNo, waivers });
    expect(passed.canOpen).toBe(true);
    expect(passed.vessels).toHaveLength(2);
    const request = openingRequest({ ...wanted, caseId: idOf<'case'>(uuid(2)) }, { ...allNo, waivers });
    expect(request.waivers).toEqual([...waivers.values()]);
    expect(openingModel(facts(), allNo).vessels).toEqual([]);
  });

  it('says that another session of the patient is open, and does not open', () => {
    const model = openingModel(facts({ isOtherOpen: true }), allNo);
    expect(model.hindrances.map(({ kind }) => kind)).toEqual(['other-session']);
    expect(model.canOpen).toBe(false);
  });
});
