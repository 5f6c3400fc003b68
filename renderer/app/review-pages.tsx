import { useParams } from '@tanstack/react-router';
import { ReviewPage } from '../features/review/review-page.tsx';

export function ReviewRoutePage() {
  const { patientId, caseId } = useParams({ from: '/patients/$patientId/cases/$caseId/review' });
  return <ReviewPage key={caseId} patientId={patientId} caseId={caseId} />;
}
