import { useEffect } from 'react';
import { create } from 'zustand';
import type { Leg } from '../../shared/domain/leg-map/vein.ts';

interface FrameState {
  /** The legs that the page at hand is about; they stand as a solid block in the bar on top. */
  readonly legs: readonly Leg[];
}

export const useFrame = create<FrameState>(() => ({ legs: [] }));

/** Puts the legs of a page into the bar on top for as long as the page is there. */
export function useFrameLegs(legs: readonly Leg[]): void {
  const key = legs.join();
  useEffect(() => {
    useFrame.setState({ legs });
    return () => {
      useFrame.setState({ legs: [] });
    };
    // The legs themselves may be a new array at each render; their names are what counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
}
