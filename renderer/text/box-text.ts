import { liquidUlOf, massOf } from '../../shared/domain/dose/arithmetic.ts';
import type { Preparation } from '../../shared/domain/dose/ledger.ts';
import type { StockLot } from '../../shared/contract/stock.ts';
import { daysBetween, type CalendarDate } from '../../shared/kernel/time.ts';
import { microlitres } from '../../shared/kernel/units.ts';
import type { BoxChoice, BoxGroup } from '../features/session/box-choices.ts';
import { dateText, mgText, mlEnteredText, NBSP, strengthText } from './format.ts';

/** Words of the boxes at the session. */
export const boxText = {
  groups: {
    here: 'Open in this session: one tap takes it',
    today: 'Opened today in another session',
    stock: 'In stock, first to expire first',
    'other-strength': 'Other strengths: the plan means them for nothing today',
    'not-to-be-drawn': 'Not to be drawn',
  } satisfies Record<BoxGroup, string>,
  todayHint: 'The box is open; an opened ampoule is for one patient alone. Take a new ampoule.',
  otherHint: 'A reason will be asked for with each injection.',
  unusable: {
    recalled: 'recalled',
    expired: 'expired',
  } satisfies Record<NonNullable<BoxChoice['unusable']>, string>,
  packExpired: (expiresOn: CalendarDate) =>
    `The code on the box says that it expired on ${dateText(expiresOn)}, whatever the stock says: it cannot be used`,
  none: 'No lot is in stock yet. Scan a box, or type what is written on it.',
  scan: 'Scan the box, or tap the one the syringe is drawn from. By keys: ↑ ↓ choose, Enter takes it.',
  otherExpiry: (box: CalendarDate, stock: CalendarDate) =>
    `The code says until ${dateText(box)}, the stock says until ${dateText(stock)}. Look at the box; the stock’s day is the one that counts here.`,
  typeBox: 'A box that is not in the list…',
  putIntoStock: 'Put into stock',
  newLot: 'This lot is not in stock yet. Hold what was read against the box.',
  newCode: 'This code is new here. Which product is it?',
  sameNumber: {
    title: 'Is this a box that is in stock already?',
    why: (lotNumber: string) =>
      `The code on the box is new here, but lot ${lotNumber} is in stock by its number. Look at the box.`,
    yes: 'Yes, it is this one',
    keeps: 'The code is kept: from then on such a box is recognised.',
    otherExpiry: (box: CalendarDate, stock: CalendarDate) =>
      `The code says until ${dateText(box)}, the stock says until ${dateText(stock)}. The day in stock stays as it is.`,
    no: 'No, it is another box',
    taken: (product: string, lotNumber: string) =>
      `${product}, lot ${lotNumber}, is in stock already: a lot is there once for each product. Choose the other product, or correct the number.`,
    takenField: 'This lot of this product is in stock already.',
    learned: (lotNumber: string) => `Kept: boxes of lot ${lotNumber} are recognised from now on.`,
  },
} as const;

/** `Nothing of 1 % that could be drawn: expired and recalled boxes do not count.` */
export function outOfStockText(strengths: readonly number[]): string {
  return `Nothing of ${strengths.map(strengthText).join(', ')} that could be drawn: expired and recalled boxes do not count as stock.`;
}

/** `until 31 Aug 2027`, `until 8 Dec 2026, 16 days`, `last day today`, `expired 1 Nov 2026` */
export function expiryText(expiresOn: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, expiresOn);
  if (days < 0) return `expired ${dateText(expiresOn)}`;
  if (days === 0) return 'last day today';
  return days <= 60
    ? `until ${dateText(expiresOn)}, ${String(days)}${NBSP}days`
    : `until ${dateText(expiresOn)}`;
}

/** `12 ampoules`, `not counted` */
export function ampoulesText({ ampoulesLeft }: Pick<StockLot, 'ampoulesLeft'>): string {
  if (ampoulesLeft === null) return 'not counted';
  if (ampoulesLeft <= 0) return 'none left by the count';
  return `${String(ampoulesLeft)}${NBSP}${ampoulesLeft === 1 ? 'ampoule' : 'ampoules'}`;
}

/** `1 mL of this foam holds 0.2 mL of liquid: 2.0 mg`; null for a liquid. */
export function foamText(preparation: Preparation): string | null {
  if (preparation.form === 'liquid') return null;
  const millilitre = { ...preparation, volumeUl: microlitres(1_000) };
  const liquid = mlEnteredText(liquidUlOf(millilitre));
  return `1${NBSP}mL of this foam holds ${liquid} of liquid: ${mgText(massOf(millilitre))}`;
}
