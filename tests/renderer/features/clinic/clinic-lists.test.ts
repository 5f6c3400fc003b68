import { describe, expect, test } from 'vitest';
import type { RegisterLine } from '../../../../shared/contract/complications.ts';
import type { OverrideLine, OverridesView } from '../../../../shared/contract/overrides.ts';
import type { RecallPatient, UsedLot } from '../../../../shared/contract/recall.ts';
import { SHIPPED_PROFILES } from '../../../../shared/domain/dose/profiles/index.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { addDays, calendarDate, instantOf } from '../../../../shared/kernel/time.ts';
import { microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';
import {
  beginDraft,
  complicationFaults,
  complicationRequest,
  newRequestIds,
  withCase,
  withDaysAfter,
  type ChoiceOfCase,
} from '../../../../renderer/features/clinic/complications/complication-form.ts';
import {
  filterLines,
  periodOf,
  spanOf,
  totalsOf,
  WHOLE_REGISTER,
} from '../../../../renderer/features/clinic/complications/register-model.ts';
import {
  countOverrides,
  monthOffset,
} from '../../../../renderer/features/clinic/overrides/count-overrides.ts';
import {
  lotsToShow,
  recallGroups,
  recallProgress,
} from '../../../../renderer/features/clinic/recall/recall-model.ts';
import { perHundred } from '../../../../renderer/text/complication-text.ts';
import { howMuchText, ruleNameText } from '../../../../renderer/text/overrides-text.ts';

const TODAY = calendarDate('2026-11-02');
const patient = {
  id: idOf<'patient'>('p'),
  recordNumber: 'R-1',
  familyName: 'Lindqvist',
  givenName: 'Maja',
  birthDate: calendarDate('1981-03-14'),
  sex: 'female',
} as const;

const line = (over: Partial<RegisterLine> = {}): RegisterLine => ({
  key: 'k',
  source: { from: 'review', origin: { from: 'review', reviewId: idOf('r'), finding: 'matting' }, course: [] },
  patient,
  caseId: idOf('c'),
  kind: 'matting',
  grade: 'mild',
  serious: null,
  onsetOn: TODAY,
  veins: [],
  session: null,
  lots: [],
  state: 'ongoing',
  lookedAtOn: TODAY,
  struckOut: false,
  ...over,
});

describe('the register of complications', () => {
  const lines = [
    line(),
    line({ kind: 'pigmentation', grade: 'severe', state: 'resolved' }),
    line({ kind: 'deep-vein-thrombosis', grade: 'moderate', serious: true, onsetOn: addDays(TODAY, -400) }),
    line({ kind: 'blister', struckOut: true }),
  ];
  const kinds = (over: Partial<typeof WHOLE_REGISTER>) =>
    filterLines(lines, { ...WHOLE_REGISTER, ...over }).map(({ kind }) => kind);

  test('is looked through by kind, grade and whether it goes on; struck-out entries show when asked for', () => {
    expect(kinds({})).toEqual(['matting', 'pigmentation', 'deep-vein-thrombosis']);
    expect(kinds({ kind: 'matting' })).toEqual(['matting']);
    expect(kinds({ grade: 'severe' })).toEqual(['pigmentation']);
    expect(kinds({ grade: 'serious' })).toEqual(['deep-vein-thrombosis']);
    expect(kinds({ ongoingOnly: true })).toEqual(['matting', 'deep-vein-thrombosis']);
    expect(kinds({ struckOutToo: true })).toContain('blister');
  });

  test('counts what began in the time looked at, and nothing that was struck out', () => {
    expect(totalsOf(lines, spanOf('year', TODAY))).toEqual([
      { kind: 'pigmentation', count: 1 },
      { kind: 'matting', count: 1 },
    ]);
    expect(totalsOf(lines, spanOf('ever', TODAY))).toHaveLength(3);
  });

  test('says how many that is to a hundred sessions, in whole tenths', () => {
    expect(perHundred(7, 412)).toBe('1.7');
    expect(perHundred(1, 3)).toBe('33.3');
    expect(perHundred(1, 16)).toBe('6.3');
    expect(perHundred(5, 5)).toBe('100.0');
    expect(perHundred(0, 0)).toBe('–');
  });

  test('knows the usual stretches by their days', () => {
    expect(periodOf(spanOf('quarter', TODAY), TODAY)).toBe('quarter');
    expect(periodOf({ from: addDays(TODAY, -10), to: TODAY }, TODAY)).toBeNull();
  });
});

describe('the form for a complication', () => {
  const aCase = (id: string, sessions: ChoiceOfCase['sessions']): ChoiceOfCase => ({
    id: idOf<'case'>(id),
    openedOn: addDays(TODAY, -60),
    reason: 'Spider veins',
    veins: [{ id: idOf<'vein'>('v'), leg: 'left', number: 1 }],
    sessions,
  });
  const lot = { id: idOf<'lot'>('l'), lotNumber: 'P1' };
  const session = { id: idOf<'session'>('s'), number: 1, onDate: addDays(TODAY, -20), lots: [lot] };
  const chosen = aCase('a', [session]);

  test('begins with the last session before the onset and its only lot', () => {
    const draft = beginDraft([chosen], {}, TODAY);
    expect(draft).toMatchObject({ sessionId: session.id, lotId: lot.id, onsetOn: TODAY, serious: null });
  });

  test('takes the onset as days after the session', () => {
    const draft = withDaysAfter(beginDraft([chosen], {}, TODAY), chosen, '13');
    expect(draft.onsetOn).toBe(addDays(TODAY, -7));
    expect(withDaysAfter(draft, chosen, 'soon')).toBe(draft);
  });

  test('carries nothing of one case into another', () => {
    const draft = beginDraft([chosen], { veinIds: [idOf('v')] }, TODAY);
    expect(withCase(draft, aCase('b', []))).toMatchObject({ sessionId: null, lotId: null, veinIds: [] });
  });

  test('asks for kind, grade and whether it is serious, and is not sent without', () => {
    const ids = newRequestIds(() => 'uuid');
    const draft = beginDraft([chosen], {}, TODAY);
    expect(Object.keys(complicationFaults(draft, chosen, TODAY)).toSorted()).toEqual([
      'grade',
      'kind',
      'serious',
    ]);
    expect(complicationRequest(draft, ids, null)).toBeNull();
    const whole = { ...draft, kind: 'matting', grade: 'mild', serious: false } as const;
    expect(complicationFaults(whole, chosen, TODAY)).toEqual({});
    expect(complicationRequest(whole, ids, null)).toMatchObject({
      kind: 'matting',
      first: { onDate: TODAY },
    });
    const early = { ...whole, onsetOn: addDays(TODAY, -21) };
    expect(complicationFaults(early, chosen, TODAY)).toHaveProperty('onsetOn');
    expect(complicationFaults({ ...whole, kind: 'other' }, chosen, TODAY)).toHaveProperty('description');
  });
});

describe('the recall list', () => {
  const usedLot = (lotNumber: string, over: Partial<UsedLot> = {}): UsedLot => ({
    id: idOf<'lot'>(lotNumber),
    product: {
      id: idOf('product'),
      name: 'Polidocanol',
      strengthUgPerMl: microgramsPerMillilitre(10_000),
      ampouleUl: microlitres(2_000),
    },
    lotNumber,
    expiresOn: TODAY,
    recalledBecause: null,
    lastUsedOn: null,
    sessions: 0,
    ...over,
  });
  const notice = (told: boolean) => ({
    told,
    onDate: TODAY,
    note: '',
    recordedAt: instantOf(0),
    recordedBy: idOf<'person'>('n'),
  });
  const got = (certainty: RecallPatient['certainty'], ...told: boolean[]): RecallPatient => ({
    patient,
    certainty,
    sessions: [],
    reactions: [],
    complications: [],
    notices: told.map(notice),
  });

  test('offers recalled lots first, then those that were used last', () => {
    const lots = [
      usedLot('P1'),
      usedLot('P2', { lastUsedOn: addDays(TODAY, -9) }),
      usedLot('P3', { lastUsedOn: TODAY }),
      usedLot('P4', { recalledBecause: 'particles' }),
    ];
    expect(lotsToShow(lots, '').map(({ lotNumber }) => lotNumber)).toEqual(['P4', 'P3', 'P2', 'P1']);
    expect(lotsToShow(lots, 'polido p2').map(({ lotNumber }) => lotNumber)).toEqual(['P2']);
  });

  test('counts who has been told by the last word, among those who got it', () => {
    const patients = [got('given', true), got('given', true, false), got('given'), got('opened', true)];
    expect(recallProgress(patients)).toEqual({ told: 1, all: 3 });
    expect(recallGroups(patients, false).map((group) => group.patients.length)).toEqual([3, 1]);
    expect(recallGroups(patients, true).map((group) => group.patients.length)).toEqual([2]);
  });
});

describe('the overrides of a month', () => {
  const limit = SHIPPED_PROFILES[0]?.limits.find(({ id }) => id === 'session-volume');
  if (!limit) throw new Error('the limit is not shipped');
  const passed = (over: Partial<OverrideLine> = {}): OverrideLine => ({
    key: 'k',
    at: instantOf(0),
    onDate: TODAY,
    what: { kind: 'hard-limit', limit, cap: 10_000, projected: 10_200 },
    patient,
    caseId: idOf('c'),
    session: { id: idOf('s'), number: 1 },
    injection: { id: idOf('i'), number: 3, struckOut: false },
    by: idOf<'person'>('nurse'),
    surgeonId: idOf<'person'>('surgeon'),
    reason: 'One web is left',
    ...over,
  });
  const month = (lines: readonly OverrideLine[]) => ({ month: '2026-11', sessions: 1, injections: 9, lines });
  const view: OverridesView = {
    chosen: month([
      passed(),
      passed({ reason: 'one  web is left.' }),
      passed({ injection: { id: idOf('j'), number: 4, struckOut: true } }),
      passed({ what: { kind: 'waiver', check: 'duplex', veins: 2 }, reason: 'Seen', injection: null }),
    ]),
    before: month([passed({ surgeonId: null, reason: 'Other' })]),
    names: { nurse: 'Tom', surgeon: 'Ines' },
  };

  test('are counted by rule, by person and by reason, whatever its case and full stop, beside the month before', () => {
    expect(countOverrides(view, 'rule')).toMatchObject([
      { label: 'Volume, this session (hard)', now: 2, before: 1 },
      { label: 'Duplex first', now: 1, before: 0 },
    ]);
    expect(countOverrides(view, 'giver')).toMatchObject([{ label: 'Tom', now: 3, before: 1 }]);
    expect(countOverrides(view, 'surgeon')).toMatchObject([{ label: 'Ines', now: 3, before: 0 }]);
    expect(countOverrides(view, 'reason')).toMatchObject([
      { label: 'One web is left', now: 2, before: 0 },
      { now: 1, before: 0 },
      { label: 'Other', now: 0, before: 1 },
    ]);
  });

  test('say the rule and by how much it was passed', () => {
    const { what } = passed();
    expect(ruleNameText(what)).toBe('Volume, this session (hard)');
    expect(howMuchText(what)).toBe('10.2 of 10.0\u00a0mL, 0.2\u00a0mL over');
  });

  test('go from month to month over the end of the year', () => {
    expect(monthOffset('2026-12', 1)).toBe('2027-01');
    expect(monthOffset('2026-01', -1)).toBe('2025-12');
  });
});
