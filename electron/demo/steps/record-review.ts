import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import type { Response, Satisfaction, SideEffectGrade } from '../../../shared/domain/outcome/review.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { seededNumbers } from '../../../shared/geometry/seeded.ts';
import type { ServiceContext } from '../../services/context.ts';
import { readReviews, recordReview } from '../../services/reviews.ts';
import { done } from '../demo-clinic.ts';

/** What a clinician sees at a review. */
export interface ReviewWish {
  readonly improvementPercent: number;
  readonly satisfaction: Satisfaction;
  readonly note?: string;
  /** Veins that did otherwise than most, by label. */
  readonly differing?: Readonly<Record<string, Response>>;
  readonly matting?: Readonly<Record<string, SideEffectGrade>>;
  readonly pigmentation?: Readonly<Record<string, SideEffectGrade>>;
}

/** Rates every vein that was treated: more of them cleared, the better the improvement. */
export async function review(context: ServiceContext, caseId: CaseId, wish: ReviewWish): Promise<void> {
  const { veins, given } = await done(readReviews(context, caseId));
  const treated = new Set(given.map(({ veinId }) => veinId));
  const random = seededNumbers(`${veins[0]?.id ?? ''} ${String(wish.improvementPercent)}`);
  const usual = (): Response => {
    const luck = random() * 100;
    return luck < wish.improvementPercent - 15 ? 'cleared' : luck < 92 ? 'better' : 'same';
  };
  await done(
    recordReview(context, {
      caseId,
      onDate: context.today(),
      responses: veins
        .filter(({ id }) => treated.has(id))
        .map((vein) => {
          const label = veinLabel(vein);
          return {
            veinId: vein.id,
            response: wish.differing?.[label] ?? usual(),
            matting: wish.matting?.[label] ?? 0,
            pigmentation: wish.pigmentation?.[label] ?? 0,
          };
        }),
      improvementPercent: wish.improvementPercent,
      satisfaction: wish.satisfaction,
      note: wish.note ?? '',
    }),
  );
}
