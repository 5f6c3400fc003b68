import type { Source } from '../label-profile.ts';

/** A figure that was read in the source itself. */
export function confirmed(text: string): Source {
  return { text, mark: 'confirmed' };
}

/** A figure that was seen only where another document cites the source. */
export function secondHand(text: string): Source {
  return { text, mark: 'second-hand' };
}

/** A figure that follows from a confirmed one, or is carried over from a sister label. */
export function derived(text: string): Source {
  return { text, mark: 'derived' };
}

/** A figure of the clinic's own patient information. */
export function clinic(text: string): Source {
  return { text, mark: 'clinic' };
}
