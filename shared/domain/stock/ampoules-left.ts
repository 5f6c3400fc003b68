export const STOCK_MOVEMENTS = ['received', 'used', 'disposed', 'found', 'missing'] as const;
/** Why ampoules of a lot came or went. */
export type StockMovement = (typeof STOCK_MOVEMENTS)[number];

const CAME: readonly StockMovement[] = ['received', 'found'];

/**
 * What should be left of a lot by what came and went; below 0 where more went than was ever counted in. Null where nothing was
 * counted in at all: then nobody can say.
 */
export function ampoulesLeft(
  movements: readonly { readonly kind: StockMovement; readonly ampoules: number }[],
): number | null {
  if (!movements.some(({ kind }) => CAME.includes(kind))) return null;
  return movements.reduce(
    (left, { kind, ampoules }) => left + (CAME.includes(kind) ? ampoules : -ampoules),
    0,
  );
}
