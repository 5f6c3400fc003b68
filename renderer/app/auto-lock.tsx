import { useEffect, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { frameText } from '../text/frame-text.ts';
import styles from './auto-lock.module.css';
import { secondsToSay, watchIdle, type IdleState } from './idle-clock.ts';

/** Whatever shows that somebody is there; what a screen reader or a scanner does comes as a click or an input alone. */
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'click', 'input'] as const;

interface AutoLockProps {
  readonly lockAfterMinutes: number;
  readonly onLock: () => void;
}

/** Locks after so many minutes without input, and warns before, over the page and without moving it. */
export function AutoLock({ lockAfterMinutes, onLock }: AutoLockProps) {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  useEffect(() => {
    const watch = watchIdle(lockAfterMinutes, {
      wallMs: () => Date.now(),
      runningMs: () => performance.now(),
    });
    const show = (state: IdleState) => {
      setSecondsLeft(state.kind === 'warning' ? state.secondsLeft : null);
      if (state.kind === 'lock') onLock();
    };
    const onInput = () => {
      show(watch.touched());
    };
    const timer = window.setInterval(() => {
      show(watch.state());
    }, 1000);
    for (const name of INPUTS) window.addEventListener(name, onInput, { capture: true, passive: true });
    return () => {
      window.clearInterval(timer);
      for (const name of INPUTS) window.removeEventListener(name, onInput, { capture: true });
    };
  }, [lockAfterMinutes, onLock]);
  if (secondsLeft === null) return null;
  return (
    <div className={styles.warning}>
      <span role="alert" className="pp-hidden">
        {frameText.locksIn(secondsToSay(secondsLeft))}
      </span>
      <span aria-hidden>{frameText.locksIn(secondsLeft)}</span>
      <Button size="medium">{frameText.stay}</Button>
    </div>
  );
}
