import { useQuery } from '@tanstack/react-query';
import { mayDo, type Person } from '../../../shared/domain/staff/roles.ts';
import type { CaseId, PatientId } from '../../../shared/kernel/ids.ts';
import { usePerson } from '../../api/sign-in-store.ts';
import { useTRPC } from '../../api/trpc.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { MapDesk } from './map-desk.tsx';
import styles from './map-page.module.css';
import { SaveBanner } from './save-banner.tsx';
import { useMapPage } from './use-map-page.ts';

interface MapPageProps {
  readonly caseId: CaseId;
  readonly patientId: PatientId;
}

/** The map of a case: drawn on by surgeons, looked at by all. */
export function MapPage(props: MapPageProps) {
  const person = usePerson();
  return person === null ? null : <MapOf {...props} person={person} />;
}

function MapOf({ caseId, patientId, person }: MapPageProps & { readonly person: Person }) {
  const trpc = useTRPC();
  const mayWrite = mayDo(person.roles, 'map/write');
  const plan = useQuery(trpc.plan.get.queryOptions({ caseId }));
  const { query, open, status } = useMapPage({ caseId, patientId, person, mayWrite });
  if (open === null) {
    return query.error === null ? (
      <p className={styles.loading} role="status">
        Loading the map …
      </p>
    ) : (
      <ErrorNote
        error={query.error}
        action={
          <Button size="small" onClick={() => void query.refetch()}>
            Try again
          </Button>
        }
      />
    );
  }
  return (
    <div className={styles.page}>
      <SaveBanner open={open} status={status} />
      <MapDesk key={open.id} open={open} plan={plan.data ?? null} status={status} />
    </div>
  );
}
