import type { CaseId, SessionId } from '../../kernel/ids.ts';
import type { CalendarDate, Instant } from '../../kernel/time.ts';
import type { Grams } from '../../kernel/units.ts';
import type { HeldCap } from '../dose/held-caps.ts';
import type { Preparation } from '../dose/ledger.ts';
import type { Within24h } from '../dose/rolling-24h.ts';
import type { Leg, VeinKind } from '../leg-map/vein.ts';
import type { SessionState } from '../session/session.ts';

/** What a session gave of one preparation into one kind of vein of one leg; struck-out injections are left out. */
export interface DosePart {
  readonly preparation: Preparation;
  readonly leg: Leg;
  /** Null: free sites, and veins of which nobody knows what they were. */
  readonly veinKind: VeinKind | null;
  readonly injections: number;
  /** Of foam the foam's volume. */
  readonly volumeUl: number;
  /** Each injection rounded up before it was added. */
  readonly massUg: number;
}

/** What a session gave, and what it was held against. */
export interface SessionDose {
  readonly sessionId: SessionId;
  readonly caseId: CaseId;
  readonly number: number;
  readonly onDate: CalendarDate;
  readonly openedAt: Instant;
  readonly state: SessionState;
  readonly legs: readonly Leg[];
  readonly weightG: Grams;
  readonly caps: readonly HeldCap[];
  readonly parts: readonly DosePart[];
  /** Recorded by mistake: said, and counted nowhere. */
  readonly struckOut: { readonly injections: number; readonly volumeUl: number };
  /** How often the record was amended after it had been signed. */
  readonly amendments: number;
  /** Null: no other session in the 24 hours before. */
  readonly within24h: Within24h | null;
}
