import type { CaseId, PatientId } from '../../../shared/kernel/ids.ts';
export function AssessmentPage(_props: { readonly patientId: PatientId; readonly caseId: CaseId }) {
  return <p>to come</p>;
}
