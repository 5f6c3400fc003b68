import type { CaseId, PatientId, PersonId } from '../../kernel/ids.ts';
import type { CalendarDate, Instant } from '../../kernel/time.ts';
import type { Grams } from '../../kernel/units.ts';

export const SEXES = ['female', 'male', 'other'] as const;
export type Sex = (typeof SEXES)[number];

/** Who a patient is. */
export interface PatientIdentity {
  readonly id: PatientId;
  readonly recordNumber: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: CalendarDate;
  readonly sex: Sex;
}

/** A height or weight on a day. */
export interface WeightOnDate {
  readonly weightG: Grams;
  readonly onDate: CalendarDate;
}
export interface HeightOnDate {
  readonly heightMm: number;
  readonly onDate: CalendarDate;
}

/** What was said about allergies, the last time somebody asked. No statement is not the same as "none known". */
export interface AllergyStatement {
  /** Empty: none known. */
  readonly substances: readonly string[];
  readonly polidocanol: boolean;
  readonly proneToHypersensitivity: boolean;
  readonly statedAt: Instant;
  readonly statedBy: PersonId;
}

/** Whether two statements say the same, in whatever order; who said it and when does not matter. */
export function saysTheSame(
  a: Omit<AllergyStatement, 'statedAt' | 'statedBy'>,
  b: Omit<AllergyStatement, 'statedAt' | 'statedBy'>,
): boolean {
  return (
    a.polidocanol === b.polidocanol &&
    a.proneToHypersensitivity === b.proneToHypersensitivity &&
    a.substances.toSorted().join('\n') === b.substances.toSorted().join('\n')
  );
}

/** One course of treatment. */
export interface TreatmentCase {
  readonly id: CaseId;
  readonly patientId: PatientId;
  readonly openedOn: CalendarDate;
  readonly reason: string;
}
