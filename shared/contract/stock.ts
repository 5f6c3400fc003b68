import { z } from 'zod';
import { date, id, reason, requiredLine, strengthUgPerMl, volumeUl } from './primitives.ts';
import type { Lot, Product } from './session.ts';

/** A code as `packCode` of the domain writes it: what names the product on its box. */
const code = z.string().regex(/^(gtin|ppn):[0-9A-Z]{4,30}$/);
const ampoules = z.int().min(1).max(100_000);

export const AddProduct = z.strictObject({
  name: requiredLine(100),
  strengthUgPerMl,
  ampouleUl: volumeUl,
});
export type AddProduct = z.output<typeof AddProduct>;

export const AddLot = z.strictObject({
  productId: id('product'),
  lotNumber: requiredLine(30),
  expiresOn: date,
  /** How many ampoules came; null: not counted. */
  ampoules: ampoules.nullable(),
  /** The code of the box that was scanned: from now on it names this product. */
  code: code.nullable(),
});
export type AddLot = z.output<typeof AddLot>;

export const LearnCode = z.strictObject({
  lotId: id('lot'),
  /** The code of the box that was scanned: from now on it names the lot’s product. */
  code,
  /** The last day that the code names, kept in the audit trail; null: none. */
  packExpiresOn: date.nullable(),
});
export type LearnCode = z.output<typeof LearnCode>;

export const RecallLot = z.strictObject({ lotId: id('lot'), reason });
export type RecallLot = z.output<typeof RecallLot>;

export const STOCK_CORRECTIONS = ['received', 'disposed', 'found', 'missing'] as const;
/** Why the number of ampoules changed, beside use in a session. */
export type StockCorrection = (typeof STOCK_CORRECTIONS)[number];

export const CorrectStock = z.strictObject({
  lotId: id('lot'),
  kind: z.enum(STOCK_CORRECTIONS),
  ampoules,
  reason,
});
export type CorrectStock = z.output<typeof CorrectStock>;

/** A lot with what should be left of it. */
export interface StockLot extends Lot {
  /** Ampoules by what came and went, below 0 where more was used than ever came; null: nobody counted any in. */
  readonly ampoulesLeft: number | null;
  /** Its box was opened in a session of today. */
  readonly openedToday: boolean;
}

export interface StockView {
  readonly products: readonly (Product & { readonly codes: readonly string[] })[];
  /** First-expiring first. */
  readonly lots: readonly StockLot[];
}
