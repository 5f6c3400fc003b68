import type { CaseId, ReviewId, VeinId } from '../../kernel/ids.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import { gravest, type ComplicationGrade } from './complication.ts';
import { SIDE_EFFECTS, type SideEffect, type SideEffectGrade } from './review.ts';

/** From this grade on a finding of a review belongs into the register: an ulcer always, the others from moderate. */
const REGISTERED_FROM: Readonly<Record<SideEffect, SideEffectGrade>> = {
  matting: 2,
  pigmentation: 2,
  ulcer: 1,
};

/** What a review that holds says of one vein. */
export interface SeenVein extends Readonly<Record<SideEffect, SideEffectGrade>> {
  readonly reviewId: ReviewId;
  readonly caseId: CaseId;
  readonly onDate: CalendarDate;
  readonly veinId: VeinId;
}

/** How a finding stood at one review. */
export interface FindingOnDate {
  readonly onDate: CalendarDate;
  /** The gravest of its veins; null: none of them shows it any more. */
  readonly grade: ComplicationGrade | null;
}

/** A side effect that was first found at a review, in one vein or several, and how later reviews saw it. */
export interface ReviewFinding {
  readonly finding: SideEffect;
  readonly caseId: CaseId;
  /** The review at which it was first grave enough. */
  readonly reviewId: ReviewId;
  readonly onsetOn: CalendarDate;
  readonly veinIds: readonly VeinId[];
  /** The oldest first, beginning with the first review; those that saw none of its veins are left out. */
  readonly course: readonly FindingOnDate[];
}

/** Gathers what reviews found into findings with their courses. `seen`: veins that were seen, in the order of time. */
export function reviewFindings(seen: readonly SeenVein[]): readonly ReviewFinding[] {
  return SIDE_EFFECTS.flatMap((finding) => {
    const onsets = onsetsOf(finding, seen);
    const together = Map.groupBy(onsets, ({ reviewId }) => reviewId);
    return [...together.values()].flatMap((group) => {
      const [onset] = group;
      return onset ? [findingOf(finding, onset, group, seen)] : [];
    });
  });
}

/** For each vein the first look that was grave enough. */
function onsetsOf(finding: SideEffect, seen: readonly SeenVein[]): readonly SeenVein[] {
  const onsets = new Map<VeinId, SeenVein>();
  for (const look of seen) {
    if (look[finding] >= REGISTERED_FROM[finding] && !onsets.has(look.veinId)) onsets.set(look.veinId, look);
  }
  return [...onsets.values()];
}

function findingOf(
  finding: SideEffect,
  onset: SeenVein,
  group: readonly SeenVein[],
  seen: readonly SeenVein[],
): ReviewFinding {
  const veinIds = group.map(({ veinId }) => veinId);
  const isOfIt = new Set(veinIds);
  const looks = seen.filter(({ veinId, onDate }) => isOfIt.has(veinId) && onDate >= onset.onDate);
  const byReview = Map.groupBy(looks, ({ reviewId }) => reviewId);
  return {
    finding,
    caseId: onset.caseId,
    reviewId: onset.reviewId,
    onsetOn: onset.onDate,
    veinIds,
    course: [...byReview.values()].map((atReview) => ({
      onDate: atReview[0]?.onDate ?? onset.onDate,
      grade: gravest(atReview.map((look) => gradeOf(look[finding]))),
    })),
  };
}

function gradeOf(grade: SideEffectGrade): ComplicationGrade | null {
  return ([null, 'mild', 'moderate', 'severe'] as const)[grade];
}
