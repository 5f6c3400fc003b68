import { useState } from 'react';
import type { ReviewView } from '../../../shared/contract/review.ts';
import type { ReviewDraft } from '../../../shared/contract/review-draft.ts';
import type { Leg } from '../../../shared/domain/leg-map/vein.ts';
import { isLeft, type Review } from '../../../shared/domain/outcome/review.ts';
import type { ReviewId, VeinId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { reviewText } from '../../text/review-text.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { CoursePart } from './course-part.tsx';
import { LegsPart } from './legs-part.tsx';
import { OverallPart } from './overall-part.tsx';
import { RemainsPart } from './remains-part.tsx';
import type { ReviewRow } from './review-model.ts';
import { VeinsPart } from './veins-part.tsx';
import styles from './review-parts.module.css';

interface ReviewPartsProps {
  readonly view: ReviewView;
  readonly leg: Leg;
  readonly onDate: CalendarDate;
  /** Of both legs. */
  readonly rows: readonly ReviewRow[];
  /** The reviews that hold and were before this one, the newest first. */
  readonly earlier: readonly Review[];
  readonly draft: ReviewDraft;
  /** Null: to read only. */
  readonly onChange: ((draft: ReviewDraft) => void) | null;
  readonly readId: ReviewId | null;
  readonly onRead: (id: ReviewId | null) => void;
  readonly selected: VeinId | null;
  readonly onSelect: (id: VeinId | null) => void;
}

const PARTS = ['veins', 'remains', 'legs', 'overall', 'course'] as const;
type Part = (typeof PARTS)[number];

/** The parts of a review, one at a time: they are gone through in this order, and in any other. */
export function ReviewParts(props: ReviewPartsProps) {
  const { view, leg, rows, draft, onChange } = props;
  const [part, setPart] = useState<Part>('veins');
  const ofLeg = rows.filter(({ vein }) => vein.leg === leg);
  const options = PARTS.map((value) => ({ value, label: labelOf(value, rows) }));
  return (
    <>
      <div className={styles.bar}>
        <SegmentedControl
          label={reviewText.part}
          options={options}
          value={part}
          height={44}
          onChange={setPart}
        />
      </div>
      {part === 'veins' ? <VeinsPart {...props} rows={ofLeg} /> : null}
      {part === 'remains' ? <RemainsPart {...props} /> : null}
      {part === 'legs' ? (
        <LegsPart leg={leg} legsBefore={view.legsBefore} draft={draft} onChange={onChange} />
      ) : null}
      {part === 'overall' ? (
        <OverallPart expectation={view.expectation} draft={draft} onChange={onChange} />
      ) : null}
      {part === 'course' ? <CoursePart {...props} rows={ofLeg} /> : null}
    </>
  );
}

function labelOf(part: Part, rows: readonly ReviewRow[]): string {
  const word = reviewText.parts[part];
  if (part === 'veins') {
    const rated = rows.filter(({ response }) => response !== null).length;
    return `${word} ${String(rated)}/${String(rows.length)}`;
  }
  if (part !== 'remains') return word;
  const left = rows.flatMap(({ response }) => (response && isLeft(response) ? [response] : []));
  const decided = left.filter(({ disposition }) => disposition !== null).length;
  return left.length === 0 ? word : `${word} ${String(decided)}/${String(left.length)}`;
}
