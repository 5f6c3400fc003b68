import { z } from 'zod';
import type { LotId, RoomId } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { id, requiredLine } from './primitives.ts';
import type { Product } from './session.ts';

/** A room in which sessions are held. */
export interface Room {
  readonly id: RoomId;
  readonly name: string;
  /** False: no longer offered; what was held there still says so. */
  readonly inUse: boolean;
}

export const AddRoom = z.strictObject({ name: requiredLine(40) });
export type AddRoom = z.output<typeof AddRoom>;

export const ChangeRoom = z.strictObject({ roomId: id('room'), name: requiredLine(40), inUse: z.boolean() });
export type ChangeRoom = z.output<typeof ChangeRoom>;

/** In which room a session of a plan is to be held, and by whom; null: not said. */
export const ArrangeSession = z.strictObject({
  caseId: id('case'),
  number: z.int().min(1).max(99),
  roomId: id('room').nullable(),
  personId: id('person').nullable(),
});
export type ArrangeSession = z.output<typeof ArrangeSession>;

/** Lots whose number holds a text; shorter ones would find half the stock. */
export const FindLots = z.strictObject({ text: requiredLine(60), limit: z.int().min(1).max(20) });
export type FindLots = z.output<typeof FindLots>;

/** From so many characters on, a text is looked for in lot numbers. */
export const LOT_SEARCH_FROM = 3;

/** A lot that a search found. */
export interface LotHit {
  readonly lotId: LotId;
  readonly lotNumber: string;
  readonly product: Pick<Product, 'name' | 'strengthUgPerMl'>;
  readonly expiresOn: CalendarDate;
  readonly recalled: boolean;
  /** Patients with at least one injection from it that was not struck out. */
  readonly patients: number;
}
