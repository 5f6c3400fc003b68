import type { ScanBurst } from '../../../../shared/domain/stock/inspect-scan.ts';
import { scannedKey } from '../../../ui/scanned-key.ts';

type Key = Parameters<typeof scannedKey>[0];

/** A burst of keys that may go on. */
export interface OpenBurst extends ScanBurst {
  readonly lastAt: number;
}

/** Fewer characters are no try of a scanner: somebody touched the keyboard. */
const LEAST = 3;
/** After so many milliseconds without a key a burst has ended, however slow the scanner is. */
export const QUIET_MS = 1_000;

/** The burst with one key more; null: the key begins none. */
export function withKey(burst: OpenBurst | null, key: Key, at: number): OpenBurst | null {
  const running = burst && at - burst.lastAt <= QUIET_MS ? burst : null;
  const typed = scannedKey(key, running?.typed ?? '');
  if (typed === null && !running) return null;
  const gapMs = running ? at - running.lastAt : 0;
  return {
    typed: (running?.typed ?? '') + (typed ?? ''),
    end: null,
    slowestGapMs: Math.max(running?.slowestGapMs ?? 0, gapMs),
    otherKeys: [...(running?.otherKeys ?? []), ...(typed === null ? [nameOf(key)] : [])],
    lastAt: at,
  };
}

/** The burst as it ended with a key, or without one; null: there was hardly any. */
export function ended(burst: OpenBurst | null, end: ScanBurst['end'], at: number): ScanBurst | null {
  if (!burst || burst.typed.length < LEAST) return null;
  const { typed, otherKeys, lastAt, slowestGapMs } = burst;
  return {
    typed,
    otherKeys,
    end,
    slowestGapMs: end === null ? slowestGapMs : Math.max(slowestGapMs, at - lastAt),
  };
}

/** `F8`, `Ctrl+J` */
function nameOf({ key, ctrlKey, altKey }: Key): string {
  return `${ctrlKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${key.length === 1 ? key.toUpperCase() : key}`;
}
