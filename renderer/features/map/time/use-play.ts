import { useEffect, useEffectEvent, useState } from 'react';

const STEP_MS = 400;

/** Goes one step on every 400 ms while it plays. `step` says whether there is a further one. */
export function usePlay(position: number, step: () => boolean) {
  const [playing, setPlaying] = useState(false);
  const next = useEffectEvent(() => {
    if (!step()) setPlaying(false);
  });
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      next();
    }, STEP_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [playing, position]);
  return { playing, setPlaying };
}
