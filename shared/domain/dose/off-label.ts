import type { Vein } from '../leg-map/vein.ts';
import { isInRange, type LabelProfile, type StrengthRule } from './label-profile.ts';
import type { Form, Preparation } from './ledger.ts';

/** What of a vein decides which rules of a label hold for it. */
export interface VeinForLabel {
  readonly kind: Vein['kind'];
  readonly pattern: Vein['pattern'];
  /** Absent: not known; then the rules for every width are taken. */
  readonly diameterMm?: number;
  /** The central vein of spider veins; absent: no. */
  readonly isCentral?: boolean;
}

/** A vein of a map as a label sees it: central if others of its kind are fed from it. */
export function veinForLabel(
  vein: Pick<Vein, 'id' | 'kind' | 'pattern' | 'diameterMm'>,
  veins: readonly Pick<Vein, 'kind' | 'feederId'>[],
): VeinForLabel {
  const { id, kind, pattern, diameterMm } = vein;
  const isCentral = veins.some((other) => other.feederId === id && other.kind === kind);
  return { kind, pattern, diameterMm, isCentral };
}

/**
 * What a label foresees for a vein in a form, what is made for central veins first; empty where it foresees nothing (foam into
 * spider veins, say).
 */
export function strengthRulesFor(
  profile: Pick<LabelProfile, 'strengths'>,
  vein: VeinForLabel,
  form: Form,
): readonly StrengthRule[] {
  const holding = profile.strengths.filter((rule) => rule.form === form && isFor(rule, vein));
  const isMadeForCentral = (rule: StrengthRule) => rule.centralVeinOnly === true;
  return [...holding.filter(isMadeForCentral), ...holding.filter((rule) => !isMadeForCentral(rule))];
}

function isFor(rule: StrengthRule, { kind, pattern, diameterMm, isCentral = false }: VeinForLabel): boolean {
  if (rule.veinKind !== kind || (rule.pattern !== 'any' && rule.pattern !== pattern)) return false;
  if (rule.centralVeinOnly === true && !isCentral) return false;
  return rule.diameterMm === undefined || diameterMm === undefined || isInRange(rule.diameterMm, diameterMm);
}

/** Why a preparation is outside the label for a vein. */
export type OffLabelReason =
  'foam-not-for-this-vein' | 'vein-not-in-label' | 'too-strong' | 'strength-not-in-label';

/**
 * Whether a label does not foresee a preparation for a vein, and why; null if it does. To be shown as a caution and never as a block:
 * what is outside a licence may be right for a patient, and that is the surgeon's to judge. The limits on amounts hold all the same.
 */
export function offLabelReason(
  profile: Pick<LabelProfile, 'strengths'>,
  vein: VeinForLabel,
  preparation: Preparation,
): OffLabelReason | null {
  const rules = strengthRulesFor(profile, vein, preparation.form);
  if (rules.length === 0) {
    const asLiquid = strengthRulesFor(profile, vein, 'liquid').length > 0;
    return preparation.form === 'foam' && asLiquid ? 'foam-not-for-this-vein' : 'vein-not-in-label';
  }
  const strengths = rules.flatMap((rule) => rule.strengthsUgPerMl);
  if (strengths.includes(preparation.strengthUgPerMl)) return null;
  return preparation.strengthUgPerMl > Math.max(...strengths) ? 'too-strong' : 'strength-not-in-label';
}

/** Whether a label does not foresee a preparation for a vein. */
export function isOffLabel(
  profile: Pick<LabelProfile, 'strengths'>,
  vein: VeinForLabel,
  preparation: Preparation,
): boolean {
  return offLabelReason(profile, vein, preparation) !== null;
}
