import { useEffect, useState } from 'react';
import { instantOf, type Instant } from '../../../shared/kernel/time.ts';

/** The moment by the clock of this computer, looked at again every so many milliseconds. */
export function useNow(everyMs: number): Instant {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return instantOf(now);
}
