import { useEffect, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { frameText } from '../text/frame-text.ts';
import styles from './auto-lock.module.css';
import { idleState } from './idle-clock.ts';

const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

interface AutoLockProps {
  readonly lockAfterMinutes: number;
  readonly onLock: () => void;
}

/** Locks after so many minutes without input, and warns before. */
export function AutoLock({ lockAfterMinutes, onLock }: AutoLockProps) {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  useEffect(() => {
    let lastInput = Date.now();
    const onInput = () => {
      lastInput = Date.now();
      setSecondsLeft(null);
    };
    const timer = window.setInterval(() => {
      const state = idleState(Date.now() - lastInput, lockAfterMinutes);
      setSecondsLeft(state.kind === 'warning' ? state.secondsLeft : null);
      if (state.kind === 'lock') onLock();
    }, 1000);
    for (const name of INPUTS) window.addEventListener(name, onInput, { capture: true, passive: true });
    return () => {
      window.clearInterval(timer);
      for (const name of INPUTS) window.removeEventListener(name, onInput, { capture: true });
    };
  }, [lockAfterMinutes, onLock]);
  if (secondsLeft === null) return null;
  return (
    <div className={styles.warning} role="alert">
      <span>{frameText.locksIn(secondsLeft)}</span>
      <Button size="small">{frameText.stay}</Button>
    </div>
  );
}
