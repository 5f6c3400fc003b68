import { useState } from 'react';
import type { RecordReview, ReviewView } from '../../../shared/contract/review.ts';
import type { ReviewDraft } from '../../../shared/contract/review-draft.ts';
import { LEGS, type Leg } from '../../../shared/domain/leg-map/vein.ts';
import { standingReviews } from '../../../shared/domain/outcome/review.ts';
import { mayDo, type Person } from '../../../shared/domain/staff/roles.ts';
import { idOf, type CaseId, type PatientId, type ReviewId, type VeinId } from '../../../shared/kernel/ids.ts';
import { daysBetween, type CalendarDate } from '../../../shared/kernel/time.ts';
import { weekdayDateText } from '../../text/format.ts';
import { RESPONSE_WORDS, reviewText } from '../../text/review-text.ts';
import { mayNotText } from '../../text/role-text.ts';
import { counted } from '../../text/time-text.ts';
import { PageBar } from '../../ui/page-bar.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { DosesOfCase } from './doses-of-case.tsx';
import { ResponseMap } from './response-map.tsx';
import { ReviewActions } from './review-actions.tsx';
import { correctionOf, draftRatings, isEmpty, missingFrom, reviewToSend } from './review-draft.ts';
import { responseCounts, reviewRows } from './review-model.ts';
import { ReviewNotes } from './review-notes.tsx';
import { ReviewParts } from './review-parts.tsx';
import styles from './review.module.css';

interface ReviewScreenProps {
  readonly patientId: PatientId;
  readonly caseId: CaseId;
  readonly view: ReviewView;
  readonly today: CalendarDate;
  readonly person: Person;
  readonly draft: ReviewDraft;
  readonly onChange: (draft: ReviewDraft) => void;
  readonly onDrop: (draft: ReviewDraft) => void;
  readonly record: {
    readonly mutate: (review: RecordReview, options: { readonly onSuccess: () => void }) => void;
    readonly isPending: boolean;
    readonly error: unknown;
  };
  /** Leads to the plan of the case. */
  readonly onPlan: () => void;
}

const LEG_OPTIONS = LEGS.map((value) => ({ value, label: value === 'right' ? 'Right' : 'Left' }));

/** The review of today, one that is being corrected, or an earlier one to read: the map beside what is judged. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { patientId, caseId, view, today, person, draft, onChange, onDrop, record } = props;
  const [readId, setReadId] = useState<ReviewId | null>(null);
  const [chosenLeg, setLeg] = useState<Leg | null>(null);
  const [selected, setSelected] = useState<VeinId | null>(null);
  const read = view.reviews.find(({ id }) => id === readId) ?? null;
  const mayWrite = mayDo(person.roles, 'review/write');
  const shown = read ? correctionOf(read, read.id) : draft;
  const onDate = read?.onDate ?? draft.corrects?.onDate ?? today;
  const ratings = draftRatings(shown);
  const earlier = standingReviews(view.reviews).filter((review) => review.onDate < onDate);
  const all = reviewRows(view, ratings, earlier[0] ?? null);
  const leg = chosenLeg ?? LEGS.find((each) => all.some(({ vein }) => vein.leg === each)) ?? 'right';
  const missing = mayWrite ? missingFrom(draft) : mayNotText('review/write');
  const select = (id: VeinId | null) => {
    setSelected(id);
    const vein = view.veins.find((each) => each.id === id);
    if (vein) setLeg(vein.leg);
  };
  const save = () => {
    if (missing) return;
    record.mutate(reviewToSend(caseId, draft, today), {
      onSuccess: () => {
        onDrop(draft);
      },
    });
  };
  return (
    <div className={styles.page}>
      <PageBar
        title={reviewText.title}
        aside={`${weekdayDateText(onDate)}${sinceText(view.sessions.at(-1)?.onDate, onDate)}`}
        end={
          <ReviewActions
            {...{ patientId, caseId, selected, view }}
            read={read}
            isCorrection={draft.corrects !== null}
            isPending={record.isPending}
            isBegun={mayWrite && !(isEmpty(draft) && draft.note === '')}
            missing={missing}
            onSave={save}
            onBack={() => {
              setReadId(null);
            }}
            onCorrect={
              mayWrite && read && standingReviews(view.reviews).includes(read)
                ? () => {
                    onChange(correctionOf(read, idOf<'review'>(crypto.randomUUID())));
                    setReadId(null);
                  }
                : null
            }
          />
        }
      >
        <SegmentedControl label="Leg" options={LEG_OPTIONS} value={leg} onChange={setLeg} height={44} />
      </PageBar>
      <div className={styles.columns}>
        <div className={styles.left}>
          <Counts ratings={shown.ratings} />
          <ResponseMap {...{ caseId, view, leg, selected }} shown={ratings} onSelect={select} />
          <DosesOfCase caseId={caseId} today={today} />
        </div>
        <div className={styles.right}>
          <ReviewNotes
            view={view}
            read={read}
            draft={draft}
            mayWrite={mayWrite}
            error={record.error}
            onChange={onChange}
            onDrop={onDrop}
            onPlan={props.onPlan}
          />
          <ReviewParts
            view={view}
            leg={leg}
            onDate={onDate}
            rows={all}
            earlier={earlier}
            draft={shown}
            onChange={read || !mayWrite ? null : onChange}
            readId={readId}
            onRead={setReadId}
            selected={selected}
            onSelect={select}
          />
        </div>
      </div>
    </div>
  );
}

function Counts({ ratings }: Pick<ReviewDraft, 'ratings'>) {
  const counts = responseCounts(ratings);
  return (
    <p className={styles.counts}>
      {(['cleared', 'better', 'same', 'worse', 'not-seen'] as const)
        .filter((response) => counts[response] > 0)
        .map((response) => (
          <span key={response}>
            <strong>{counts[response]}</strong> {RESPONSE_WORDS[response].toLowerCase()}
          </span>
        ))}
      {ratings.length === 0 ? <span>{reviewText.nothingRated}</span> : null}
    </p>
  );
}

function sinceText(session: CalendarDate | undefined, on: CalendarDate): string {
  if (!session) return '';
  const days = daysBetween(session, on);
  if (days < 0) return '';
  if (days === 0) return ' · the day of the last session';
  const since = days < 7 ? counted(days, 'day') : counted(Math.floor(days / 7), 'week');
  return ` · ${since} after the last session`;
}
