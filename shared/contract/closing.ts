import { z } from 'zod';
import { ASPECTS, LEGS } from '../domain/leg-map/vein.ts';
import { COMPRESSION_CLASSES, NEEDLES } from '../domain/session/session.ts';
import { instantOf } from '../kernel/time.ts';
import { microlitres } from '../kernel/units.ts';
import { pointMm } from './map.ts';
import { date, id, note, pin, preparation, reason, requiredLine, volumeUl } from './primitives.ts';

const MOST_WASTED_UL = 400_000;

/** How a session ended, as it is said at the closing or corrected later. */
const ending = {
  ampoules: z
    .array(
      z.strictObject({
        lotId: id('lot'),
        ampoulesOpened: z.int().min(0).max(200),
        wastedUl: z.int().min(0).max(MOST_WASTED_UL).transform(microlitres),
      }),
    )
    .max(50),
  differenceReason: reason.nullable(),
  compressionClass: z.enum(COMPRESSION_CLASSES),
  compressionDays: z.int().min(0).max(120),
  fullLength: z.boolean(),
  observedMinutes: z.int().min(0).max(600),
  aftercareGiven: z.boolean(),
  /** Ids of points of the session's profile. */
  aftercareExplained: z.array(requiredLine(80)).max(50),
  note,
};

export const CloseSession = z.strictObject({
  sessionId: id('session'),
  ...ending,
  /** The day of the next session, if one was agreed; the next session of the plan moves to it. */
  nextOn: date.nullable(),
});
export type CloseSession = z.output<typeof CloseSession>;

/** How the session ended, said anew. */
export const CorrectClosing = z.strictObject(ending);
export type CorrectClosing = z.output<typeof CorrectClosing>;

/** An injection that was given and not recorded. */
export const AddedInjection = z.strictObject({
  injectionId: id('injection'),
  veinId: id('vein').nullable(),
  site: z.strictObject({ leg: z.enum(LEGS), aspect: z.enum(ASPECTS), point: pointMm.nullable() }),
  lotId: id('lot'),
  preparation,
  volumeUl,
  needle: z.enum(NEEDLES),
  /** Between the opening of the session and its closing. */
  givenAt: z.iso.datetime({ precision: 3 }).transform((text) => instantOf(Date.parse(text))),
  givenBy: id('person'),
  volumeConfirmed: z.boolean(),
});
export type AddedInjection = z.output<typeof AddedInjection>;

/** Amends a closed record, with the surgeon's own PIN. Sent again with the same `amendmentId`, it counts once. */
export const AmendSession = z.strictObject({
  amendmentId: id('amendment'),
  sessionId: id('session'),
  reason,
  pin,
  strikeOut: z.array(id('injection')).max(200),
  add: z.array(AddedInjection).max(50),
  /** Null: as it was; where the injections change it has to be said anew if the ampoules no longer agree. */
  closing: CorrectClosing.nullable(),
  remark: note,
});
export type AmendSession = z.output<typeof AmendSession>;

/** Starts the observed walk; while one goes on, it changes nothing. */
export const StartWalk = z.strictObject({ sessionId: id('session') });
export type StartWalk = z.output<typeof StartWalk>;

/** Ends the walk; before its time with a reason. */
export const EndWalk = z.strictObject({ sessionId: id('session'), reason: reason.nullable() });
export type EndWalk = z.output<typeof EndWalk>;

/** What was typed at the closing and not sent yet: kept while the program runs, so that a reload loses nothing. */
export const KeepClosingDraft = z.strictObject({
  sessionId: id('session'),
  /** The screen's own words, as JSON. */
  content: z.string().max(20_000),
});
export type KeepClosingDraft = z.output<typeof KeepClosingDraft>;
