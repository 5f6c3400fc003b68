import type { LotHit } from '../../../shared/contract/day.ts';
import type { PatientHit } from '../../../shared/contract/patient.ts';

/** Something that the search has found. */
export type SearchHit =
  | { readonly kind: 'patient'; readonly id: PatientHit['id']; readonly patient: PatientHit }
  | { readonly kind: 'lot'; readonly id: LotHit['lotId']; readonly lot: LotHit };

/** Patients first: they are what is looked for most; then the lots. */
export function searchHits(patients: readonly PatientHit[], lots: readonly LotHit[]): readonly SearchHit[] {
  return [
    ...patients.map((patient): SearchHit => ({ kind: 'patient', id: patient.id, patient })),
    ...lots.map((lot): SearchHit => ({ kind: 'lot', id: lot.lotId, lot })),
  ];
}
