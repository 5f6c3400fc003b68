import { IconLock, IconPencilPlus } from '@tabler/icons-react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { completenessOf } from '../../../shared/domain/session/completeness.ts';
import type { SessionState } from '../../../shared/domain/session/session.ts';
import { mayDo, type Person } from '../../../shared/domain/staff/roles.ts';
import { legsText, weekdayDateText } from '../../text/format.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import styles from './closing.module.css';
import { CompletenessList } from './completeness-list.tsx';
import { goToPlace } from './completeness-places.ts';
import { RecordAmendments } from './session-record-amendments.tsx';
import { RecordInjections } from './session-record-injections.tsx';
import { RecordReactions } from './session-record-reactions.tsx';
import { RecordSignatures } from './session-record-signatures.tsx';
import { RecordSummary } from './session-record-summary.tsx';
import type { SessionWrites } from './use-session.ts';
import { WalkChip } from './walk-chip.tsx';

interface SessionRecordProps {
  readonly view: SessionView;
  readonly person: Person;
  readonly sign: SessionWrites['sign'];
  readonly onAmend: () => void;
}

const STATE_WORDS: Readonly<Record<SessionState, string>> = {
  open: 'Being recorded · to read only',
  closed: 'Closed · to be signed',
  signed: 'Signed · locked',
};

/** The record of a session to read: once closed, nothing changes any more but by signatures and amendments. */
export function SessionRecord({ view, person, sign, onAmend }: SessionRecordProps) {
  const { opening } = view;
  const isClosed = view.state !== 'open';
  const mayAmend = isClosed && mayDo(person.roles, 'session/amend');
  const items = completenessOf(view);
  return (
    <>
      <PageBar
        title={`Session ${String(opening.number)} of ${String(view.ofSessions)}`}
        aside={
          <span className={styles.aside}>
            <SessionBadge number={opening.number} />
            {weekdayDateText(opening.onDate)} · {legsText(opening.legs)}
          </span>
        }
        end={
          <>
            <WalkChip view={view} />
            <StatusChip tone="plain" icon={<IconLock size={16} aria-hidden />}>
              {STATE_WORDS[view.state]}
            </StatusChip>
            {mayAmend ? (
              <Button icon={<IconPencilPlus size={18} aria-hidden />} onClick={onAmend}>
                Amend…
              </Button>
            ) : null}
          </>
        }
      />
      <div className={styles.record}>
        <div className={styles.recordMain}>
          <RecordAmendments view={view} />
          <RecordInjections view={view} />
        </div>
        <div className={styles.recordSide}>
          {isClosed ? (
            <RecordSignatures
              view={view}
              items={items}
              person={person}
              sign={sign}
              onAmend={mayAmend ? onAmend : null}
            />
          ) : null}
          <RecordSummary view={view} />
          <RecordReactions view={view} />
          {isClosed ? (
            <CompletenessList
              items={items}
              onMend={(id) => {
                if (mayAmend && id !== 'reactions' && id !== 'next-date') return onAmend;
                return id === 'reactions' ? () => void goToPlace(id) : undefined;
              }}
            />
          ) : null}
        </div>
      </div>
    </>
  );
}
