import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import type {
  Disposition,
  Response,
  Review,
  Satisfaction,
  SideEffectGrade,
} from '../../../shared/domain/outcome/review.ts';
import { idOf, type CaseId } from '../../../shared/kernel/ids.ts';
import { addDays } from '../../../shared/kernel/time.ts';
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
  readonly ulcer?: Readonly<Record<string, SideEffectGrade>>;
  readonly disposition?: Readonly<Record<string, Disposition>>;
  /** For how long the veins that rest are left alone. */
  readonly restDays?: number;
  readonly legs?: Review['legs'];
}

const NOT_JUDGED: Review['legs'] = { right: { ceap: null, vcss: null }, left: { ceap: null, vcss: null } };

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
      reviewId: idOf<'review'>(context.newUuid()),
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
            ulcer: wish.ulcer?.[label] ?? 0,
            disposition: wish.disposition?.[label] ?? null,
          };
        }),
      improvementPercent: wish.improvementPercent,
      satisfaction: wish.satisfaction,
      legs: wish.legs ?? NOT_JUDGED,
      restUntil: wish.restDays === undefined ? null : addDays(context.today(), wish.restDays),
      note: wish.note ?? '',
      replaces: null,
    }),
  );
}
