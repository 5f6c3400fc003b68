import type { LotId, ProductId } from '../../kernel/ids.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import { packCode, type ScannedPack } from './read-scan.ts';

interface KnownProduct {
  readonly id: ProductId;
  readonly codes: readonly string[];
}
interface KnownLot {
  readonly id: LotId;
  readonly product: { readonly id: ProductId };
  readonly lotNumber: string;
  readonly expiresOn: CalendarDate;
}

/** What a scanned pack is to the stock. */
export type PackMatch =
  /** It is this lot; `otherExpiry`: the pack names another last day than the stock does. */
  | { readonly kind: 'known'; readonly lotId: LotId; readonly otherExpiry: CalendarDate | null }
  /** No product has this code yet, and these lots bear the number: somebody has to say whether it is one of them. */
  | { readonly kind: 'same-number'; readonly lotIds: readonly LotId[] }
  /** The lot is not in stock, or the product has to be asked for; `productId` null: no product has this code. */
  | { readonly kind: 'new'; readonly productId: ProductId | null };

/** Finds the lot of a scanned pack. A lot number alone is not enough: two makers may use the same, so the product must be known. */
export function matchPack(
  pack: ScannedPack,
  stock: { readonly products: readonly KnownProduct[]; readonly lots: readonly KnownLot[] },
): PackMatch {
  const code = packCode(pack);
  const product = stock.products.find(({ codes }) => code !== null && codes.includes(code));
  const alike = stock.lots.filter(({ lotNumber }) => isSameNumber(lotNumber, pack.lotNumber));
  if (!product) {
    const lotIds = code === null ? [] : alike.map(({ id }) => id);
    return lotIds.length > 0 ? { kind: 'same-number', lotIds } : { kind: 'new', productId: null };
  }
  const ofProduct = alike.filter((each) => each.product.id === product.id);
  const lot = ofProduct.find(({ lotNumber }) => lotNumber === pack.lotNumber) ?? ofProduct[0];
  if (!lot) return { kind: 'new', productId: product.id };
  return { kind: 'known', lotId: lot.id, otherExpiry: otherExpiryOf(pack, lot) };
}

/** The last day that the pack names, where it is another than the stock's; null: the same, or none is in the code. */
export function otherExpiryOf(
  { expiresOn }: Pick<ScannedPack, 'expiresOn'>,
  lot: Pick<KnownLot, 'expiresOn'>,
): CalendarDate | null {
  return expiresOn === lot.expiresOn ? null : expiresOn;
}

/** Capitals and blanks aside: lots that were typed by hand have them otherwise than the code. */
function isSameNumber(inStock: string, onPack: string | null): boolean {
  const bare = (lotNumber: string) => lotNumber.replaceAll(/\s/g, '').toUpperCase();
  return onPack !== null && bare(inStock) === bare(onPack);
}
