import type {
  RecallCertainty,
  RecallNotice,
  RecallPatient,
  UsedLot,
} from '../../../../shared/contract/recall.ts';
import { strengthText } from '../../../text/format.ts';

/** The lots that a text fits, recalled ones first, then those that were last used; those never used at the end. */
export function lotsToShow(lots: readonly UsedLot[], text: string): readonly UsedLot[] {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (lot: UsedLot) => {
    const { name, strengthUgPerMl } = lot.product;
    const all = `${lot.lotNumber} ${name} ${strengthText(strengthUgPerMl)}`.toLowerCase();
    return parts.every((part) => all.includes(part));
  };
  const rank = ({ recalledBecause }: UsedLot) => (recalledBecause === null ? 1 : 0);
  return lots
    .filter(fits)
    .toSorted(
      (a, b) =>
        rank(a) - rank(b) ||
        (b.lastUsedOn ?? '').localeCompare(a.lastUsedOn ?? '') ||
        a.lotNumber.localeCompare(b.lotNumber),
    );
}

/** The word that counts; null: nobody has told the patient, or that was noted by mistake. */
export function toldOf({ notices }: Pick<RecallPatient, 'notices'>): RecallNotice | null {
  const last = notices.at(-1);
  return last?.told ? last : null;
}

/** How many of those who got it have been told; struck out and merely opened are counted apart. */
export function recallProgress(patients: readonly RecallPatient[]): {
  readonly told: number;
  readonly all: number;
} {
  const given = patients.filter(({ certainty }) => certainty === 'given');
  return { told: given.filter((patient) => toldOf(patient) !== null).length, all: given.length };
}

const CERTAINTIES: readonly RecallCertainty[] = ['given', 'struck-out', 'opened'];

/** The patients by how surely they got it; groups without anybody are left out. */
export function recallGroups(
  patients: readonly RecallPatient[],
  toTellOnly: boolean,
): readonly { readonly certainty: RecallCertainty; readonly patients: readonly RecallPatient[] }[] {
  const shown = toTellOnly ? patients.filter((patient) => toldOf(patient) === null) : patients;
  return CERTAINTIES.map((certainty) => ({
    certainty,
    patients: shown.filter((patient) => patient.certainty === certainty),
  })).filter((group) => group.patients.length > 0);
}
