import { useEffect, useState } from 'react';
import { frameText } from '../text/frame-text.ts';
import { EmptyState } from './empty-state.tsx';

/** Says that something is being read, but only once it takes longer than anybody would call instant (200 ms). */
export function Loading() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setLate(true);
    }, 200);
    return () => {
      window.clearTimeout(timer);
    };
  }, []);
  return late ? <EmptyState title={frameText.loading} /> : null;
}
