import { useQuery } from '@tanstack/react-query';
import { mayDo } from '../../../shared/domain/staff/roles.ts';
import type { CaseId, PatientId } from '../../../shared/kernel/ids.ts';
import { usePerson } from '../../api/sign-in-store.ts';
import { useTRPC } from '../../api/trpc.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote, FailureNote } from '../../ui/failure-note.tsx';
import { MapDesk } from './map-desk.tsx';
import styles from './map-page.module.css';
import { useMapPage } from './use-map-page.ts';

interface MapPageProps {
  readonly caseId: CaseId;
  readonly patientId: PatientId;
}

/** The map of a case: drawn on by surgeons, looked at by all. */
export function MapPage({ caseId }: MapPageProps) {
  const trpc = useTRPC();
  const person = usePerson();
  const mayWrite = person !== null && mayDo(person.roles, 'map/write');
  const plan = useQuery(trpc.plan.get.queryOptions({ caseId }));
  const { query, open, status, reload } = useMapPage(caseId, mayWrite);
  const tryAgain = (words: string) => (
    <Button
      size="small"
      onClick={() => {
        void reload();
      }}
    >
      {words}
    </Button>
  );
  if (open === null) {
    return query.error === null ? (
      <p className={styles.loading} role="status">
        Loading the map …
      </p>
    ) : (
      <ErrorNote error={query.error} action={tryAgain('Try again')} />
    );
  }
  const { failure } = status;
  const refused = failure !== null && failure.code !== 'unreachable' && failure.code !== 'storage/busy';
  return (
    <div className={styles.page}>
      {refused ? (
        <FailureNote
          failure={failure}
          action={
            <>
              <span>{`${String(status.waiting)} ${status.waiting === 1 ? 'change is' : 'changes are'} not saved.`}</span>
              {tryAgain('Drop them and load the saved map')}
            </>
          }
        />
      ) : null}
      <MapDesk key={open.id} open={open} plan={plan.data ?? null} status={status} />
    </div>
  );
}
