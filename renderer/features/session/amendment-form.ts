import { z } from 'zod';
import { AddedInjection } from '../../../shared/contract/closing.ts';
import { id } from '../../../shared/contract/primitives.ts';
import type { SessionView } from '../../../shared/contract/session.ts';
import { ASPECTS, LEGS } from '../../../shared/domain/leg-map/vein.ts';
import { NEEDLES } from '../../../shared/domain/session/session.ts';
import type { AmendmentId } from '../../../shared/kernel/ids.ts';
import { EMPTY_ADDITION } from './amend-model.ts';
import { ClosingDraft } from './closing-draft.ts';

const AdditionDraft = z.object({
  veinId: id('vein').nullable(),
  side: z.object({ leg: z.enum(LEGS), aspect: z.enum(ASPECTS) }).nullable(),
  lotId: id('lot').nullable(),
  gasParts: z.number(),
  volume: z.string(),
  needle: z.enum(NEEDLES),
  time: z.string(),
  givenBy: id('person').nullable(),
});

/** An amendment as it is filled in. */
const AmendmentForm = z.object({
  amendmentId: id('amendment'),
  struckOut: z.array(id('injection')).readonly(),
  added: z.array(AddedInjection).readonly(),
  /** The injection that is being typed. */
  addition: AdditionDraft,
  /** How the session ended, said anew; null: as it was. */
  closing: ClosingDraft.nullable(),
  reason: z.string(),
  remark: z.string(),
});
export type AmendmentForm = z.output<typeof AmendmentForm>;

/** An amendment that does nothing yet. */
export function emptyAmendment(
  amendmentId: AmendmentId,
  { boxes }: Pick<SessionView, 'boxes'>,
): AmendmentForm {
  return {
    amendmentId,
    struckOut: [],
    added: [],
    addition: { ...EMPTY_ADDITION, lotId: boxes.length === 1 ? (boxes[0]?.id ?? null) : null },
    closing: null,
    reason: '',
    remark: '',
  };
}

/** An amendment as it was kept; null where nothing was kept, or what was kept cannot be read. */
export function readAmendment(content: string | null): AmendmentForm | null {
  if (content === null) return null;
  const kept = AmendmentForm.safeParse(jsonOf(content));
  return kept.success ? kept.data : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
