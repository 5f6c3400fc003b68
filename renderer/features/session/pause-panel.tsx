import { IconOctagon, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { SessionPause } from '../../../shared/domain/session/reaction.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { clockText } from '../../text/format.ts';
import { lastedText, pauseCause } from '../../text/pause-text.ts';
import { firstStepsOf } from '../../text/reaction-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { FirstSteps } from './first-steps.tsx';
import styles from './pause-panel.module.css';
import { useNow } from './use-now.ts';
import type { SessionWrites } from './use-session.ts';

interface PausePanelProps {
  readonly view: SessionView;
  readonly pause: SessionPause;
  readonly resume: SessionWrites['resume'];
  /** After something serious a surgeon lets it go on. */
  readonly onSurgeon: () => void;
  readonly onFinish: () => void;
}

/** Stands where the three steps are while nothing is injected: why, since when, what to do first, and the ways on. */
export function PausePanel({ view, pause, resume, onSurgeon, onFinish }: PausePanelProps) {
  const { needsSurgeon } = pause;
  const reaction = view.reactions.find(({ id }) => id === pause.reactionId);
  return (
    <section className={styles.panel} data-serious={needsSurgeon || undefined} aria-label="Session paused">
      <div className={styles.what} role="status">
        <h3>
          {needsSurgeon ? <IconOctagon size={24} aria-hidden /> : <IconPlayerPause size={24} aria-hidden />}
          {pauseCause(pause, view.reactions)}
        </h3>
        <p>
          Paused at {clockText(pause.since)} by {view.names[pause.by] ?? 'unknown'}. Nothing is injected until
          it goes on.
        </p>
        {reaction?.done ? <p>Done: {reaction.done}</p> : null}
        <Lasted pause={pause} />
      </div>
      {reaction ? (
        <div className={styles.first}>
          <h4>First</h4>
          <FirstSteps steps={firstStepsOf(reaction.kind)} />
        </div>
      ) : (
        <p className={styles.first}>{pause.reason}</p>
      )}
      <div className={styles.ways}>
        <ErrorNote error={needsSurgeon ? null : resume.error} />
        <Button
          kind="main"
          size="large"
          icon={<IconPlayerPlay size={20} aria-hidden />}
          busy={resume.isPending && !needsSurgeon}
          onClick={() => {
            if (needsSurgeon) onSurgeon();
            else resume.mutate({ sessionId: view.opening.id, surgeon: null });
          }}
        >
          {needsSurgeon ? 'Resume with PIN…' : 'Resume'}
        </Button>
        <Button size="large" onClick={onFinish}>
          End the session…
        </Button>
      </div>
    </section>
  );
}

const TICK_MS = 1_000;

/** How long it lasts; not read out, it changes each second. */
function Lasted({ pause }: { readonly pause: SessionPause }) {
  const now = useNow(TICK_MS);
  return (
    <p className={styles.lasted} role="timer" aria-label="Paused for">
      {lastedText(epochMs(now) - epochMs(pause.since))}
    </p>
  );
}
