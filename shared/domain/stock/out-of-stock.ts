import type { ProductId } from '../../kernel/ids.ts';
import type { CalendarDate } from '../../kernel/time.ts';

interface CountedLot {
  readonly product: { readonly id: ProductId };
  readonly expiresOn: CalendarDate;
  readonly recalledBecause: string | null;
  /** Null: not counted. */
  readonly ampoulesLeft: number | null;
}

/**
 * The products that the clinic has had and of which nothing can be drawn any more: ampoules of expired or recalled lots are not
 * counted as stock. A lot in date that nobody counted may hold some.
 */
export function outOfStock(lots: readonly CountedLot[], today: CalendarDate): ReadonlySet<ProductId> {
  const inStock = new Set(
    lots
      .filter(({ recalledBecause, expiresOn }) => recalledBecause === null && expiresOn >= today)
      .filter(({ ampoulesLeft }) => ampoulesLeft === null || ampoulesLeft > 0)
      .map(({ product }) => product.id),
  );
  return new Set(lots.map(({ product }) => product.id).filter((id) => !inStock.has(id)));
}
