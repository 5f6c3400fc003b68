import { expect, test } from 'vitest';
import { isDone, type MapNotice } from '../../../renderer/features/map/edit-notice.ts';
import { noticeText } from '../../../renderer/text/edit-notice-text.ts';

test.each<[MapNotice, string]>([
  [{ code: 'beside-leg' }, 'Nothing drawn: begin on the leg.'],
  [{ code: 'branch-elsewhere' }, 'Nothing drawn: a branch lies on the same view as its line.'],
  [{ code: 'has-injections', labels: ['L2', 'L5'] }, 'L2, L5: injected, and so kept on the map as recorded.'],
  [{ code: 'mirrored', count: 2, leg: 'right' }, 'Mirrored to the RIGHT leg: 2 items.'],
  [{ code: 'copied', count: 1 }, 'Copied: 1 item.'],
  [{ code: 'fed', label: 'L3', feeder: 'L1' }, 'L3 is fed by L1.'],
])('%o is said in plain words', (notice, words) => {
  expect(noticeText(notice)).toBe(words);
});

test('what was done looks unlike what was refused', () => {
  expect(isDone({ code: 'copied', count: 1 })).toBe(true);
  expect(isDone({ code: 'feeder-circle' })).toBe(false);
});
