import type { VeinKind, VeinPattern } from '../leg-map/vein.ts';
import type { LabelProfile, StrengthRule } from './label-profile.ts';
import type { Form, Preparation } from './ledger.ts';

/** What a label foresees for a kind and pattern of vein in a form; empty where it foresees nothing (foam into spider veins, say). */
export function strengthRulesFor(
  profile: Pick<LabelProfile, 'strengths'>,
  veinKind: VeinKind,
  pattern: VeinPattern,
  form: Form,
): readonly StrengthRule[] {
  return profile.strengths.filter(
    (rule) =>
      rule.veinKind === veinKind &&
      rule.form === form &&
      (rule.pattern === pattern || rule.pattern === 'any'),
  );
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
  veinKind: VeinKind,
  pattern: VeinPattern,
  preparation: Preparation,
): OffLabelReason | null {
  const rules = strengthRulesFor(profile, veinKind, pattern, preparation.form);
  if (rules.length === 0) {
    const asLiquid = strengthRulesFor(profile, veinKind, pattern, 'liquid').length > 0;
    return preparation.form === 'foam' && asLiquid ? 'foam-not-for-this-vein' : 'vein-not-in-label';
  }
  const strengths = rules.flatMap((rule) => rule.strengthsUgPerMl);
  if (strengths.includes(preparation.strengthUgPerMl)) return null;
  return preparation.strengthUgPerMl > Math.max(...strengths) ? 'too-strong' : 'strength-not-in-label';
}

/** Whether a label does not foresee a preparation for a vein. */
export function isOffLabel(
  profile: Pick<LabelProfile, 'strengths'>,
  veinKind: VeinKind,
  pattern: VeinPattern,
  preparation: Preparation,
): boolean {
  return offLabelReason(profile, veinKind, pattern, preparation) !== null;
}
