/** The rows of a long list that are made: those in sight and some around them. */
export interface ListWindow {
  readonly first: number;
  /** The first one that is not made any more. */
  readonly end: number;
}

/** Shorter lists are made whole. */
const WHOLE_UP_TO = 60;
const AROUND = 12;
/** The window moves in steps, so that not every pixel of scrolling makes rows. */
const STEP = 8;

/** Which rows to make of a list of `count` rows of one height, scrolled by `top` pixels. */
export function windowOf(
  count: number,
  { top, height, rowHeight }: { readonly top: number; readonly height: number; readonly rowHeight: number },
): ListWindow {
  if (count <= WHOLE_UP_TO) return { first: 0, end: count };
  const at = Math.floor(top / rowHeight / STEP) * STEP;
  const seen = Math.ceil(height / rowHeight) + STEP;
  const first = Math.max(0, Math.min(at, count - seen) - AROUND);
  return { first, end: Math.min(count, at + seen + AROUND) };
}

/** Where to scroll so that a row is in sight; null where it is. */
export function scrolledTo(
  row: number,
  { top, height, rowHeight }: { readonly top: number; readonly height: number; readonly rowHeight: number },
): number | null {
  if (row * rowHeight < top) return row * rowHeight;
  const below = (row + 1) * rowHeight - height;
  return below > top ? below : null;
}
