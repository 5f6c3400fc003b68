import { IconCircleCheck, IconWalk } from '@tabler/icons-react';
import { useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import {
  givesFoam,
  walkDemands,
  walkedMinutes,
  walkedMs,
  walkThatCounts,
  type SessionWalk,
} from '../../../shared/domain/session/walk.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { minutesText, stopwatchText, WALK_REASONS } from '../../text/closing-text.ts';
import { clockText } from '../../text/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { isReason } from './is-reason.ts';
import type { SessionWrites } from './use-session.ts';
import styles from './walk.module.css';

interface WalkPanelProps {
  readonly view: SessionView;
  readonly now: Instant;
  readonly startWalk: SessionWrites['startWalk'];
  readonly endWalk: SessionWrites['endWalk'];
}

/** The observed walk: started by one tap, counted on every screen, and quietly done when its time is over. */
export function WalkPanel({ view, now, startWalk, endWalk }: WalkPanelProps) {
  const demands = walkDemands(view.profile, givesFoam(view.injections));
  const [{ minutes: asked }] = demands;
  const walk = walkThatCounts(view.walks, view.injections);
  const start = (
    <Button
      kind={walk ? 'plain' : 'main'}
      icon={<IconWalk size={19} aria-hidden />}
      busy={startWalk.isPending}
      onClick={() => {
        startWalk.mutate({ sessionId: view.opening.id });
      }}
    >
      {walk ? 'Walk again' : 'Start the walk'}
    </Button>
  );
  return (
    <Panel title="Observed walk" aside={`${minutesText(asked)} asked`}>
      <div className={styles.walk}>
        {walk ? <Clock walk={walk} now={now} asked={asked} /> : null}
        {walk === null && view.walks.length > 0 ? (
          <p className={styles.note}>▲ Something was injected after the walk had begun: it counts anew.</p>
        ) : null}
        {walk && walk.end === null ? (
          <EndOfWalk
            isOver={walkedMinutes(walk, now) >= asked}
            isBusy={endWalk.isPending}
            onEnd={(reason) => {
              endWalk.mutate({ sessionId: view.opening.id, reason });
            }}
          />
        ) : (
          start
        )}
        <ErrorNote error={startWalk.error ?? endWalk.error} />
        <ul className={styles.sources}>
          {demands.map(({ minutes, source }) => (
            <li key={source.text}>
              {minutesText(minutes)}: {source.text}
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}

interface ClockProps {
  readonly walk: SessionWalk;
  readonly now: Instant;
  readonly asked: number;
}

function Clock({ walk, now, asked }: ClockProps) {
  const isOver = walkedMinutes(walk, now) >= asked;
  return (
    <div className={styles.clock} data-over={isOver || undefined}>
      <div className={styles.time}>
        <strong role="timer" aria-label="Time walked">
          {stopwatchText(walkedMs(walk, now))}
        </strong>
        <span>of {asked}:00</span>
        <span className={styles.since}>
          since {clockText(walk.startedAt)}
          {walk.end ? `, ended ${clockText(walk.end.endedAt)}` : ''}
        </span>
      </div>
      <progress className={styles.bar} max={asked * 60_000} value={walkedMs(walk, now)} aria-hidden />
      <p className={styles.said} role="status">
        {isOver ? (
          <>
            <IconCircleCheck size={18} aria-hidden /> {minutesText(asked)} are over
          </>
        ) : walk.end ? (
          `▲ Ended early: ${walk.end.reason ?? ''}`
        ) : (
          'The walk goes on'
        )}
      </p>
    </div>
  );
}

interface EndOfWalkProps {
  readonly isOver: boolean;
  readonly isBusy: boolean;
  readonly onEnd: (reason: string | null) => void;
}

/** Before its time a walk ends with a reason: one tap for the usual ones. */
function EndOfWalk({ isOver, isBusy, onEnd }: EndOfWalkProps) {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  if (isOver || !isAsking) {
    return (
      <Button
        kind={isOver ? 'main' : 'plain'}
        busy={isBusy}
        onClick={() => {
          if (isOver) onEnd(null);
          else setAsking(true);
        }}
      >
        {isOver ? 'End the walk' : 'End it early…'}
      </Button>
    );
  }
  return (
    <form
      className={styles.early}
      aria-label="Why the walk ends early"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReason(reason)) onEnd(reason.trim());
      }}
    >
      <div className={styles.reasons}>
        {WALK_REASONS.map((quick) => (
          <button
            key={quick}
            type="button"
            aria-pressed={reason === quick}
            onClick={() => {
              setReason(quick);
            }}
          >
            {quick}
          </button>
        ))}
      </div>
      <input
        aria-label="Why the walk ends early"
        placeholder="or another reason"
        maxLength={300}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
      <div className={styles.ends}>
        <Button
          onClick={() => {
            setAsking(false);
          }}
        >
          Let it go on
        </Button>
        <Button submit busy={isBusy} disabledBecause={isReason(reason) ? null : 'Say why it ends early'}>
          End the walk
        </Button>
      </div>
    </form>
  );
}
