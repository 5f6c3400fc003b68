import { expect, test } from 'vitest';
import type { AftercareDraft } from '../../../../renderer/features/settings/profile-editor/aftercare-draft.ts';
import {
  profileDraftOf,
  readDraft,
} from '../../../../renderer/features/settings/profile-editor/profile-draft.ts';
import { figureFields } from '../../../../renderer/text/profile-text.ts';
import { compareProfiles } from '../../../../shared/domain/dose/compare-profiles.ts';
import { SHIPPED_PROFILES } from '../../../../shared/domain/dose/profiles/index.ts';
import { USUAL_AFTERCARE } from '../../../../shared/domain/session/aftercare.ts';

const [LABEL] = SHIPPED_PROFILES;
if (!LABEL) throw new Error('nothing is shipped');
const BEFORE = { ...LABEL, id: 'harbour', name: 'Harbour', copiedFrom: { id: LABEL.id, version: 1 } };
const EDITED = { before: BEFORE, label: LABEL };
const DRAFT = profileDraftOf(BEFORE, LABEL);
const [WALK, ...OTHERS] = DRAFT.aftercare.points;
if (!WALK) throw new Error('nothing is usual');

const read = (aftercare: Partial<AftercareDraft>) =>
  readDraft({ ...DRAFT, aftercare: { ...DRAFT.aftercare, ...aftercare } }, EDITED);

test('begins with what is usual, and says nothing of it while that stands', () => {
  expect(DRAFT.aftercare.points).toHaveLength(USUAL_AFTERCARE.points.length);
  expect(read({}).content.aftercare).toBeUndefined();
});

test('another day, another word or a point less is the clinic’s own, and needs its source', () => {
  const points = [{ ...WALK, days: '2' }, ...OTHERS];
  expect(read({ points }).faults).toEqual({
    'aftercare source': 'The clinic changed this: say where the figure comes from.',
  });
  const { faults, content } = read({ points: OTHERS, source: 'Agreed in November' });
  expect(faults).toEqual({});
  expect(content.aftercare).toMatchObject({
    points: USUAL_AFTERCARE.points.slice(1),
    source: { text: 'Agreed in November', mark: 'clinic' },
  });
  const [change] = compareProfiles(BEFORE, content);
  const words = change?.after ? figureFields(change.after)[0]?.text : '';
  expect(words).toContain('No waxing (28 days)');
  expect(words).not.toContain('Walk 10');
});

test('a point without words, days that are none, and no point at all stand at their fields', () => {
  const own = { id: 'own-1', text: ' ', days: '', foamOnly: false };
  const source = 'Agreed in November';
  expect(Object.keys(read({ points: [WALK, own], source }).faults)).toEqual(['aftercare own-1 text']);
  const days = { ...own, text: 'No sauna', days: 'two' };
  expect(Object.keys(read({ points: [days], source }).faults)).toEqual(['aftercare own-1 days']);
  expect(Object.keys(read({ points: [], source }).faults)).toEqual(['aftercare']);
});

test('goes into the form and comes out unchanged', () => {
  const points = [{ id: 'own-1', text: 'No sauna', days: 21, foamOnly: true }];
  const before = { ...BEFORE, aftercare: { points, source: { text: 'Ours', mark: 'clinic' as const } } };
  const draft = profileDraftOf(before, LABEL);
  expect(readDraft(draft, { before, label: LABEL }).content.aftercare).toEqual(before.aftercare);
});
