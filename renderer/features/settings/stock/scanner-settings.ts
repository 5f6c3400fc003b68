import { z } from 'zod';
import type { ScanSettings } from '../../../../shared/domain/stock/read-scan.ts';

/** How the scanner of this computer is set up. */
export type ScannerSettings = Pick<ScanSettings, 'separator' | 'sendsSeparators'>;

const KEY = 'phleboplan.scanner';
const UNKNOWN: ScannerSettings = { separator: null, sendsSeparators: false };
const Stored = z.strictObject({ separator: z.string().length(1).nullable(), sendsSeparators: z.boolean() });

/** What was set on this computer, or what holds for a scanner that nobody knows. */
export function readScannerSettings(): ScannerSettings {
  try {
    const stored = Stored.safeParse(JSON.parse(window.localStorage.getItem(KEY) ?? 'null'));
    return stored.success ? stored.data : UNKNOWN;
  } catch {
    return UNKNOWN;
  }
}

/** Keeps it for this computer. */
export function keepScannerSettings(settings: ScannerSettings): void {
  window.localStorage.setItem(KEY, JSON.stringify(settings));
}
