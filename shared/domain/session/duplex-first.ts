import type { VeinId } from '../../kernel/ids.ts';
import { anchorOf } from '../leg-map/measure.ts';
import { regionOf, type Region } from '../leg-map/region.ts';
import { RETICULAR_MAX_MM } from '../leg-map/vein-kind.ts';
import type { Vein } from '../leg-map/vein.ts';
import type { Assessment, CeapClass } from '../patient/assessment.ts';

/** Why a vein wants duplex ultrasound before it is injected. */
export type DuplexReason = 'wider-than-reticular' | 'ankle-fan' | 'class-of-leg';

/** A vein, and why it wants duplex first. */
export interface DuplexNeed {
  readonly veinId: VeinId;
  readonly because: DuplexReason;
}

/** Where a fan of fine veins is a corona phlebectatica: the inner and outer ankle and foot (CEAP 2020: C4c). */
const CORONA_REGIONS: readonly Region[] = [
  'medial-malleolus',
  'lateral-malleolus',
  'foot-medial',
  'foot-lateral',
];
/** Classes in which reflux need not be looked for as a rule. */
const WITHOUT_DUPLEX: readonly CeapClass[] = ['C0', 'C1'];

/**
 * The veins that want duplex before they are injected while the case has no findings of it: those wider than reticular ones, a fan
 * at the ankle, and any vein of a leg of class C2 or more (IAC 2020: reflux ultrasound always from C2 on). Empty once there are
 * findings, whatever they say: to judge them is the surgeon's.
 */
export function duplexNeeds(
  due: readonly Vein[],
  assessment: Pick<Assessment, 'duplexFindings' | 'legs'> | null,
): readonly DuplexNeed[] {
  if (hasFindings(assessment)) return [];
  return due.flatMap((vein): readonly DuplexNeed[] => {
    const because = reasonOf(vein, assessment?.legs[vein.leg].ceap ?? null);
    return because === null ? [] : [{ veinId: vein.id, because }];
  });
}

function hasFindings(assessment: Pick<Assessment, 'duplexFindings'> | null): boolean {
  return (assessment?.duplexFindings ?? '').trim() !== '';
}

function reasonOf(vein: Vein, ceap: CeapClass | null): DuplexReason | null {
  if (vein.kind === 'varicose' || vein.diameterMm > RETICULAR_MAX_MM) return 'wider-than-reticular';
  const isFan = vein.pattern === 'web' && CORONA_REGIONS.includes(regionOf(anchorOf(vein), vein));
  if (isFan) return 'ankle-fan';
  return ceap !== null && !WITHOUT_DUPLEX.includes(ceap) ? 'class-of-leg' : null;
}
