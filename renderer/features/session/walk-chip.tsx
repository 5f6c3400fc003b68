import { IconCircleCheck, IconWalk } from '@tabler/icons-react';
import type { SessionView } from '../../../shared/contract/session.ts';
import {
  minutesAsked,
  walkedMinutes,
  walkedMs,
  walkThatCounts,
  type SessionWalk,
} from '../../../shared/domain/session/walk.ts';
import { stopwatchText } from '../../text/closing-text.ts';
import { useNow } from './use-now.ts';
import styles from './walk.module.css';

/** The walk that goes on, for whoever looks at the session; nothing where none does. */
export function WalkChip({ view }: { readonly view: SessionView }) {
  const walk = walkThatCounts(view.walks, view.injections);
  const goesOn = view.state === 'open' && walk !== null && walk.end === null;
  return goesOn ? <Running walk={walk} view={view} /> : null;
}

const EACH_SECOND_MS = 1000;

function Running({ walk, view }: { readonly walk: SessionWalk; readonly view: SessionView }) {
  const now = useNow(EACH_SECOND_MS);
  const asked = minutesAsked(view, view.profile);
  const isOver = walkedMinutes(walk, now) >= asked;
  return (
    <span className={styles.chip} data-over={isOver || undefined}>
      {isOver ? <IconCircleCheck size={17} aria-hidden /> : <IconWalk size={17} aria-hidden />}
      Walk {stopwatchText(walkedMs(walk, now))} of {asked}:00{isOver ? ', over' : ''}
    </span>
  );
}
