import type { StockLot } from '../../shared/contract/stock.ts';
import type { ScanReading } from '../../shared/domain/stock/read-scan.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import { boxText, expiryText } from './box-text.ts';
import { dateText, strengthText } from './format.ts';
import { settingsText } from './settings-text.ts';

interface EarlyScan {
  readonly words: string;
  /** It cannot be drawn, or was not read. */
  readonly isBad: boolean;
}

type KnownLot = Pick<StockLot, 'product' | 'lotNumber' | 'expiresOn' | 'recalledBecause'>;

/** What a box is that was scanned before its session is open; `lot` null: the stock does not know it. */
export function earlyScanText(scan: ScanReading, lot: KnownLot | null, today: CalendarDate): EarlyScan {
  switch (scan.kind) {
    case 'unreadable':
      return { words: `✕ ${settingsText.stock.scan.unreadable[scan.because]}`, isBad: true };
    case 'ambiguous':
      return {
        words:
          'The scanned code can be read in several ways: you are asked which lot it is as soon as the session is open.',
        isBad: false,
      };
    case 'read':
      return lot && !isPast(scan.pack, today) ? knownText(lot, today) : unknownText(scan.pack, today);
  }
}

/** What the code on the box says counts here, whatever the stock says of its lot. */
function isPast({ expiresOn }: { readonly expiresOn: CalendarDate | null }, today: CalendarDate): boolean {
  return expiresOn !== null && expiresOn < today;
}

function knownText(
  { product, lotNumber, expiresOn, recalledBecause }: KnownLot,
  today: CalendarDate,
): EarlyScan {
  const box = `${product.name} ${strengthText(product.strengthUgPerMl)}, lot ${lotNumber}`;
  const aside = 'It cannot be used: put the box aside.';
  if (recalledBecause !== null)
    return { words: `✕ ${box}: ${boxText.unusable.recalled} (${recalledBecause}). ${aside}`, isBad: true };
  const expiry = expiryText(expiresOn, today);
  if (expiresOn < today) return { words: `✕ ${box}: ${expiry}. ${aside}`, isBad: true };
  return {
    words: `✓ Scanned: ${box}, ${expiry}. It is offered as soon as the session is open.`,
    isBad: false,
  };
}

function unknownText(
  { lotNumber, expiresOn }: Extract<ScanReading, { readonly kind: 'read' }>['pack'],
  today: CalendarDate,
): EarlyScan {
  const lot = lotNumber === null ? 'A box without a lot in its code' : `Lot ${lotNumber}`;
  if (expiresOn !== null && isPast({ expiresOn }, today))
    return { words: `✕ ${lot} expired on ${dateText(expiresOn)}: put the box aside.`, isBad: true };
  return {
    words: `Scanned: ${lot}, which is not recognised as a box in stock. You are asked about it as soon as the session is open.`,
    isBad: false,
  };
}
