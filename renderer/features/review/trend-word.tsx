import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import type { TrendLine } from '../../../shared/domain/outcome/vcss-trend.ts';
import type { VcssItem } from '../../../shared/domain/patient/assessment.ts';
import { trendText } from '../../text/review-text.ts';

interface TrendWordProps extends TrendLine {
  readonly item: VcssItem | 'total';
}

const ARROWS = { lower: IconArrowDownRight, same: IconEqual, higher: IconArrowUpRight } as const;

/** Which way a figure went: as an arrow, in figures and in a word. */
export function TrendWord({ before, now, trend, item }: TrendWordProps) {
  const Arrow = ARROWS[trend];
  return (
    <>
      <Arrow size={16} aria-hidden /> {before} → {now} {trendText(trend, item)}
    </>
  );
}
