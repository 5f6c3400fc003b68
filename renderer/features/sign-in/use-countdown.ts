import { useEffect, useState } from 'react';

/** Seconds left of a wait, counted down once a second, and how to start one. */
export function useCountdown(): readonly [secondsLeft: number, start: (seconds: number) => void] {
  const [secondsLeft, setSecondsLeft] = useState(0);
  useEffect(() => {
    if (secondsLeft <= 0) return;
    const timer = window.setTimeout(() => {
      setSecondsLeft(secondsLeft - 1);
    }, 1000);
    return () => {
      window.clearTimeout(timer);
    };
  }, [secondsLeft]);
  return [
    secondsLeft,
    (seconds) => {
      setSecondsLeft(Math.ceil(seconds));
    },
  ];
}
