import { mlEnteredText } from '../../text/format.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import styles from './dock.module.css';
import type { Attempt } from './use-attempt.ts';

interface FailedAttemptProps {
  readonly attempt: Extract<Attempt, { phase: 'failed' }>;
  readonly onRetry: () => void;
  readonly onDismiss: () => void;
}

/** Why it was not recorded, or that nobody knows whether it was; and the way on. */
export function FailedAttempt({ attempt, onRetry, onDismiss }: FailedAttemptProps) {
  const { code } = attempt.failure;
  if (code === 'session/moved-on') {
    // The same request would be just as blind: the screen shows by now what the other one gave.
    return (
      <div className={styles.failed}>
        <FailureNote failure={attempt.failure} />
        <Button kind="main" onClick={onDismiss}>
          Look again
        </Button>
      </div>
    );
  }
  // Nobody knows whether it arrived: only the same request again can tell, and counts once.
  const isUnknown = code === 'unreachable';
  return (
    <div className={styles.failed}>
      <FailureNote failure={attempt.failure} />
      <div className={styles.buttons}>
        {isUnknown ? null : <Button onClick={onDismiss}>Back</Button>}
        <Button kind="main" onClick={onRetry}>
          Send the {mlEnteredText(attempt.request.volumeUl)} again
        </Button>
      </div>
      {isUnknown ? <p className={styles.caption}>It counts once, even if it had arrived.</p> : null}
    </div>
  );
}
