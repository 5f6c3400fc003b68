import { microlitres } from '../../kernel/units.ts';
import { countsDose } from '../dose/assess-dose.ts';
import type { LabelProfile, StrengthRule } from '../dose/label-profile.ts';
import { FORMS, type Form, type Preparation } from '../dose/ledger.ts';
import { strengthRulesFor, type VeinForLabel } from '../dose/off-label.ts';
import type { Region } from '../leg-map/region.ts';
import type { PlanItem } from './plan.ts';

/** What is meant to be given into a vein, before it stands in a session. */
export type PlannedDose = Pick<PlanItem, 'preparation' | 'punctures' | 'volumePerPunctureUl'>;

export interface DoseProposalInput {
  readonly vein: VeinForLabel;
  /** Of a line, or the longer side of a web. */
  readonly lengthMm: number;
  /** Of a web; null for a line. */
  readonly areaMm2: number | null;
  /** At the ankle and the foot less is proposed. */
  readonly region?: Region;
  readonly profile: Pick<LabelProfile, 'strengths' | 'limits'>;
  /** Liquid if nothing is said. */
  readonly form?: Form;
}

const MOST_PUNCTURES = 99;
/** One part of liquid and four of gas. */
const USUAL_GAS_PARTS = 4;

/** The labels warn of arteries close under the skin here: weakest solution, 0.1 mL in a place, webs half as dense. */
const ANKLE_REGIONS: readonly Region[] = [
  'ankle-anterior',
  'medial-malleolus',
  'ankle-posterior',
  'lateral-malleolus',
  'foot-dorsum',
  'foot-medial',
  'heel',
  'foot-lateral',
];
const ANKLE_VOLUME_UL = 100;
const ANKLE_WEB_SPACING = 2;

/**
 * A dose to begin with for a vein, from the profile's rule for its kind and pattern; never more in one place than the profile
 * allows. Null where the label has nothing for such a vein: then it is the surgeon's to choose.
 */
export function proposeDose(input: DoseProposalInput): PlannedDose | null {
  const { vein, profile, form = 'liquid' } = input;
  const rule = strengthRulesFor(profile, vein, form)[0];
  if (!rule) return null;
  const atAnkle = input.region !== undefined && ANKLE_REGIONS.includes(input.region);
  const strengthUgPerMl = atAnkle ? lowest(rule) : rule.proposedUgPerMl;
  const preparation: Preparation =
    form === 'foam' ? { form, strengthUgPerMl, gasParts: USUAL_GAS_PARTS } : { form, strengthUgPerMl };
  const wishedUl = atAnkle ? Math.min(ANKLE_VOLUME_UL, rule.proposedVolumeUl) : rule.proposedVolumeUl;
  return {
    preparation,
    punctures: puncturesFor(rule, input, atAnkle),
    volumePerPunctureUl: microlitres(Math.min(wishedUl, mostInOnePlaceUl(input, form))),
  };
}

/** The doses to choose from for a vein, one for each form that the label foresees for it: liquid first. */
export function doseChoices(input: Omit<DoseProposalInput, 'form'>): readonly PlannedDose[] {
  return FORMS.flatMap((form) => proposeDose({ ...input, form }) ?? []);
}

function puncturesFor(rule: StrengthRule, { vein, lengthMm, areaMm2 }: DoseProposalInput, atAnkle: boolean) {
  const isArea = vein.pattern === 'web' && areaMm2 !== null;
  const extent = isArea ? areaMm2 : lengthMm;
  const every = isArea && atAnkle ? rule.punctureEvery * ANKLE_WEB_SPACING : rule.punctureEvery;
  return Math.min(MOST_PUNCTURES, Math.max(1, Math.ceil(extent / every)));
}

function lowest(rule: StrengthRule) {
  return rule.strengthsUgPerMl.reduce(
    (least, strength) => (strength < least ? strength : least),
    rule.proposedUgPerMl,
  );
}

/** The smallest cap on a single injection of this form into this kind of vein, in µL. */
function mostInOnePlaceUl({ vein, profile }: DoseProposalInput, form: Form): number {
  const caps = profile.limits
    .filter(({ window, quantity, cap }) => {
      const isVolume = quantity === 'total-volume' || quantity === `${form}-volume`;
      return window === 'injection' && isVolume && cap.per === 'person';
    })
    .filter((limit) => countsDose(limit, { form, veinKind: vein.kind, diameterMm: vein.diameterMm ?? null }))
    .map(({ cap }) => cap.amount);
  return Math.min(...caps, Number.MAX_SAFE_INTEGER);
}
