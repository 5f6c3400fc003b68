import { totalsOf } from '../../shared/domain/dose/arithmetic.ts';
import { assessDose, type DoseAssessment } from '../../shared/domain/dose/assess-dose.ts';
import type { LabelProfile } from '../../shared/domain/dose/label-profile.ts';
import type { Dose, LedgerEntry } from '../../shared/domain/dose/ledger.ts';
import type { DoseVector } from './vector-file.ts';

/** What a dose case expects and does not get, in words; empty if it passes. */
export function differencesOfDose(vector: DoseVector, profile: LabelProfile): readonly string[] {
  const { expect } = vector;
  const assessment = assessDose({
    ledger: {
      session: vector.injections.map(atSomeSite),
      earlierIn24h: vector.earlierIn24h.map(atSomeSite),
    },
    limits: profile.limits,
    patient: { weightG: vector.weightGrams, proneToHypersensitivity: false, isFirstSession: false },
    syringe: vector.candidate ?? null,
    candidate: null,
  });
  return [
    ...(expect.totals ? differing('totals', expect.totals, { ...totalsOf(vector.injections) }) : []),
    ...Object.entries(expect.limits).flatMap(([id, limit]) => differing(id, limit, gaugeIn(assessment, id))),
    ...(expect.next ? differing('next', expect.next, nextIn(assessment)) : []),
  ];
}

/** The cases say nothing of legs and kinds of vein, and none of the limits in them asks. */
function atSomeSite(dose: Dose): LedgerEntry {
  return { ...dose, leg: 'right', veinKind: null };
}

function gaugeIn({ gauges }: DoseAssessment, id: string) {
  const gauge = gauges.find(({ limit }) => limit.id === id);
  return gauge && { cap: gauge.cap, used: gauge.used, left: gauge.left, state: gauge.usedState };
}

function nextIn({ leftOfSyringeUl, bindingLimitId }: DoseAssessment) {
  return { leftUl: leftOfSyringeUl, binds: bindingLimitId };
}

type Figures = Readonly<Record<string, string | number | null>>;

function differing(what: string, expected: Figures, actual: Figures | undefined): readonly string[] {
  if (!actual) return [`${what} is not a limit of this profile`];
  return Object.entries(expected)
    .filter(([key, value]) => actual[key] !== value)
    .map(([key, value]) => `${what}.${key} is ${String(actual[key])}, expected ${String(value)}`);
}
