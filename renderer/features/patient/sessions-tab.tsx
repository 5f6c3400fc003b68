import { useQuery } from '@tanstack/react-query';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { CaseSummary, SessionSummary } from '../../../shared/contract/patient.ts';
import type { PatientId, SessionId } from '../../../shared/kernel/ids.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useShortcuts } from '../../commands/use-shortcuts.ts';
import { dateText, legsText } from '../../text/format.ts';
import { historyText } from '../../text/patient-history-text.ts';
import { patientText } from '../../text/patient-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import { SessionDetails } from './session-details.tsx';
import styles from './sessions-tab.module.css';

interface SessionsTabProps {
  readonly patientId: PatientId;
  /** The newest first. */
  readonly cases: readonly CaseSummary[];
  /** Null: the newest. */
  readonly chosen: SessionId | null;
  readonly onChoose: (id: SessionId) => void;
}

interface Listed {
  readonly session: SessionSummary;
  readonly ofCase: CaseSummary;
}

/** The sessions of a patient one by one: where what was given, and what had been planned. */
export function SessionsTab({ patientId, cases, chosen, onChoose }: SessionsTabProps) {
  const all = cases.flatMap((ofCase) =>
    ofCase.sessions.toSorted((a, b) => b.number - a.number).map((session): Listed => ({ session, ofCase })),
  );
  const at = Math.max(
    0,
    all.findIndex(({ session }) => session.id === chosen),
  );
  const [earlier, now, later] = [all[at + 1], all[at], all[at - 1]];
  const step = (to: Listed | undefined) => () => {
    if (to) onChoose(to.session.id);
  };
  useShortcuts([
    {
      id: 'earlier-session',
      label: historyText.previous,
      shortcuts: ['ArrowLeft', 'P'],
      isEnabled: () => earlier !== undefined,
      run: step(earlier),
    },
    {
      id: 'later-session',
      label: historyText.following,
      shortcuts: ['ArrowRight', 'N'],
      isEnabled: () => later !== undefined,
      run: step(later),
    },
  ]);
  if (!now) return <EmptyState title={historyText.noSessions}>{historyText.noSessionsHint}</EmptyState>;
  return (
    <div className={styles.columns}>
      <SessionList cases={cases} chosen={now.session.id} onChoose={onChoose} />
      <div className={styles.details}>
        <div className={styles.steps}>
          <Button
            icon={<IconChevronLeft size={18} aria-hidden />}
            disabledBecause={earlier ? null : historyText.noEarlier}
            onClick={step(earlier)}
          >
            {historyText.previous}
          </Button>
          <h2>
            <SessionBadge number={now.session.number} /> {dateText(now.session.onDate)} ·{' '}
            {legsText(now.session.legs)}
            <span className={styles.quiet}>{now.ofCase.reason}</span>
          </h2>
          <Button
            icon={<IconChevronRight size={18} aria-hidden />}
            disabledBecause={later ? null : historyText.noLater}
            onClick={step(later)}
          >
            {historyText.following}
          </Button>
        </div>
        <SessionContent key={now.ofCase.id} patientId={patientId} listed={now} />
      </div>
    </div>
  );
}

function SessionContent({ patientId, listed }: { readonly patientId: PatientId; readonly listed: Listed }) {
  const trpc = useTRPC();
  const caseId = listed.ofCase.id;
  const map = useQuery(trpc.map.history.queryOptions({ caseId }));
  const plans = useQuery(trpc.history.plans.queryOptions({ caseId }));
  const error = map.error ?? plans.error;
  if (!map.data || !plans.data)
    return error ? (
      <ErrorNote error={error} />
    ) : (
      <div className={styles.waiting} role="status">
        {historyText.loading}
      </div>
    );
  return (
    <SessionDetails patientId={patientId} session={listed.session} facts={map.data} plans={plans.data} />
  );
}

interface SessionListProps {
  readonly cases: readonly CaseSummary[];
  readonly chosen: SessionId;
  readonly onChoose: (id: SessionId) => void;
}

/** The sessions by case, the newest first: radio buttons, so the arrows step through them. */
function SessionList({ cases, chosen, onChoose }: SessionListProps) {
  return (
    <Panel title={historyText.tabs.sessions} className={styles.list}>
      <div role="radiogroup" aria-label={historyText.tabs.sessions} className={styles.scroll}>
        {cases
          .filter(({ sessions }) => sessions.length > 0)
          .map(({ id, reason, sessions }) => (
            <div key={id}>
              <p className={styles.caseName}>{reason}</p>
              {sessions
                .toSorted((a, b) => b.number - a.number)
                .map((session) => (
                  <label key={session.id} className={styles.session}>
                    <input
                      type="radio"
                      name="session"
                      checked={session.id === chosen}
                      onChange={() => {
                        onChoose(session.id);
                      }}
                    />
                    <SessionBadge number={session.number} size={20} />
                    <span>
                      {dateText(session.onDate)}
                      <small>
                        {legsText(session.legs)} · {patientText.states[session.state]}
                      </small>
                    </span>
                  </label>
                ))}
            </div>
          ))}
      </div>
    </Panel>
  );
}
