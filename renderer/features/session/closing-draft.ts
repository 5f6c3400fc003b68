import { z } from 'zod';
import { COMPRESSION_CLASSES, type SessionClosing } from '../../../shared/domain/session/session.ts';
import { calendarDate, isCalendarDate } from '../../../shared/kernel/time.ts';

const Day = z.string().refine(isCalendarDate).transform(calendarDate);

/** The end of a session as it is filled in. Null: nobody has said anything, what is proposed stands. */
export const ClosingDraft = z.object({
  /** Whether the closing is what is looked at. */
  isOpen: z.boolean(),
  ampoules: z.array(
    z.object({ lotId: z.string(), ampoulesOpened: z.number(), wastedUl: z.number().nullable() }),
  ),
  differenceReason: z.string(),
  compressionClass: z.enum(COMPRESSION_CLASSES).nullable(),
  compressionDays: z.number().nullable(),
  fullLength: z.boolean().nullable(),
  observedMinutes: z.number().nullable(),
  aftercareGiven: z.boolean().nullable(),
  aftercareExplained: z.array(z.string()),
  nextOn: Day.nullable(),
  note: z.string(),
});
export type ClosingDraft = z.output<typeof ClosingDraft>;

export const EMPTY_CLOSING: ClosingDraft = {
  isOpen: false,
  ampoules: [],
  differenceReason: '',
  compressionClass: null,
  compressionDays: null,
  fullLength: null,
  observedMinutes: null,
  aftercareGiven: null,
  aftercareExplained: [],
  nextOn: null,
  note: '',
};

/** A draft as it was kept; an empty one where nothing was kept, or what was kept cannot be read. */
export function readClosingDraft(content: string | null): ClosingDraft {
  if (content === null) return EMPTY_CLOSING;
  const kept = ClosingDraft.safeParse(jsonOf(content));
  return kept.success ? kept.data : EMPTY_CLOSING;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A closing that holds, to be said anew. */
export function draftOfClosing(closing: SessionClosing): ClosingDraft {
  return {
    isOpen: true,
    ampoules: closing.ampoules.map(({ lotId, ampoulesOpened, wastedUl }) => ({
      lotId,
      ampoulesOpened,
      wastedUl,
    })),
    differenceReason: closing.differenceReason ?? '',
    compressionClass: closing.compressionClass,
    compressionDays: closing.compressionDays,
    fullLength: closing.fullLength,
    observedMinutes: closing.observedMinutes,
    aftercareGiven: closing.aftercareGiven,
    aftercareExplained: [...closing.aftercareExplained],
    nextOn: closing.nextOn,
    note: closing.note,
  };
}
