import type { VeinId } from '../../kernel/ids.ts';
import type { CourseEvent } from './plan-changes.ts';
import type { PlanDraft, PlanSituation } from './plan-situation.ts';
import { heldNumbers } from './plan-situation.ts';
import {
  givenBesides,
  isAsAtOpening,
  laterPunctures,
  leftOverItems,
  newVeins,
  sharesOf,
  veinsToTreatAgain,
} from './plan-shares.ts';

/**
 * What came otherwise than planned, or was found since, and is still unanswered in the draft: left over, given more or besides,
 * cleared, erased, new, to be treated again. Nothing before anything was planned or held.
 */
export function courseEvents(draft: PlanDraft, situation: PlanSituation): readonly CourseEvent[] {
  if (draft.items.length === 0 && situation.held.length === 0) return [];
  const rests = leftOverItems(draft, situation).flatMap(({ veinId, sessionNumber, punctures }) =>
    sessionNumber === null ? [] : [{ code: 'left-over', veinId, sessionNumber, punctures } as const],
  );
  return [
    ...rests,
    ...moreGiven(draft, situation),
    ...droppedEvents(draft, situation),
    ...newVeins(draft, situation).map(({ id }) => ({ code: 'new', veinId: id }) as const),
    ...veinsToTreatAgain(draft, situation).map(({ id }) => ({ code: 'further', veinId: id }) as const),
    ...erased(situation),
  ];
}

function droppedEvents(draft: PlanDraft, situation: PlanSituation): readonly CourseEvent[] {
  const byVein = new Map<VeinId, CourseEvent>();
  for (const { vein, dropped } of sharesOf(draft, situation)) {
    if (dropped) byVein.set(vein.id, { ...dropped, veinId: vein.id });
  }
  return [...byVein.values()];
}

function moreGiven(draft: PlanDraft, situation: PlanSituation): readonly CourseEvent[] {
  const besides = givenBesides(draft, situation)
    .filter(({ injections }) => injections.given < injections.later)
    .map(({ veinId, sessionNumber, injections }): CourseEvent => {
      const { given: punctures, later } = injections;
      return { code: 'more-given', veinId, sessionNumber, punctures, laterPunctures: later };
    });
  return [...besides, ...beyondPlan(draft, situation)];
}

/** Veins that the last session gave more than it was to, with more of them planned later. */
function beyondPlan(draft: PlanDraft, situation: PlanSituation): readonly CourseEvent[] {
  const { lastOpening, given, held } = situation;
  if (held.some(({ number, state }) => number === lastOpening?.sessionNumber && state === 'open')) return [];
  const later = laterPunctures(draft.items, heldNumbers(situation));
  return given.flatMap(({ veinId, sessionNumber, injections }): readonly CourseEvent[] => {
    const planned = draft.items
      .filter((item) => item.veinId === veinId && item.sessionNumber === sessionNumber)
      .reduce((sum, item) => sum + item.punctures, 0);
    const laterOfVein = later.get(veinId);
    if (planned === 0 || injections <= planned || laterOfVein === undefined) return [];
    if (!isAsAtOpening(veinId, sessionNumber, later, situation)) return [];
    const punctures = injections - planned;
    return [{ code: 'more-given', veinId, sessionNumber, punctures, laterPunctures: laterOfVein }];
  });
}

function erased({ veins, lastOpening, held }: PlanSituation): readonly CourseEvent[] {
  if (!lastOpening) return [];
  const mapped = new Set(veins.map(({ id }) => id));
  const later = laterPunctures(lastOpening.items, heldNumbers({ held }));
  return [...later.keys()]
    .filter((veinId) => !mapped.has(veinId))
    .map((veinId) => ({ code: 'erased', veinId }));
}
