import { useState } from 'react';
import { readScan, type ScanReading } from '../../../shared/domain/stock/read-scan.ts';
import type { PersonId, SessionId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { usePerson } from '../../api/sign-in-store.ts';
import { useScanner } from '../../ui/use-scanner.ts';
import { readScannerSettings } from '../settings/stock/scanner-settings.ts';
import { putScan } from './scan-store.ts';

interface OpeningScan {
  /** The box that was scanned last on this page by the person who is here; null: none. */
  readonly reading: ScanReading | null;
  /** Lets the session that is opened now begin with it: it is offered there, not opened. What was not read is left behind. */
  readonly carryInto: (sessionId: SessionId) => void;
}

/** A box that is scanned before its session is open. It is forgotten with the page, and when somebody else takes over. */
export function useOpeningScan(today: CalendarDate): OpeningScan {
  const person = usePerson();
  const [scan, setScan] = useState<{ readonly typed: string; readonly by: PersonId | null } | null>(null);
  useScanner((typed) => {
    setScan({ typed, by: person?.id ?? null });
  });
  const typed = scan !== null && scan.by === (person?.id ?? null) ? scan.typed : null;
  const reading = typed === null ? null : readScan(typed, { ...readScannerSettings(), today });
  return {
    reading,
    carryInto: (sessionId) => {
      if (typed !== null && reading?.kind !== 'unreadable') putScan(sessionId, typed);
    },
  };
}
