import { describe, expect, it } from 'vitest';
import { changeLines, prettyJson } from '../../../../renderer/features/settings/audit-change.ts';
import { actionText } from '../../../../renderer/text/audit-text.ts';

const LOT = '6f0c2f52-7d5f-4a39-9a4c-3f6d0d6f8c11';
const UNKNOWN = '6f0c2f52-7d5f-4a39-9a4c-3f6d0d6f8c99';

const said = (after: unknown, before?: unknown) =>
  changeLines(
    {
      before: before === undefined ? null : JSON.stringify(before),
      after: after === undefined ? null : JSON.stringify(after),
    },
    { [LOT]: 'P4471K' },
  );

const words = (after: unknown, before?: unknown) =>
  said(after, before).map((line) => `${line.label}: ${line.before ?? ''}→${line.after ?? ''}`);

describe('an entry of the audit', () => {
  it('says volumes, masses, strengths, weights and days as people write them', () => {
    expect(
      words({
        volumeUl: 300,
        massUg: 3_000,
        strengthUgPerMl: 10_000,
        weightG: 63_500,
        heightMm: 1_520,
        onDate: '2021-05-06',
        active: true,
      }).map((line) => line.replaceAll('\u00a0', ' ')),
    ).toEqual([
      'volume: →0.3 mL',
      'mass: →3.0 mg',
      'strength: →1 %',
      'weight: →63.5 kg',
      'height: →152 cm',
      'day: →6 May 2021',
      'works here: →yes',
    ]);
  });

  it('shows only what differs where there was something before', () => {
    expect(
      words({ roles: ['nurse'], active: false }, { roles: ['nurse', 'surgeon'], active: false }),
    ).toEqual(['roles: nurse, surgeon→nurse']);
    expect(said({}, { room: 'Room 1' })).toEqual([{ label: 'room', before: 'Room 1', after: null }]);
  });

  it('names what an id stands for, and leaves unknown ones to the entry as it is stored', () => {
    expect(words({ lotId: LOT, veinId: UNKNOWN })).toEqual(['lot: →P4471K']);
  });

  it('says codes as words, also what a PIN was for', () => {
    expect(words({ purpose: 'limit/override', inARow: 3 })).toEqual([
      'PIN: →to pass a limit',
      'wrong in a row: →3',
    ]);
    expect(words({ kind: 'visual-disturbance' })).toEqual(['kind: →visual disturbance']);
  });

  it('opens one level of what lies inside, and calls veins by their labels', () => {
    expect(
      words({ dose: { form: 'liquid', volumeUl: 200 } }).map((line) => line.replaceAll('\u00a0', ' ')),
    ).toEqual(['form: →liquid', 'volume: →0.2 mL']);
    const vein = { leg: 'left', number: 4, kind: 'reticular' };
    expect(words({ veins: [vein, { ...vein, number: 5 }] })).toEqual(['veins: →L4, L5']);
    expect(words({ items: [{ punctures: 2 }] })).toEqual(['items: →1 entry']);
  });

  it('cuts what is long, and takes anything that may be stored', () => {
    expect(said({ note: 'x'.repeat(500) })[0]?.after?.length).toBeLessThan(90);
    expect(said(undefined)).toEqual([]);
    expect(said('text alone')).toEqual([]);
    expect(changeLines({ before: null, after: 'not json' }, {})).toEqual([]);
    expect(prettyJson('{"a":1}')).toBe('{\n  "a": 1\n}');
  });

  it('has words for its action, also for one that is new', () => {
    expect(actionText('pin/wrong')).toBe('Wrong PIN');
    expect(actionText('thing/be-done')).toBe('thing: be done');
  });
});
