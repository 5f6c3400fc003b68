import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import { mayDo } from '../../../shared/domain/staff/roles.ts';
import type { PatientId, SessionId } from '../../../shared/kernel/ids.ts';
import { usePerson } from '../../api/sign-in-store.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useFrameLegs } from '../../app/frame-store.ts';
import { ErrorNote, FailureNote } from '../../ui/failure-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ClosingScreen } from './closing-screen.tsx';
import { RecordingScreen } from './recording-screen.tsx';
import { SessionRecord } from './session-record.tsx';
import { useSession, useSessionWrites } from './use-session.ts';

interface SessionPageProps {
  readonly sessionId: SessionId;
  readonly patientId: PatientId;
}

/** A session: recorded while it is open, then closed and signed, then a record to read. */
export function SessionPage({ sessionId, patientId }: SessionPageProps) {
  const trpc = useTRPC();
  const session = useSession(sessionId);
  const clinic = useQuery(trpc.clinic.status.queryOptions());
  const person = usePerson();
  const view = session.data;
  useFrameLegs(view?.opening.legs ?? []);
  if (!view || !clinic.data || !person)
    return session.error ? <ErrorNote error={session.error} /> : <Loading />;
  if (view.patientId !== patientId) return <FailureNote failure={{ code: 'not-found', what: 'session' }} />;
  return (
    <OneSession
      key={sessionId}
      view={view}
      sessionId={sessionId}
      person={person}
      people={clinic.data.people}
      today={clinic.data.today}
    />
  );
}

interface OneSessionProps {
  readonly view: NonNullable<ReturnType<typeof useSession>['data']>;
  readonly sessionId: SessionId;
  readonly person: Person;
  readonly people: readonly Person[];
  readonly today: Parameters<typeof RecordingScreen>[0]['today'];
}

function OneSession({ view, sessionId, person, people, today }: OneSessionProps) {
  const [isFinishing, setFinishing] = useState(false);
  const writes = useSessionWrites(sessionId);
  const mayRecord = mayDo(person.roles, 'session/record');
  if (view.state !== 'open' || !mayRecord)
    return <SessionRecord view={view} person={person} sign={writes.sign} />;
  return isFinishing ? (
    <ClosingScreen
      view={view}
      close={writes.close}
      onBack={() => {
        setFinishing(false);
      }}
    />
  ) : (
    <RecordingScreen
      view={view}
      writes={writes}
      people={people}
      today={today}
      onFinish={() => {
        setFinishing(true);
      }}
    />
  );
}
