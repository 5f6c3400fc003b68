import { expect, it } from 'vitest';
import { changeText } from '../../../../renderer/features/settings/audit-change.ts';

it('shows what a row holds without ids and gauges', () => {
  const row = {
    id: '6f0c2f52-7d5f-4a39-9a4c-3f6d0d6f8c11',
    number: 22,
    needle: '30 G',
    assessment: { gauges: [] },
    dose: { form: 'liquid' },
  };
  expect(changeText(JSON.stringify(row))).toBe('number 22 · needle 30 G · dose {"form":"liquid"}');
});

it('cuts what is long, and takes anything', () => {
  expect(changeText(JSON.stringify({ note: 'x'.repeat(500) })).length).toBeLessThan(60);
  expect(changeText(null)).toBe('–');
  expect(changeText('not json')).toBe('not json');
});
