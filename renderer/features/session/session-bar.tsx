import { IconFirstAidKit, IconListCheck, IconPlayerPause } from '@tabler/icons-react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { standingReactions } from '../../../shared/domain/session/reaction.ts';
import { walkThatCounts } from '../../../shared/domain/session/walk.ts';
import { legsText, weekdayDateText } from '../../text/format.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import type { RecordingModel } from './recording-model.ts';
import { SessionClock } from './session-clock.tsx';
import styles from './session.module.css';
import type { SessionWrites } from './use-session.ts';
import { WalkChip } from './walk-chip.tsx';
import { punctureCount } from '../../../shared/domain/session/vein-tasks.ts';

interface SessionBarProps {
  readonly view: SessionView;
  readonly model: RecordingModel;
  readonly pause: SessionWrites['pause'];
  readonly onReaction: () => void;
  readonly onFinish: () => void;
}

/** Which session this is, how far it has got, and the way out of it. */
export function SessionBar({ view, model, pause, onReaction, onFinish }: SessionBarProps) {
  const { opening } = view;
  const count = punctureCount(model.tasks, view.injections);
  const walk = walkThatCounts(view.walks, view.injections);
  const reactions = standingReactions(view.reactions).length;
  const extra = count.extra > 0 ? ` · ${String(count.extra)} extra` : '';
  return (
    <PageBar
      title={`Session ${String(opening.number)} of ${String(view.ofSessions)}`}
      aside={
        <span className={styles.barAside}>
          <SessionBadge number={opening.number} />
          {weekdayDateText(opening.onDate)} · {legsText(opening.legs)}
        </span>
      }
      end={
        <>
          <WalkChip view={view} />
          <SessionClock view={view} isBrief={walk !== null && walk.end === null} />
          <Button
            icon={<IconPlayerPause size={19} aria-hidden />}
            busy={pause.isPending}
            disabledBecause={view.pause ? 'The session is paused' : null}
            onClick={() => {
              pause.mutate({ sessionId: opening.id, reason: '' });
            }}
          >
            Pause
          </Button>
          <Button
            kind="danger"
            icon={<IconFirstAidKit size={19} aria-hidden />}
            shortcut="R"
            onClick={onReaction}
          >
            <span className={styles.oneLine}>
              {reactions > 0 ? `Reaction (${String(reactions)})` : 'Reaction'}
            </span>
          </Button>
          <Button shortcut="F" onClick={onFinish}>
            Finish…
          </Button>
        </>
      }
    >
      <StatusChip tone="plain" icon={<IconListCheck size={16} aria-hidden />}>
        <span className={styles.oneLine}>
          {count.done} of {count.planned} planned{extra}
        </span>
      </StatusChip>
    </PageBar>
  );
}
