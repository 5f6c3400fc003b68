import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RecordReview, ReviewView } from '../../../shared/contract/review.ts';
import { LEGS, type Leg } from '../../../shared/domain/leg-map/vein.ts';
import {
  SATISFACTIONS,
  type Satisfaction,
  type VeinResponse,
} from '../../../shared/domain/outcome/review.ts';
import { mayDo, type Person } from '../../../shared/domain/staff/roles.ts';
import type { CaseId, ReviewId, VeinId } from '../../../shared/kernel/ids.ts';
import { daysBetween, type CalendarDate } from '../../../shared/kernel/time.ts';
import { legWord, weekdayDateText } from '../../text/format.ts';
import { RESPONSE_WORDS, SATISFACTION_WORDS } from '../../text/review-text.ts';
import { mayNotText } from '../../text/role-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { SavedAt } from '../../ui/saved-at.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { UnapprovedProfileNote } from '../../ui/unapproved-profile-note.tsx';
import { Course } from './course.tsx';
import { DoseCharts } from './dose-charts.tsx';
import { ResponseMap } from './response-map.tsx';
import { graded, rated, responseCounts, responsesOf, responsesToSend, reviewRows } from './review-model.ts';
import { ReviewRows } from './review-rows.tsx';
import styles from './review.module.css';

interface ReviewScreenProps {
  readonly caseId: CaseId;
  readonly view: ReviewView;
  readonly today: CalendarDate;
  readonly person: Person;
  readonly record: {
    readonly mutate: (review: RecordReview, options: { readonly onSuccess: () => void }) => void;
    readonly isPending: boolean;
    readonly error: unknown;
  };
}

const LEG_OPTIONS = LEGS.map((value) => ({ value, label: value === 'right' ? 'Right' : 'Left' }));
const SATISFACTION_OPTIONS = SATISFACTIONS.map((value) => ({ value, label: SATISFACTION_WORDS[value] }));

/** The review of today, or an earlier one to read: rows to rate, the map as it follows from them, the doses. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { caseId, view, today, person, record } = props;
  const [draft, setDraft] = useState<ReadonlyMap<VeinId, VeinResponse>>(new Map());
  const [improvement, setImprovement] = useState('');
  const [satisfaction, setSatisfaction] = useState<Satisfaction | null>(null);
  const [note, setNote] = useState('');
  const [readId, setReadId] = useState<ReviewId | null>(null);
  const read = view.reviews.find(({ id }) => id === readId) ?? null;
  const shown = read ? responsesOf(read) : draft;
  const previous = view.reviews[read ? view.reviews.indexOf(read) + 1 : 0] ?? null;
  const all = reviewRows(view, shown, previous);
  const legs = LEGS.filter((each) => all.some(({ vein }) => vein.leg === each));
  const [chosenLeg, setLeg] = useState<Leg | null>(null);
  const leg = chosenLeg ?? legs[0] ?? 'right';
  const rows = all.filter(({ vein }) => vein.leg === leg);
  const [selected, setSelected] = useState<VeinId | null>(null);
  const mayWrite = mayDo(person.roles, 'review/write');
  const percent = parsePercent(improvement);
  const missing = !mayWrite
    ? mayNotText('review/write')
    : draft.size === 0
      ? 'Rate at least one vein'
      : percent === undefined
        ? 'Improvement is a whole number from 0 to 100'
        : null;
  const save = () => {
    if (missing || percent === undefined) return;
    const review: RecordReview = {
      caseId,
      onDate: today,
      responses: responsesToSend(all),
      improvementPercent: percent,
      satisfaction,
      note,
    };
    record.mutate(review, {
      onSuccess: () => {
        setDraft(new Map());
        setImprovement('');
        setSatisfaction(null);
        setNote('');
      },
    });
  };
  const counts = responseCounts([...shown.values()]);
  const lastSession = view.sessions.at(-1);
  // Of several rules that the sessions were judged by, one that nobody approved is named before the last.
  const judge = view.judgedBy.find(({ profileApproved }) => !profileApproved) ?? view.judgedBy.at(-1);
  return (
    <div className={styles.page}>
      <PageBar
        title="Review"
        aside={`${weekdayDateText(read?.onDate ?? today)}${sinceText(lastSession?.onDate, read?.onDate ?? today)}`}
        end={
          <>
            {judge ? (
              <UnapprovedProfileNote name={judge.profile.name} approved={judge.profileApproved} />
            ) : null}
            <SavedAt at={view.reviews[0]?.recordedAt ?? null} pending={record.isPending} />
            {read ? (
              <Button
                onClick={() => {
                  setReadId(null);
                }}
              >
                Back to today’s review
              </Button>
            ) : (
              <Button kind="main" busy={record.isPending} disabledBecause={missing} onClick={save}>
                Save review
              </Button>
            )}
          </>
        }
      >
        <SegmentedControl label="Leg" options={LEG_OPTIONS} value={leg} onChange={setLeg} height={44} />
      </PageBar>
      <div className={styles.columns}>
        <div className={styles.left}>
          <p className={styles.counts}>
            {(['cleared', 'better', 'same', 'worse', 'not-seen'] as const)
              .filter((response) => counts[response] > 0)
              .map((response) => (
                <span key={response}>
                  <strong>{counts[response]}</strong> {RESPONSE_WORDS[response].toLowerCase()}
                </span>
              ))}
            {shown.size === 0 ? <span>Nothing rated yet</span> : null}
          </p>
          <ResponseMap {...{ caseId, view, leg, shown, selected, onSelect: setSelected }} />
          <DoseCharts view={view} />
        </div>
        <div className={styles.right}>
          <ReviewRows
            title={`Response, ${legWord(leg)} leg`}
            rows={rows}
            selected={selected}
            onSelect={setSelected}
            onRate={
              read || !mayWrite
                ? null
                : (veinId, response) => {
                    setDraft(rated(draft, veinId, response));
                  }
            }
            onGrade={(veinId, effect) => {
              setDraft(graded(draft, veinId, effect));
            }}
          />
          <section className={styles.overall} aria-label="Overall">
            {!mayWrite && !read ? (
              <p>To read only. {mayNotText('review/write')}.</p>
            ) : read ? (
              <p>
                Improvement{' '}
                {read.improvementPercent === null ? 'not judged' : `${String(read.improvementPercent)} %`} ·{' '}
                {read.satisfaction ? SATISFACTION_WORDS[read.satisfaction] : 'satisfaction not asked'} ·{' '}
                {view.names[read.recordedBy] ?? 'unknown'}
                {read.note ? ` · ${read.note}` : ''}
              </p>
            ) : (
              <>
                <label className={styles.improvement}>
                  Improvement
                  <span>
                    <input
                      inputMode="numeric"
                      value={improvement}
                      aria-invalid={percent === undefined}
                      onChange={(event) => {
                        setImprovement(event.currentTarget.value);
                      }}
                    />{' '}
                    %
                  </span>
                </label>
                <SegmentedControl
                  label="Satisfaction"
                  options={SATISFACTION_OPTIONS}
                  value={satisfaction}
                  onChange={setSatisfaction}
                  height={44}
                />
                <Textarea
                  aria-label="Note"
                  placeholder="Note"
                  value={note}
                  maxLength={2000}
                  onChange={(event) => {
                    setNote(event.currentTarget.value);
                  }}
                />
              </>
            )}
            <ErrorNote error={record.error} />
          </section>
          <Course view={view} readId={readId} onRead={setReadId} />
        </div>
      </div>
    </div>
  );
}

/** Undefined: not a whole number from 0 to 100. Null: left open. */
function parsePercent(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  if (!/^\d{1,3}$/.test(text.trim())) return undefined;
  const percent = Number(text);
  return percent <= 100 ? percent : undefined;
}

function sinceText(session: CalendarDate | undefined, on: CalendarDate): string {
  if (!session) return '';
  const days = daysBetween(session, on);
  if (days < 0) return '';
  if (days === 0) return ' · the day of the last session';
  const weeks = Math.floor(days / 7);
  return weeks === 0
    ? ` · ${String(days)} days after the last session`
    : ` · ${String(weeks)} weeks after the last session`;
}
