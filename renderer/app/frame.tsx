import { useQuery, skipToken } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import type { ClinicStatus } from '../../shared/contract/clinic.ts';
import type { CaseSummary } from '../../shared/contract/patient.ts';
import type { Person } from '../../shared/domain/staff/roles.ts';
import { useTRPC } from '../api/trpc.ts';
import { usePresentPerson } from '../api/use-clinic.ts';
import { SaveNotice } from '../features/map/save-notice.tsx';
import { Loading } from '../ui/loading.tsx';
import { NavRail } from '../ui/nav-rail.tsx';
import { PatientBar } from '../ui/patient-bar.tsx';
import { BackupNotice } from './backup-notice.tsx';
import { ClockNotice } from './clock-notice.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useFrame } from './frame-store.ts';
import styles from './frame.module.css';
import { lowerItems, railItems } from './rail-items.tsx';

interface FrameProps {
  readonly clinic: ClinicStatus;
  readonly person: Person;
  readonly onLock: () => void;
  readonly onChangePerson: () => void;
}

/** What surrounds every page: who is treated, who works, and where the tasks are. */
export function Frame({ clinic, person, onLock, onChangePerson }: FrameProps) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { patientId = null, caseId = null, sessionId = null } = useParams({ strict: false });
  const legs = useFrame((state) => state.legs);
  const read = useQuery(trpc.patients.get.queryOptions(patientId ? { patientId } : skipToken));
  const presentPerson = usePresentPerson() ?? person;
  const view = patientId ? read.data : undefined;
  const go = (href: string) => void navigate({ to: href });
  useGlobalKeys({
    toSearch: () => {
      go('/today');
    },
    lock: onLock,
  });
  const place = {
    path: pathname,
    patientId,
    caseId: caseId ?? caseAt(view?.cases ?? [], sessionId)?.id ?? null,
  };
  return (
    <div className={styles.frame}>
      <PatientBar
        patient={view?.patient ?? null}
        title={clinic.clinicName}
        today={clinic.today}
        isDemo={clinic.isDemo}
        person={presentPerson}
        legs={legs}
        onLock={onLock}
        onChangePerson={onChangePerson}
      />
      <div className={styles.below}>
        <NavRail items={railItems(place)} lowerItems={lowerItems(pathname)} onGo={go} />
        <main className={styles.page}>
          <ClockNotice doubt={clinic.clockDoubt} />
          <BackupNotice clinic={clinic} />
          <SaveNotice path={pathname} personId={person.id} onGo={go} />
          <ErrorBoundary
            key={pathname}
            onLeave={() => {
              go('/today');
            }}
          >
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
    </div>
  );
}

/** The case that a session belongs to; without a session the newest. */
function caseAt(cases: readonly CaseSummary[], sessionId: string | null): CaseSummary | undefined {
  const ofSession = cases.find(({ sessions }) => sessions.some(({ id }) => id === sessionId));
  return ofSession ?? cases[0];
}

function useGlobalKeys(keys: { readonly toSearch: () => void; readonly lock: () => void }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const action = { k: keys.toSearch, l: keys.lock }[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  });
}
