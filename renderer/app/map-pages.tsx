import { useParams } from '@tanstack/react-router';
import { MapPage } from '../features/map/map-page.tsx';

export function MapRoutePage() {
  const { patientId, caseId } = useParams({ from: '/patients/$patientId/cases/$caseId/map' });
  return <MapPage key={caseId} patientId={patientId} caseId={caseId} />;
}
