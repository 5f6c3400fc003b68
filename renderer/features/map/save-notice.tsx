import { useStore } from 'zustand';
import type { PersonId } from '../../../shared/kernel/ids.ts';
import { conflictText, elsewhereText } from '../../text/conflict-text.ts';
import { Button } from '../../ui/button.tsx';
import styles from './save-banner.module.css';
import { useMapSessions, type MapSession } from './save-sessions.ts';

interface SaveNoticeProps {
  /** Where the window is: the map itself says how it stands. */
  readonly path: string;
  readonly personId: PersonId;
  readonly onGo: (href: string) => void;
}

/** On every other page: that changes of a map are not saved yet, and the way to them. */
export function SaveNotice({ path, ...props }: SaveNoticeProps) {
  const sessions = useMapSessions();
  return sessions
    .filter((session) => hrefOf(session) !== path)
    .map((session) => <Unsaved key={session.id} session={session} {...props} />);
}

interface UnsavedProps extends Omit<SaveNoticeProps, 'path'> {
  readonly session: MapSession;
}

function Unsaved({ session, personId, onGo }: UnsavedProps) {
  const { waiting, failure, contested, refused } = useStore(session.status);
  const isOwn = session.person.id === personId;
  // What is merely on its way will be there in a moment.
  if (waiting === 0 || (isOwn && failure === null && contested.length === 0)) return null;
  return (
    <div className={styles.elsewhere} role="status">
      <p>{elsewhereText(waiting, isOwn ? null : session.person.name, refused || contested.length > 0)}</p>
      {isOwn ? (
        <Button
          size="small"
          onClick={() => {
            onGo(hrefOf(session));
          }}
        >
          {conflictText.toMap}
        </Button>
      ) : null}
    </div>
  );
}

function hrefOf({ patientId, caseId }: MapSession): string {
  return `/patients/${patientId}/cases/${caseId}/map`;
}
