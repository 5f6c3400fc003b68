import { describe, expect, test } from 'vitest';
import {
  profileDraftOf,
  readDraft,
  type ProfileDraft,
} from '../../../../renderer/features/settings/profile-editor/profile-draft.ts';
import { exampleOf } from '../../../../renderer/features/settings/profile-editor/profile-example.ts';
import {
  changeProfileDraft,
  closeProfileEdit,
  dropAllProfileEdits,
  dropProfileEdit,
  hasUnsavedProfile,
  openProfileEdit,
  useProfileEdits,
} from '../../../../renderer/features/settings/profile-editor/profile-edits.ts';
import type { LimitDraft } from '../../../../renderer/features/settings/profile-editor/figure-drafts.ts';
import { widerText } from '../../../../renderer/text/profile-text.ts';
import { SHIPPED_PROFILES } from '../../../../shared/domain/dose/profiles/index.ts';
import { widerThanLabel } from '../../../../shared/domain/dose/wider-than-label.ts';
import { grams } from '../../../../shared/kernel/units.ts';

const [label] = SHIPPED_PROFILES;
if (!label) throw new Error('nothing is shipped');
const LABEL = label;
const BEFORE = { ...LABEL, id: 'harbour', name: 'Harbour', copiedFrom: { id: LABEL.id, version: 1 } };
const DRAFT = profileDraftOf(BEFORE, LABEL);
const read = (draft: ProfileDraft) => readDraft(draft, { before: BEFORE, label: LABEL });

function withLimit(id: string, change: Partial<LimitDraft>): ProfileDraft {
  return {
    ...DRAFT,
    limits: DRAFT.limits.map((limit) => (limit.id === id ? { ...limit, ...change } : limit)),
  };
}

describe('the form of a profile', () => {
  test.each(SHIPPED_PROFILES)('$id goes into it and comes out unchanged', (shipped) => {
    const { id: _id, version: _version, name: _name, ...content } = shipped;
    const result = readDraft(profileDraftOf(shipped, shipped), { before: shipped, label: shipped });
    expect(result).toMatchObject({ isWhole: true, faults: {} });
    expect(result.content).toEqual(content);
  });

  test('numbers are typed with comma or point in mL and mg, never in µL', () => {
    const { content } = read(withLimit('session-volume', { amount: '7,5', source: 'Agreed' }));
    expect(content.limits.find(({ id }) => id === 'session-volume')?.cap.amount).toBe(7_500);
    expect(DRAFT.limits.find(({ id }) => id === 'mass-24h')?.amount).toBe('2');
  });

  test('what cannot be read is marked at its field and left out; the rest goes on', () => {
    const draft = withLimit('session-volume', { amount: '1.000' });
    const { isWhole, faults, content } = read(draft);
    expect([isWhole, Object.keys(faults)]).toEqual([false, ['limit session-volume cap']]);
    expect(content.limits).toHaveLength(LABEL.limits.length - 1);
  });

  test('a fault of the rules stands at its field, also behind a figure that cannot be read', () => {
    const draft = {
      ...withLimit('mass-24h', { amount: 'x' }),
      limits: withLimit('mass-24h', { amount: 'x' }).limits.map((limit) =>
        limit.id === 'session-volume' ? { ...limit, amount: '8' } : limit,
      ),
    };
    const { faults } = read(draft);
    expect(Object.keys(faults).toSorted()).toEqual(['limit mass-24h cap', 'limit session-volume source']);
    const { faults: plain } = read({ ...DRAFT, plain: { ...DRAFT.plain, usualDays: '2' } });
    expect(plain['plain usualDays']).toBe('The second number must not be the smaller one.');
  });

  test('an optional figure that is emptied is not said; half of one is asked for', () => {
    const emptied = { ...DRAFT.plain, pauseHours: '', secondsPerPuncture: '' };
    const { content, faults } = read({ ...DRAFT, plain: emptied });
    expect(Object.keys(faults)).toEqual(['plain secondsPerPuncture']);
    expect(content.breastfeedingPause).toEqual(BEFORE.breastfeedingPause);
    const whole = read({ ...DRAFT, plain: { ...DRAFT.plain, pauseHours: '' } });
    expect([whole.isWhole, whole.content.breastfeedingPause]).toEqual([true, null]);
  });

  test('a cap wider than the label is said with both numbers', () => {
    const { content } = read(withLimit('session-volume', { amount: '15', source: 'Agreed' }));
    const said = widerThanLabel(content, LABEL).map(widerText);
    expect(said).toEqual(['Volume, this session: 15\u00a0mL instead of 10\u00a0mL']);
  });
});

describe('the example patient', () => {
  const patient = { weightG: grams(70_000), isFirstSession: true, proneToHypersensitivity: false };

  test('70 kg at 2 mg/kg: 140 mg, and what that is of each strength, rounded down', () => {
    const mass = exampleOf(LABEL, patient).caps.find(({ limit }) => limit.id === 'mass-24h');
    expect(mass?.cap).toBe(140_000);
    expect(mass?.ofStrengths.map(({ volumeUl }) => volumeUl)).toEqual([56_000, 28_000, 14_000, 7_000, 4_666]);
  });

  test('the rule for people prone to hypersensitivity holds only for them, in the first session', () => {
    const holds = (over: object) =>
      exampleOf(LABEL, { ...patient, ...over }).caps.find(({ limit }) => limit.id === 'first-session-prone')
        ?.holds;
    expect(holds({})).toBe(false);
    expect(holds({ proneToHypersensitivity: true })).toBe(true);
    expect(holds({ proneToHypersensitivity: true, isFirstSession: false })).toBe(false);
  });

  test('the first injection is judged by the rule that judges a real one', () => {
    const tight = read(withLimit('injection-reticular', { amount: '0.2', source: 'Agreed' }));
    expect(exampleOf(LABEL, patient).firstInjection.verdict).toBe('clear');
    expect(exampleOf(tight.content, patient).firstInjection.passed.soft).toContain('injection-reticular');
  });

  test('the spacing shows in what would be proposed for 200 mm of a reticular vein', () => {
    const every = (mm: string) => ({
      ...DRAFT,
      strengths: DRAFT.strengths.map((rule) =>
        rule.veinKind === 'reticular' ? { ...rule, every: mm } : rule,
      ),
    });
    const punctures = (draft: ProfileDraft) =>
      exampleOf(read(draft).content, patient).proposals.find(({ vein }) => vein === 'reticular')?.dose
        ?.punctures;
    expect([punctures(DRAFT), punctures(every('50'))]).toEqual([6, 4]);
  });
});

describe('work on a profile that is not saved', () => {
  test('is there again after another page, and gone for the next person', () => {
    dropAllProfileEdits();
    openProfileEdit(BEFORE, LABEL, 1);
    expect(hasUnsavedProfile()).toBe(false);
    changeProfileDraft('harbour', (draft) => ({ ...draft, summary: 'Ours' }));
    closeProfileEdit();
    expect(hasUnsavedProfile()).toBe(true);
    openProfileEdit(BEFORE, LABEL, 1);
    expect(useProfileEdits.getState().edits['harbour']?.draft.summary).toBe('Ours');
    dropAllProfileEdits();
    expect(useProfileEdits.getState()).toMatchObject({ edits: {}, open: null });
  });

  test('is gone once it was saved or discarded', () => {
    openProfileEdit(BEFORE, LABEL, 1);
    changeProfileDraft('harbour', (draft) => ({ ...draft, summary: 'Ours' }));
    dropProfileEdit('harbour');
    expect(hasUnsavedProfile()).toBe(false);
    expect(useProfileEdits.getState().open).toBeNull();
  });
});
