import { useEffect, useState } from 'react';

interface Wait {
  readonly until: number;
  readonly now: number;
}

/**
 * Seconds left of a wait, and how to start one. It goes by the clock, not by counting ticks: a window in the background
 * gets few of them.
 */
export function useCountdown(): readonly [secondsLeft: number, start: (seconds: number) => void] {
  const [{ until, now }, setWait] = useState<Wait>({ until: 0, now: 0 });
  const waiting = until > now;
  useEffect(() => {
    if (!waiting) return;
    const timer = window.setInterval(() => {
      setWait((before) => ({ ...before, now: Date.now() }));
    }, 250);
    return () => {
      window.clearInterval(timer);
    };
  }, [waiting]);
  return [
    Math.max(0, Math.ceil((until - now) / 1000)),
    (seconds) => {
      const start = Date.now();
      setWait({ until: start + Math.ceil(seconds) * 1000, now: start });
    },
  ];
}
