import { VCSS_ITEMS, vcssTotal, type VcssItem, type VcssScore } from '../patient/assessment.ts';

/** Which way a score went. Lower is less severe; of compression it says how much is worn. */
export type Trend = 'lower' | 'same' | 'higher';

/** One figure before the treatment and now. */
export interface TrendLine {
  readonly before: number;
  readonly now: number;
  readonly trend: Trend;
}

/** A leg's score before the treatment beside the one of a review. */
export interface VcssTrend {
  /** In the order of the score. */
  readonly items: readonly (TrendLine & { readonly item: VcssItem })[];
  /** 0 to 30. */
  readonly total: TrendLine;
}

/** Two scores of a leg, item by item and in sum; null where one of them was not taken. */
export function vcssTrend(before: VcssScore | null, now: VcssScore | null): VcssTrend | null {
  if (before === null || now === null) return null;
  return {
    items: VCSS_ITEMS.map((item) => ({ item, ...trendLine(before[item], now[item]) })),
    total: trendLine(vcssTotal(before), vcssTotal(now)),
  };
}

/** One figure beside the one before. */
export function trendLine(before: number, now: number): TrendLine {
  return { before, now, trend: now < before ? 'lower' : now > before ? 'higher' : 'same' };
}
