import { assessDose, type Gauge } from '../../../shared/domain/dose/assess-dose.ts';
import { slipAgainstPlan, slipOfVein, type DoseSlip } from '../../../shared/domain/dose/dose-slip.ts';
import type { Preparation } from '../../../shared/domain/dose/ledger.ts';
import { offLabelReason, type OffLabelReason } from '../../../shared/domain/dose/off-label.ts';
import { extentOf, type UsualDose } from '../../../shared/domain/dose/usual-dose.ts';
import { parseVolumeMl, type VolumeEntryFailure } from '../../../shared/domain/dose/volume-entry.ts';
import type { LabelProfile } from '../../../shared/domain/dose/label-profile.ts';
import { doseDifference, type DoseDifference } from '../../../shared/domain/plan/dose-difference.ts';
import { dosePatientOf } from '../../../shared/domain/plan/plan-situation.ts';
import { microlitres } from '../../../shared/kernel/units.ts';
import type { PlanCard } from './plan-cards.ts';
import type { ItemDose } from './plan-draft.ts';
import type { PlanFacts } from './plan-facts.ts';

/** A dose as it is being typed. */
export interface DoseEntry {
  readonly preparation: Preparation;
  readonly punctures: number;
  /** Of one puncture, as it stands in the field. */
  readonly volume: string;
}

/** What is to be said of a dose before it is saved. */
export interface JudgedDose {
  /** Null: the volume cannot be read, see `failure`. */
  readonly dose: ItemDose | null;
  readonly failure: VolumeEntryFailure | null;
  readonly offLabel: OffLabelReason | null;
  /** Every limit on a single injection that holds for such a vein, with this volume. */
  readonly perInjection: readonly Gauge[];
  /** What is proposed in this form, or else in the first that is foreseen; null where nothing is. */
  readonly proposed: ItemDose | null;
  /** Null where it is as proposed, where nothing is proposed, or the volume cannot be read. */
  readonly difference: DoseDifference | null;
  /** A volume that looks like a decimal point in the wrong place; the gravest first. */
  readonly slips: readonly DoseSlip[];
}

/** Holds a dose against label, limits on one injection, proposal and one's own custom. Without custom (`usual` empty) that part is left out. */
export function judgeDose(
  entry: DoseEntry,
  card: PlanCard,
  facts: PlanFacts,
  usual: readonly UsualDose[],
): JudgedDose {
  const { profile } = facts.view;
  const parsed = parseVolumeMl(entry.volume);
  const { preparation, punctures } = entry;
  const dose = parsed.ok ? { preparation, punctures, volumePerPunctureUl: parsed.value } : null;
  const proposed = choiceFor(card, preparation.form);
  return {
    dose,
    failure: parsed.ok ? null : parsed.error,
    offLabel: offLabelReason(profile, card.forLabel, preparation),
    perInjection: dose ? perInjection(dose, card, facts, profile) : [],
    proposed,
    difference: dose && proposed && doseDifference(dose, proposed),
    slips: dose ? slipsOf(dose, card, usual) : [],
  };
}

function perInjection(
  dose: ItemDose,
  { vein }: PlanCard,
  facts: PlanFacts,
  profile: Pick<LabelProfile, 'limits'>,
): readonly Gauge[] {
  const limits = profile.limits.filter(
    ({ window, cap }) => window === 'injection' && (cap.per === 'person' || facts.weightG !== null),
  );
  const candidate = {
    ...dose.preparation,
    volumeUl: dose.volumePerPunctureUl,
    leg: vein.leg,
    veinKind: vein.kind,
    diameterMm: vein.diameterMm,
  };
  const ledger = { session: [], earlierIn24h: [] };
  return assessDose({ ledger, limits, patient: dosePatientOf(facts, false), syringe: null, candidate })
    .gauges;
}

function choiceFor({ choices }: PlanCard, form: Preparation['form']): ItemDose | null {
  return choices.find(({ preparation }) => preparation.form === form) ?? choices[0] ?? null;
}

function slipsOf(dose: ItemDose, card: PlanCard, usual: readonly UsualDose[]): readonly DoseSlip[] {
  const { vein, measures } = card;
  const proposed = choiceFor(card, dose.preparation.form);
  const sameForm = proposed && proposed.preparation.form === dose.preparation.form;
  const byVein = slipOfVein(
    {
      veinKind: vein.kind,
      veinPattern: vein.pattern,
      form: dose.preparation.form,
      volumeUl: dose.punctures * dose.volumePerPunctureUl,
      extent: extentOf(measures),
    },
    usual,
  );
  const byProposal = sameForm
    ? slipAgainstPlan(dose.volumePerPunctureUl, proposed.volumePerPunctureUl)
    : null;
  return [byProposal, byVein].filter((slip) => slip !== null);
}

/** What the person who plans usually gives to such a vein; null where too little is known, or the form is another. */
export function customOf(
  card: PlanCard,
  form: Preparation['form'],
  usual: readonly UsualDose[],
): UsualDose | null {
  const { kind, pattern } = card.vein;
  return (
    usual.find(
      (each) =>
        each.veinKind === kind && each.veinPattern === pattern && each.form === form && each.extent > 0,
    ) ?? null
  );
}

/** µL to a centimetre of a line (a square centimetre of a web), to the nearest; null for a vein without extent. To be shown only. */
export function ulPerCm(volumeUl: number, extent: number, isWeb: boolean): number | null {
  return extent <= 0 ? null : Math.round((volumeUl * (isWeb ? 100 : 10)) / extent);
}

/** All of a dose, in µL. */
export function totalUlOf({ punctures, volumePerPunctureUl }: ItemDose): number {
  return microlitres(punctures * volumePerPunctureUl);
}
