import { useQuery } from '@tanstack/react-query';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import { mayDo } from '../../../shared/domain/staff/roles.ts';
import { idOf, type PatientId, type SessionId } from '../../../shared/kernel/ids.ts';
import { usePerson } from '../../api/sign-in-store.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useFrameLegs } from '../../app/frame-store.ts';
import { ErrorNote, FailureNote } from '../../ui/failure-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { AmendScreen } from './amend-screen.tsx';
import { emptyAmendment } from './amendment-form.ts';
import { ClosingScreen } from './closing-screen.tsx';
import { RecordingScreen } from './recording-screen.tsx';
import { SessionRecord } from './session-record.tsx';
import { useAmendmentDraft } from './use-amendment-draft.ts';
import { useClosingDraft } from './use-closing-draft.ts';
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
  const writes = useSessionWrites(sessionId);
  const mayRecord = mayDo(person.roles, 'session/record');
  const isRecorded = view.state === 'open' && mayRecord;
  const { draft, change } = useClosingDraft(sessionId, isRecorded);
  const amendment = useAmendmentDraft(
    sessionId,
    view.closing !== null && mayDo(person.roles, 'session/amend'),
  );
  if (amendment.form === undefined) return <Loading />;
  if (amendment.form && view.closing) {
    return (
      <AmendScreen
        view={view}
        closing={view.closing}
        form={amendment.form}
        onForm={amendment.change}
        amend={writes.amend}
        person={person}
        people={people}
      />
    );
  }
  if (!isRecorded) {
    const amend = () => {
      amendment.change(emptyAmendment(idOf<'amendment'>(crypto.randomUUID()), view));
    };
    return <SessionRecord view={view} person={person} sign={writes.sign} onAmend={amend} />;
  }
  if (!draft) return <Loading />;
  return draft.isOpen ? (
    <ClosingScreen
      view={view}
      draft={draft}
      onChange={change}
      writes={writes}
      onBack={() => {
        change({ isOpen: false });
      }}
    />
  ) : (
    <RecordingScreen
      view={view}
      writes={writes}
      me={person}
      people={people}
      today={today}
      onFinish={() => {
        change({ isOpen: true });
      }}
    />
  );
}
