import { IconClock, IconFirstAidKit, IconListCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { clockText, legsText, weekdayDateText } from '../../text/format.ts';
import { elapsedText } from '../../text/session-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import type { RecordingModel } from './recording-model.ts';
import styles from './session.module.css';
import { punctureCount } from '../../../shared/domain/session/vein-tasks.ts';

interface SessionBarProps {
  readonly view: SessionView;
  readonly model: RecordingModel;
  readonly onReaction: () => void;
  readonly onFinish: () => void;
}

/** Which session this is, how far it has got, and the way out of it. */
export function SessionBar({ view, model, onReaction, onFinish }: SessionBarProps) {
  const { opening } = view;
  const count = punctureCount(model.tasks, view.injections);
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
          <Elapsed since={opening.openedAt} />
          <Button kind="danger" icon={<IconFirstAidKit size={19} aria-hidden />} onClick={onReaction}>
            {view.reactions.length > 0 ? `Reaction (${String(view.reactions.length)})` : 'Reaction'}
          </Button>
          <Button onClick={onFinish}>Finish…</Button>
        </>
      }
    >
      <StatusChip tone="plain" icon={<IconListCheck size={16} aria-hidden />}>
        {count.done} of {count.planned} planned{extra}
      </StatusChip>
    </PageBar>
  );
}

const EVERY_MS = 10_000;

function Elapsed({ since }: { readonly since: SessionView['opening']['openedAt'] }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return (
    <span className={styles.elapsed}>
      <IconClock size={18} aria-hidden />
      <strong>{elapsedText(now - epochMs(since))}</strong>
      <span>
        since opening
        <br />
        {clockText(since)}
      </span>
    </span>
  );
}
