import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate, instantOf } from '../../../shared/kernel/time.ts';
import { microgramsPerMillilitre } from '../../../shared/kernel/units.ts';
import {
  ageText,
  clockText,
  dateText,
  heightText,
  legsText,
  longDateText,
  mg,
  mgText,
  mlEntered,
  mlExactText,
  mlTotal,
  monthText,
  nameText,
  percentOf,
  preparationText,
  strengthMgPerMlText,
  strengthText,
  weekdayDateText,
  weightText,
} from '../../../renderer/text/format.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('volumes', () => {
  it('shows an injection as it was entered', () => {
    expect([50, 100, 150, 300, 2000, 10_000, 325].map(mlEntered)).toEqual([
      '0.05',
      '0.1',
      '0.15',
      '0.3',
      '2',
      '10',
      '0.325',
    ]);
  });

  it('shows what one vein gets to the last microlitre', () => {
    expect([100, 150, 2_000, 2_100, 325].map(mlExactText)).toEqual(
      ['0.1', '0.15', '2.0', '2.1', '0.325'].map((ml) => `${ml}\u00a0mL`),
    );
  });

  it('shows totals with one decimal', () => {
    expect([0, 8200, 10_000, 6600].map((ul) => mlTotal(ul))).toEqual(['0.0', '8.2', '10.0', '6.6']);
  });

  it('rounds what was given up and what is left down', () => {
    expect(mlTotal(6_250)).toBe('6.3');
    expect(mlTotal(6_250, 'down')).toBe('6.2');
    expect(mg(87_950, 'down')).toBe('87.9');
    expect(mg(88_001)).toBe('88.1');
  });

  it('never shows more left than there is, nor less given than was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (ug) => {
        // Tenths of a milligram, compared as whole numbers.
        const tenths = (text: string) => Number(text.replace('.', ''));
        expect(tenths(mg(ug, 'down')) * 100).toBeLessThanOrEqual(ug);
        expect(tenths(mg(ug)) * 100).toBeGreaterThanOrEqual(ug);
        expect(tenths(mg(ug)) - tenths(mg(ug, 'down'))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('reads back every volume it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), (ul) => {
        const [whole = '', rest = ''] = mlEntered(ul).split('.');
        expect(Number(whole) * 1000 + Number(rest.padEnd(3, '0'))).toBe(ul);
      }),
    );
  });
});

describe('other amounts', () => {
  it('writes the unit with every number', () => {
    expect(plain(mgText(66_000))).toBe('66.0 mg');
    expect(plain(weightText(44_000))).toBe('44.0 kg');
    expect(plain(heightText(1520))).toBe('152 cm');
    expect(plain(heightText(1525))).toBe('152.5 cm');
  });

  it('writes strengths in percent and in mg/mL', () => {
    expect([2_500, 5_000, 10_000, 20_000, 30_000].map((s) => plain(strengthText(s)))).toEqual([
      '0.25 %',
      '0.5 %',
      '1 %',
      '2 %',
      '3 %',
    ]);
    expect(plain(strengthMgPerMlText(2_500))).toBe('2.5 mg/mL');
    expect(plain(strengthMgPerMlText(10_000))).toBe('10 mg/mL');
  });

  it('says of what foam is made', () => {
    const strengthUgPerMl = microgramsPerMillilitre(10_000);
    expect(plain(preparationText({ form: 'foam', strengthUgPerMl, gasParts: 4 }))).toBe('1 % foam 1 + 4');
    expect(plain(preparationText({ form: 'liquid', strengthUgPerMl }))).toBe('1 %');
  });

  it('rounds percent of a cap down', () => {
    expect(percentOf(87_999, 88_000)).toBe(99);
    expect(percentOf(88_000, 88_000)).toBe(100);
    expect(percentOf(89_000, 88_000)).toBe(101);
    expect(percentOf(1, 0)).toBe(0);
  });
});

describe('days, names and legs', () => {
  it('writes days the way the clinic says them', () => {
    const day = calendarDate('2026-10-08');
    expect(dateText(day)).toBe('8 Oct 2026');
    expect(weekdayDateText(day)).toBe('Thu 8 Oct');
    expect(longDateText(day)).toBe('Thursday 8 October 2026');
    expect(monthText(day)).toBe('10/2026');
  });

  it('shows the time of the clock on the wall', () => {
    const instant = instantOf(new Date(2026, 9, 8, 9, 36, 21).getTime());
    expect(clockText(instant)).toBe('09:36');
  });

  it('counts a birthday on the day itself', () => {
    const born = calendarDate('1981-03-14');
    expect(plain(ageText(born, calendarDate('2026-03-13')))).toBe('44 y');
    expect(plain(ageText(born, calendarDate('2026-03-14')))).toBe('45 y');
  });

  it('puts the family name first, in capitals', () => {
    expect(nameText({ familyName: 'Müller', givenName: 'Sabine' })).toBe('MÜLLER, Sabine');
  });

  it('never abbreviates the side', () => {
    expect(legsText(['left'])).toBe('LEFT leg');
    expect(legsText(['right', 'left'])).toBe('BOTH legs');
  });
});
