import type { PlannedDose } from './propose-dose.ts';

/** How a dose differs from the proposed one; amounts are more (positive) or less (negative) than proposed, in whole µL. */
export interface DoseDifference {
  readonly totalUl: number;
  readonly punctures: number;
  readonly perPunctureUl: number;
  /** The strength that is proposed; null: the same. */
  readonly strengthInsteadOfUgPerMl: number | null;
  readonly otherForm: boolean;
  /** The parts of gas that are proposed, where both are foam; null: the same. */
  readonly gasPartsInsteadOf: number | null;
}

/** How a dose differs from the proposed one in each figure; null: in none. */
export function doseDifference(dose: PlannedDose, proposed: PlannedDose): DoseDifference | null {
  const [own, other] = [dose.preparation, proposed.preparation];
  const areFoam = own.form === 'foam' && other.form === 'foam';
  const difference = {
    totalUl: dose.punctures * dose.volumePerPunctureUl - proposed.punctures * proposed.volumePerPunctureUl,
    punctures: dose.punctures - proposed.punctures,
    perPunctureUl: dose.volumePerPunctureUl - proposed.volumePerPunctureUl,
    strengthInsteadOfUgPerMl: own.strengthUgPerMl === other.strengthUgPerMl ? null : other.strengthUgPerMl,
    otherForm: own.form !== other.form,
    gasPartsInsteadOf: areFoam && own.gasParts !== other.gasParts ? other.gasParts : null,
  };
  const isSame = Object.values(difference).every((each) => each === null || each === 0 || each === false);
  return isSame ? null : difference;
}
