import { describe, expect, it } from 'vitest';
import {
  slipAgainstPlan,
  slipOfInjection,
  slipOfPuncture,
} from '../../../../shared/domain/dose/dose-slip.ts';
import { isWider, withTighterCaps } from '../../../../shared/domain/dose/tighter-caps.ts';
import type { UsualDose } from '../../../../shared/domain/dose/usual-dose.ts';
import { microlitres } from '../../../../shared/kernel/units.ts';
import { patientOf, shipped } from './examples.ts';

const against = (volumeUl: number, plannedUl: number) =>
  slipAgainstPlan(microlitres(volumeUl), microlitres(plannedUl))?.direction ?? null;

const reticularLine = { veinKind: 'reticular', veinPattern: 'line', form: 'liquid' } as const;
/** 0.3 mL per 35 mm. */
const usual: UsualDose = { ...reticularLine, samples: 10, volumeUl: 300, extent: 35 };

describe('a volume beside what is planned for the puncture', () => {
  it.each([
    [3_000, 300, 'more'],
    [1_500, 300, 'more'],
    [1_490, 300, null],
    [300, 300, null],
    [50, 300, null],
    [31, 300, null],
    [30, 300, 'less'],
    [10, 300, 'less'],
  ])('%i µL for %i planned: %s', (volumeUl, plannedUl, direction) => {
    expect(against(volumeUl, plannedUl)).toBe(direction);
  });
});

describe('a volume beside what this person usually gives', () => {
  const slip = (volumeUl: number, custom: UsualDose) =>
    slipOfPuncture(volumeUl, reticularLine, [custom])?.direction ?? null;

  it('is a slip from five times on, and never for being little', () => {
    expect([3_000, 1_500, 1_490, 10].map((volumeUl) => slip(volumeUl, usual))).toEqual([
      'more',
      'more',
      null,
      null,
    ]);
  });

  it('is held against ten veins at least', () => {
    expect(slip(3_000, { ...usual, samples: 9 })).toBeNull();
  });

  it('is not held against another kind, pattern or form', () => {
    expect(slip(3_000, { ...usual, veinKind: 'telangiectasia' })).toBeNull();
    expect(slip(3_000, { ...usual, veinPattern: 'web' })).toBeNull();
    expect(slip(3_000, { ...usual, form: 'foam' })).toBeNull();
  });

  it('is asked for only where nothing is planned', () => {
    const found = (plannedUl: number | null) =>
      slipOfInjection({
        volumeUl: microlitres(3_000),
        plannedUl: plannedUl === null ? null : microlitres(plannedUl),
        vein: reticularLine,
        usual: [usual],
      })?.against;
    expect([found(300), found(2_000), found(null)]).toEqual(['plan', undefined, 'usual']);
  });
});

describe("a surgeon's tighter cap", () => {
  const patient = patientOf(60);
  const { limits } = shipped('strictest');
  const capsWith = (...caps: Parameters<typeof withTighterCaps>[1]) =>
    new Map(withTighterCaps(limits, caps, patient).map(({ id, cap }) => [id, cap]));

  it('holds for the person, whatever the weight', () => {
    const caps = capsWith({ limitId: 'mass-24h', amount: 50_000 });
    expect(caps.get('mass-24h')).toEqual({ per: 'person', amount: 50_000 });
    expect(caps.get('session-volume')).toEqual({ per: 'person', amount: 10_000 });
  });

  it('never widens what the label has for this patient', () => {
    expect(capsWith({ limitId: 'mass-24h', amount: 120_001 }).get('mass-24h')).toEqual({
      per: 'kilogram',
      amount: 2_000,
    });
  });

  it('is the tightest of several', () => {
    const caps = capsWith(
      { limitId: 'session-volume', amount: 4_000 },
      { limitId: 'session-volume', amount: 3_000 },
      { limitId: 'session-volume', amount: 5_000 },
    );
    expect(caps.get('session-volume')?.amount).toBe(3_000);
    expect(caps.get('mass-24h')).toEqual({ per: 'kilogram', amount: 2_000 });
  });

  it('is wider from one microgram more on, and not at the same amount', () => {
    const mass = limits.find(({ id }) => id === 'mass-24h');
    if (!mass) throw new Error('no cap on mass');
    expect(isWider(mass, 120_000, patient)).toBe(false);
    expect(isWider(mass, 120_001, patient)).toBe(true);
  });
});
