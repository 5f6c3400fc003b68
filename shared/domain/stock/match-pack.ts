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
  /** The lot is not in stock, or the product has to be asked for; `productId` null: no product has this code. */
  | { readonly kind: 'new'; readonly productId: ProductId | null };

/** Finds the lot of a scanned pack. A lot number alone is not enough: two makers may use the same, so the product must be known. */
export function matchPack(
  pack: ScannedPack,
  stock: { readonly products: readonly KnownProduct[]; readonly lots: readonly KnownLot[] },
): PackMatch {
  const code = packCode(pack);
  const product = stock.products.find(({ codes }) => code !== null && codes.includes(code));
  const lot = stock.lots.find((each) => each.product.id === product?.id && each.lotNumber === pack.lotNumber);
  if (!lot) return { kind: 'new', productId: product?.id ?? null };
  const isOther = pack.expiresOn !== null && pack.expiresOn !== lot.expiresOn;
  return { kind: 'known', lotId: lot.id, otherExpiry: isOther ? pack.expiresOn : null };
}
