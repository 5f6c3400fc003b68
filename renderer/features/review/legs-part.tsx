import { Select } from '@mantine/core';
import type { LegsBefore } from '../../../shared/contract/review.ts';
import type { ReviewDraft } from '../../../shared/contract/review-draft.ts';
import type { Leg } from '../../../shared/domain/leg-map/vein.ts';
import { trendLine, vcssTrend } from '../../../shared/domain/outcome/vcss-trend.ts';
import {
  CEAP_CLASSES,
  VCSS_ITEMS,
  vcssTotal,
  type VcssItem,
} from '../../../shared/domain/patient/assessment.ts';
import { assessmentText } from '../../text/assessment-text.ts';
import { legWord } from '../../text/format.ts';
import { reviewText } from '../../text/review-text.ts';
import { Button } from '../../ui/button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TwoLegFigure } from '../../ui/two-leg-figure.tsx';
import { fullScore, NOT_SCORED, restAsBefore, scoredItems, withLeg } from './review-draft.ts';
import { dayOnWall } from '../patient/day-on-wall.ts';
import { TrendWord } from './trend-word.tsx';
import styles from './legs-part.module.css';

interface LegsPartProps {
  readonly leg: Leg;
  /** Null: the legs were not assessed. */
  readonly legsBefore: LegsBefore | null;
  readonly draft: ReviewDraft;
  /** Null: to read only. */
  readonly onChange: ((draft: ReviewDraft) => void) | null;
}

const GRADES = ['0', '1', '2', '3'] as const;
const GRADE_OPTIONS = GRADES.map((grade) => ({ value: grade, label: grade }));
const VALUES = { '0': 0, '1': 1, '2': 2, '3': 3 } as const;

/** CEAP and VCSS of a leg again, each item beside the one before the treatment. */
export function LegsPart({ leg, legsBefore, draft, onChange }: LegsPartProps) {
  const { ceap, vcss } = draft.legs[leg];
  const before = legsBefore?.legs[leg] ?? null;
  const earlier = before?.vcss ?? null;
  const full = fullScore(vcss);
  const trend = vcssTrend(earlier, full);
  const setItem = (item: VcssItem, value: 0 | 1 | 2 | 3) =>
    onChange?.(withLeg(draft, leg, { vcss: { ...vcss, [item]: value } }));
  return (
    <section className={styles.part} aria-label={`CEAP and VCSS, ${legWord(leg)} leg`}>
      <header className={styles.head}>
        <TwoLegFigure legs={[leg]} height={26} />
        <h2>{legWord(leg)} leg</h2>
        <span>{reviewText.before(legsBefore && dayOnWall(legsBefore.recordedAt))}</span>
      </header>
      <div className={styles.scroll}>
        <div className={styles.ceap}>
          <span>{reviewText.ceap}</span>
          <span>{before?.ceap ?? reviewText.notJudged.toLowerCase()}</span>
          <span aria-hidden="true">→</span>
          <Select
            aria-label={`${reviewText.ceap}, ${legWord(leg)} leg`}
            size="md"
            placeholder={reviewText.notJudged}
            data={[...CEAP_CLASSES]}
            value={ceap}
            clearable
            disabled={onChange === null}
            onChange={(value) =>
              onChange?.(withLeg(draft, leg, { ceap: CEAP_CLASSES.find((known) => known === value) ?? null }))
            }
          />
        </div>
        <div className={styles.total}>
          <strong>{reviewText.vcss}</strong>
          <span>{earlier ? vcssTotal(earlier) : reviewText.notScored}</span>
          <span aria-hidden="true">→</span>
          <strong>{full ? `${String(vcssTotal(full))} of 30` : reviewText.scored(scoredItems(vcss))}</strong>
          <span className={styles.word}>{trend ? <TrendWord {...trend.total} item="total" /> : null}</span>
          {onChange ? (
            <span className={styles.actions}>
              {earlier && full === null ? (
                <Button
                  size="small"
                  onClick={() => {
                    onChange(restAsBefore(draft, leg, earlier));
                  }}
                >
                  {reviewText.sameAsBefore}
                </Button>
              ) : null}
              {scoredItems(vcss) > 0 ? (
                <Button
                  size="small"
                  onClick={() => {
                    onChange(withLeg(draft, leg, { vcss: NOT_SCORED }));
                  }}
                >
                  {reviewText.dropScore}
                </Button>
              ) : null}
            </span>
          ) : null}
        </div>
        {VCSS_ITEMS.map((item) => {
          const value = vcss[item];
          const line = value === null || !earlier ? null : trendLine(earlier[item], value);
          return (
            <div key={item} className={styles.item}>
              <span>{assessmentText.items[item]}</span>
              <span className={styles.was}>{earlier ? earlier[item] : '–'}</span>
              <SegmentedControl
                label={`${assessmentText.items[item]}, ${legWord(leg)} leg`}
                height={44}
                disabled={onChange === null}
                options={GRADE_OPTIONS}
                value={value === null ? null : GRADES[value]}
                onChange={(grade) => {
                  setItem(item, VALUES[grade]);
                }}
              />
              <span className={styles.word}>{line ? <TrendWord {...line} item={item} /> : null}</span>
            </div>
          );
        })}
      </div>
      <p className={styles.source}>
        {assessmentText.grading}. {reviewText.tracks}
      </p>
    </section>
  );
}
