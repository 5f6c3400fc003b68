import { describe, expect, it } from 'vitest';
import { assessDose } from '../../../shared/domain/dose/assess-dose.ts';
import { STRICTEST } from '../../../shared/domain/dose/profiles/strictest.ts';
import type { LedgerEntry } from '../../../shared/domain/dose/ledger.ts';
import { grams, microgramsPerMillilitre, microlitres } from '../../../shared/kernel/units.ts';
import {
  capText,
  gaugeWord,
  leftText,
  limitName,
  limitShortName,
  markBeside,
  sourceText,
} from '../../../renderer/text/limit-text.ts';

const onePercent = { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(10_000) } as const;
const entry = (volumeUl: number): LedgerEntry => ({
  ...onePercent,
  volumeUl: microlitres(volumeUl),
  leg: 'left',
  veinKind: 'reticular',
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** The gauge of the mass in 24 hours of the patient of 44 kg, who got so much of 1 % and is about to get some more. */
function massGauge(givenUl: number, candidateUl: number | null) {
  const { gauges } = assessDose({
    ledger: { session: [entry(givenUl)], earlierIn24h: [] },
    limits: STRICTEST.limits,
    patient: { weightG: grams(44_000), proneToHypersensitivity: false, isFirstSession: false },
    syringe: onePercent,
    candidate: candidateUl === null ? null : entry(candidateUl),
  });
  const gauge = gauges.find(({ limit }) => limit.id === 'mass-24h');
  if (!gauge) throw new Error('the profile lacks mass-24h');
  return gauge;
}

describe('a limit', () => {
  it('says what it limits and how the cap comes about', () => {
    const { limit } = massGauge(6_300, null);
    expect(plain(limitName(limit))).toBe('Polidocanol, 24 h');
    expect(plain(capText(limit, 44_000))).toBe('2 mg/kg × 44.0 kg');
    expect(plain(capText(limit, null))).toBe('2 mg/kg');
  });

  it('has a short name where the session is plain from the place', () => {
    const names = STRICTEST.limits.map((limit) => plain(limitShortName(limit)));
    expect(names).toContain('Volume');
    expect(names).toContain('Polidocanol, 24 h');
  });

  it('has a name of its own for each limit of a profile: width, form and first session are said', () => {
    const names = STRICTEST.limits.map((limit) => plain(limitName(limit)));
    expect(new Set(names).size).toBe(names.length - 1);
    expect(names).toEqual([
      'Polidocanol, 24 h',
      'Volume, this session',
      'Foam, this session',
      'Foam, 24 h',
      'Injections, first session',
      'Injections (varicose over 3 mm), first session',
      'Telangiectasia, per injection',
      'Reticular, per injection',
      'Varicose up to 3 mm, per injection',
      'Varicose, per injection',
      'Varicose over 3 mm, per injection, first session',
      'Foam into varicose, per injection',
      // The caution at 3 mL is a second line under the same volume.
      'Volume, this session',
    ]);
  });

  it('says what the injection would leave, also of the syringe in hand', () => {
    expect(plain(leftText(massGauge(6_300, 300), onePercent))).toBe('leaves 22.0 mg = 2.2 mL of 1 %');
  });

  it('speaks of one injection in the singular', () => {
    const limit = STRICTEST.limits.find(({ quantity }) => quantity === 'injections');
    if (!limit) throw new Error('the profile counts no injections');
    const gauge = { ...massGauge(0, null), limit, projected: 0, cap: 1 };
    expect(plain(leftText(gauge, null))).toBe('leaves 1 injection');
    expect(plain(leftText({ ...gauge, cap: 2 }, null))).toBe('leaves 2 injections');
    expect(plain(leftText({ ...gauge, projected: 2 }, null))).toBe('1 injection over');
  });

  it('says how much it would be over', () => {
    const gauge = massGauge(8_600, 300);
    expect(plain(leftText(gauge, onePercent))).toBe('1.0 mg over');
    expect(gaugeWord(gauge)).toBe('hard-passed');
  });

  it('says when nothing is left, and when it gets near', () => {
    expect(leftText(massGauge(8_600, 200), onePercent)).toBe('nothing left');
    expect(gaugeWord(massGauge(8_600, 200))).toBe('at-limit');
    expect(gaugeWord(massGauge(7_040, null))).toBe('room');
    expect(gaugeWord(massGauge(7_041, null))).toBe('near');
  });
});

describe('the source of a figure', () => {
  it('says that it is the clinic’s own once, and of others how well they are supported', () => {
    const own = { text: "The clinic's patient information: a few weeks", mark: 'clinic' } as const;
    expect(sourceText(own)).toBe(own.text);
    expect(markBeside(own)).toBeNull();
    expect(sourceText({ text: 'Told at a congress', mark: 'clinic' })).toBe(
      'Told at a congress (the clinic’s own)',
    );
    expect(markBeside({ text: 'Asclera label', mark: 'confirmed' })).toBe('read in the source');
  });

  it('takes a word that only sounds like it for no clinic', () => {
    expect(markBeside({ text: 'A subclinical finding', mark: 'clinic' })).toBe('the clinic’s own');
  });
});
