import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../shared/kernel/time.ts';
import {
  readDate,
  readExpiry,
  readHeightMm,
  readSubstances,
  readWeightG,
} from '../../../renderer/text/read-fields.ts';

const today = calendarDate('2026-10-08');

describe('a day', () => {
  it.each(['14.03.1981', '14.3.1981', '14/3/81', '14-03-1981', '14 3 1981', ' 1981-03-14 ', '1981-3-14'])(
    'is understood as people write it: %s',
    (text) => {
      expect(readDate(text, today)).toBe('1981-03-14');
    },
  );

  it('takes two figures of a year as the latest such year', () => {
    expect(readDate('1.1.26', today)).toBe('2026-01-01');
    expect(readDate('1.1.27', today)).toBe('1927-01-01');
  });

  it.each(['', '31.02.2000', '14.13.1981', '1981', 'yesterday', '14.03.981', '2000-02-30'])(
    'is not guessed from %j',
    (text) => {
      expect(readDate(text, today)).toBeNull();
    },
  );
});

describe('weight and height', () => {
  it('take a comma or a point, with or without the unit', () => {
    expect(['44', '44.5', '44,5 kg', '102'].map(readWeightG)).toEqual([44_000, 44_500, 44_500, 102_000]);
    expect(['152', '152.5', '152,5 cm'].map(readHeightMm)).toEqual([1520, 1525, 1525]);
  });

  it('refuse what no patient weighs or measures, and finer figures than a scale gives', () => {
    expect(['4', '440', '19.9', '44.55', '-44', 'x', ''].map(readWeightG)).toEqual(Array(7).fill(null));
    expect(['15', '99', '251', '1.52', ''].map(readHeightMm)).toEqual(Array(5).fill(null));
  });
});

it('reads substances one by one, each once', () => {
  expect(readSubstances('penicillin, plaster;\n penicillin,, latex ')).toEqual([
    'penicillin',
    'plaster',
    'latex',
  ]);
});

describe('the end of a lot', () => {
  it('is the last day of the month on the box', () => {
    expect(['08/2027', '8.2027', '2027-08', '02/2028', '12/2027'].map(readExpiry)).toEqual([
      '2027-08-31',
      '2027-08-31',
      '2027-08-31',
      '2028-02-29',
      '2027-12-31',
    ]);
  });

  it('may be a day as well', () => {
    expect(['15.08.2027', '2027-08-15'].map(readExpiry)).toEqual(['2027-08-15', '2027-08-15']);
    expect(['13/2027', '', '2027'].map(readExpiry)).toEqual([null, null, null]);
  });
});
