import { useState } from 'react';
import { readScan, type ScanReading } from '../../../shared/domain/stock/read-scan.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { useScanner } from '../../ui/use-scanner.ts';
import { readScannerSettings } from '../settings/stock/scanner-settings.ts';

/** The box that was scanned last on this page, before its session is open; null: none. */
export function useOpeningScan(today: CalendarDate): ScanReading | null {
  const [typed, setTyped] = useState<string | null>(null);
  useScanner(setTyped);
  return typed === null ? null : readScan(typed, { ...readScannerSettings(), today });
}
