import { useEffect, useState } from 'react';
import { readScan, type ScannedPack, type ScanReading } from '../../../shared/domain/stock/read-scan.ts';
import type { SessionId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { readScannerSettings } from '../settings/stock/scanner-settings.ts';
import { forgetScan, useScanned } from './scan-store.ts';

/** What the scanner has read since the dialog was opened, or the scan that opened it. */
export interface ScannedReading {
  readonly reading: ScanReading | null;
  /** Which scan it is; null: none. */
  readonly count: number | null;
  /** Of several ways to read a code, the one that a person chose. */
  readonly choose: (pack: ScannedPack) => void;
  /** Puts it aside. */
  readonly clear: () => void;
}

export function useScannedPack(sessionId: SessionId, today: CalendarDate): ScannedReading {
  const waiting = useScanned((state) => state.scan);
  const [chosen, setChosen] = useState<{ readonly count: number; readonly pack: ScannedPack } | null>(null);
  useEffect(() => forgetScan, []);
  const scan = waiting?.sessionId === sessionId ? waiting : null;
  const read = scan && readScan(scan.typed, { ...readScannerSettings(), today });
  const isChosen = chosen !== null && chosen.count === scan?.count;
  return {
    reading: isChosen ? { kind: 'read', pack: chosen.pack } : read,
    count: scan?.count ?? null,
    choose: (pack) => {
      setChosen({ count: scan?.count ?? 0, pack });
    },
    clear: forgetScan,
  };
}
