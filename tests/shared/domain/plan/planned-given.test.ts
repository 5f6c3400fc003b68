import { describe, expect, test } from 'vitest';
import {
  plannedBesideGiven,
  type GivenDose,
  type PlannedGivenQuestion,
} from '../../../../shared/domain/plan/planned-given.ts';
import type { PlanItem } from '../../../../shared/domain/plan/plan.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';

const ONE_PERCENT = { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(10_000) } as const;
const HALF_PERCENT = { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(5_000) } as const;
const FOAM = { form: 'foam', strengthUgPerMl: microgramsPerMillilitre(10_000), gasParts: 4 } as const;
const vein = (name: string) => idOf<'vein'>(name);

function item(name: string, over: Partial<PlanItem> = {}): PlanItem {
  return {
    veinId: vein(name),
    sessionNumber: 2,
    preparation: ONE_PERCENT,
    punctures: 3,
    volumePerPunctureUl: microlitres(300),
    locked: false,
    ...over,
  };
}

function given(name: string | null, volumeUl: number, over: Partial<GivenDose> = {}): GivenDose {
  return {
    sessionNumber: 2,
    veinId: name === null ? null : vein(name),
    leg: 'left',
    dose: { ...ONE_PERCENT, volumeUl: microlitres(volumeUl) },
    isStruckOut: false,
    ...over,
  };
}

function ask(over: Partial<PlannedGivenQuestion>) {
  return plannedBesideGiven({
    sessionNumber: 2,
    isOpen: false,
    planned: [],
    injections: [],
    planNow: [],
    held: [1, 2],
    ...over,
  });
}
const differenceOf = (over: Partial<PlannedGivenQuestion>) => ask(over)[0]?.difference;
const thrice = (name: string, volumeUl = 300) => [
  given(name, volumeUl),
  given(name, volumeUl),
  given(name, volumeUl),
];

describe('what was planned beside what was given', () => {
  test('as planned, in figures', () => {
    const [row] = ask({ planned: [item('L1')], injections: thrice('L1') });
    expect(row).toMatchObject({
      veinId: vein('L1'),
      planned: [{ preparation: ONE_PERCENT, punctures: 3, volumeUl: 900, massUg: 9_000 }],
      given: [{ preparation: ONE_PERCENT, punctures: 3, volumeUl: 900, massUg: 9_000 }],
      struckOut: 0,
      difference: { kind: 'as-planned' },
    });
  });

  test.each([
    ['more', [...thrice('L1'), given('L1', 100)], { kind: 'more', volumeUl: 100, punctures: 1 }],
    ['less', thrice('L1', 200), { kind: 'less', volumeUl: 300, punctures: 0 }],
    [
      'the same volume in fewer punctures',
      [given('L1', 600), given('L1', 300)],
      { kind: 'other-punctures', punctures: -1 },
    ],
    [
      'another strength',
      thrice('L1').map((each) => ({ ...each, dose: { ...HALF_PERCENT, volumeUl: each.dose.volumeUl } })),
      { kind: 'other-preparation', volumeUl: 0 },
    ],
    [
      'foam in place of liquid',
      [given('L1', 1_000, { dose: { ...FOAM, volumeUl: microlitres(1_000) } })],
      { kind: 'other-preparation', volumeUl: 100 },
    ],
    [
      'one of three with another strength',
      [...thrice('L1').slice(1), given('L1', 300, { dose: { ...HALF_PERCENT, volumeUl: microlitres(300) } })],
      { kind: 'other-preparation', volumeUl: 0 },
    ],
  ])('%s', (_name, injections, difference) => {
    expect(differenceOf({ planned: [item('L1')], injections })).toEqual(difference);
  });

  test('a struck-out injection is in no sum, but it is said', () => {
    const [row] = ask({
      planned: [item('L1')],
      injections: [...thrice('L1'), given('L1', 3_000, { isStruckOut: true })],
    });
    expect(row?.difference).toEqual({ kind: 'as-planned' });
    expect(row?.struckOut).toBe(1);
  });

  test('what was given without a plan comes after the planned, free sites by leg', () => {
    const rows = ask({
      planned: [item('L1')],
      injections: [given('L9', 100), ...thrice('L1'), given(null, 100), given(null, 100, { leg: 'right' })],
    });
    expect(rows.map(({ veinId, leg, difference }) => [veinId, leg, difference.kind])).toEqual([
      [vein('L1'), null, 'as-planned'],
      [vein('L9'), null, 'not-planned'],
      [null, 'left', 'not-planned'],
      [null, 'right', 'not-planned'],
    ]);
  });

  test('a vein in two strengths is held against both', () => {
    const planned = [item('L1'), item('L1', { preparation: HALF_PERCENT, punctures: 1 })];
    const half = given('L1', 300, { dose: { ...HALF_PERCENT, volumeUl: microlitres(300) } });
    expect(differenceOf({ planned, injections: [...thrice('L1'), half] })).toEqual({ kind: 'as-planned' });
    expect(differenceOf({ planned, injections: thrice('L1') })).toMatchObject({ kind: 'other-preparation' });
  });
});

describe('what was not given', () => {
  const planned = [item('L1')];

  test.each<[string, Partial<PlannedGivenQuestion>, object]>([
    ['is still due while the session is open', { isOpen: true }, { kind: 'still-due' }],
    [
      'was given in a later session',
      { injections: [given('L1', 300, { sessionNumber: 4 })], held: [1, 2, 4] },
      { kind: 'given', sessionNumber: 4 },
    ],
    [
      'is planned for the next session that holds it',
      { planNow: [item('L1'), item('L1', { sessionNumber: 5 }), item('L1', { sessionNumber: 3 })] },
      { kind: 'planned', sessionNumber: 3 },
    ],
    [
      'is in the plan, but in no session',
      { planNow: [item('L1', { sessionNumber: null })] },
      { kind: 'unplanned' },
    ],
    ['is no longer in the plan', { planNow: [item('L2', { sessionNumber: 3 })] }, { kind: 'dropped' }],
    ['stays where it was left, in the session that is over', { planNow: [item('L1')] }, { kind: 'dropped' }],
    [
      'was struck out in a later session, which is no giving',
      { injections: [given('L1', 300, { sessionNumber: 3, isStruckOut: true })] },
      { kind: 'dropped' },
    ],
    [
      'an earlier session does not answer for it',
      { injections: [given('L1', 300, { sessionNumber: 1 })] },
      { kind: 'dropped' },
    ],
  ])('%s', (_name, over, now) => {
    expect(differenceOf({ planned, ...over })).toEqual({ kind: 'not-given', now });
  });
});
