import type { StockLot } from '../../../shared/contract/stock.ts';
import type { PlanItem } from '../../../shared/domain/plan/plan.ts';
import type { LotId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';

export const BOX_GROUPS = ['here', 'today', 'stock', 'other-strength', 'not-to-be-drawn'] as const;
/**
 * Opened in this session; opened today in another one; in stock; of a strength that the plan means for nothing today; expired or
 * recalled.
 */
export type BoxGroup = (typeof BOX_GROUPS)[number];

export interface BoxChoice {
  readonly lot: StockLot;
  readonly group: BoxGroup;
  /** Why it cannot be drawn; null: it can. */
  readonly unusable: 'recalled' | 'expired' | null;
}

interface BoxQuestion {
  readonly opened: ReadonlySet<LotId>;
  readonly lots: readonly StockLot[];
  readonly due: readonly Pick<PlanItem, 'preparation'>[];
  readonly today: CalendarDate;
}

/** The boxes to choose from, those at hand first, and in each group the first to expire first. */
export function boxChoices(question: BoxQuestion): readonly BoxChoice[] {
  const choices = question.lots.map((lot): BoxChoice => {
    const unusable = unusableBecause(lot, question);
    return { lot, unusable, group: unusable === null ? groupOf(lot, question) : 'not-to-be-drawn' };
  });
  const rank = ({ group }: BoxChoice) => BOX_GROUPS.indexOf(group);
  return choices.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.lot.expiresOn < b.lot.expiresOn ? -1 : a.lot.expiresOn > b.lot.expiresOn ? 1 : 0),
  );
}

/** A count that says nothing is left keeps no box away: the count may be wrong, the day and a recall are not. */
function unusableBecause(lot: StockLot, { today }: BoxQuestion): BoxChoice['unusable'] {
  if (lot.recalledBecause !== null) return 'recalled';
  return lot.expiresOn < today ? 'expired' : null;
}

function groupOf(lot: StockLot, { opened, due }: BoxQuestion): BoxGroup {
  if (opened.has(lot.id)) return 'here';
  const isMeant =
    due.length === 0 ||
    due.some(({ preparation }) => preparation.strengthUgPerMl === lot.product.strengthUgPerMl);
  if (!isMeant) return 'other-strength';
  return lot.openedToday ? 'today' : 'stock';
}

/** The strengths, in µg/mL, that the plan means today and of which no box can be drawn. */
export function strengthsOutOfStock(
  choices: readonly BoxChoice[],
  due: readonly Pick<PlanItem, 'preparation'>[],
): readonly number[] {
  const usable = new Set(
    choices.filter(({ unusable }) => unusable === null).map(({ lot }) => lot.product.strengthUgPerMl),
  );
  const meant = new Set(due.map(({ preparation }) => preparation.strengthUgPerMl));
  return [...meant].filter((strength) => !usable.has(strength)).toSorted((a, b) => a - b);
}
