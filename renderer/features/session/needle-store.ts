import { NEEDLES, type Needle } from '../../../shared/domain/session/session.ts';

const KEY = 'phleboplan.needle';
/** The finest of the usual ones for spider veins. */
const USUAL: Needle = '30 G';

/** The needle that was last used at this computer. */
export function keptNeedle(): Needle {
  const kept = localStorage.getItem(KEY);
  return NEEDLES.find((needle) => needle === kept) ?? USUAL;
}

export function keepNeedle(needle: Needle): void {
  localStorage.setItem(KEY, needle);
}
