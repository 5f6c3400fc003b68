import { IconStrikethrough } from '@tabler/icons-react';
import { useState } from 'react';
import type { RegisterLine } from '../../../../shared/contract/complications.ts';
import type { Complication, CourseEntry } from '../../../../shared/domain/outcome/complication.ts';
import type { FindingOnDate } from '../../../../shared/domain/outcome/review-findings.ts';
import { useMayNot } from '../../../api/use-clinic.ts';
import { COMPLICATION_GRADE_WORDS, complicationText as words } from '../../../text/complication-text.ts';
import { dateText, momentText } from '../../../text/format.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './complications.module.css';
import { GradeSign, StateChip } from './register-signs.tsx';
import { StrikeOutDialog } from './strike-out-dialog.tsx';

interface CourseProps {
  readonly line: RegisterLine;
  readonly names: Readonly<Record<string, string>>;
}

/** How it stood, day by day; of a finding, review by review. */
export function Course({ line: { source }, names }: CourseProps) {
  if (source.from === 'reaction') return null;
  return (
    <section aria-label={words.course}>
      <h3 className={styles.subtitle}>{words.course}</h3>
      <ol className={styles.course}>
        {source.from === 'review'
          ? source.course.map((look) => <Look key={look.onDate} look={look} />)
          : source.complication.course.map((entry) => (
              <Entry key={entry.id} entry={entry} complication={source.complication} names={names} />
            ))}
      </ol>
      {source.from === 'complication' && source.complication.strikeOut ? (
        <Struck strikeOut={source.complication.strikeOut} names={names} />
      ) : null}
    </section>
  );
}

function Look({ look }: { readonly look: FindingOnDate }) {
  return (
    <li>
      <div className={styles.entryHead}>
        <strong>{dateText(look.onDate)}</strong>
        <span className={styles.quiet}>{words.atReview}</span>
        <span>{look.grade === null ? words.gone : COMPLICATION_GRADE_WORDS[look.grade]}</span>
      </div>
    </li>
  );
}

interface EntryProps {
  readonly entry: CourseEntry;
  readonly complication: Complication;
  readonly names: Readonly<Record<string, string>>;
}

function Entry({ entry, complication, names }: EntryProps) {
  const mayNot = useMayNot('complication/record');
  const [isStriking, setIsStriking] = useState(false);
  const canStrike = !entry.strikeOut && !complication.strikeOut && complication.course.length > 1;
  return (
    <li data-struck={entry.strikeOut ? true : undefined}>
      <div className={styles.entryHead}>
        <strong>{dateText(entry.onDate)}</strong>
        <StateChip state={entry.state} />
        {entry.grade || entry.serious ? <GradeSign line={entry} /> : null}
        {canStrike && !mayNot ? (
          <Button
            kind="quiet"
            size="small"
            className={styles.strikeButton}
            label={words.strikeOutEntry(dateText(entry.onDate))}
            icon={<IconStrikethrough size={16} aria-hidden />}
            onClick={() => {
              setIsStriking(true);
            }}
          >
            {null}
          </Button>
        ) : null}
      </div>
      {entry.treatment ? (
        <p>
          <span className={styles.quiet}>{words.treatment}:</span> {entry.treatment}
        </p>
      ) : null}
      {entry.note ? <p>{entry.note}</p> : null}
      <p className={styles.quiet}>{words.by(names[entry.recordedBy] ?? '', momentText(entry.recordedAt))}</p>
      {entry.strikeOut ? <Struck strikeOut={entry.strikeOut} names={names} /> : null}
      {isStriking ? (
        <StrikeOutDialog
          complicationId={complication.id}
          entryId={entry.id}
          onClose={() => {
            setIsStriking(false);
          }}
        />
      ) : null}
    </li>
  );
}

function Struck({
  strikeOut,
  names,
}: {
  readonly strikeOut: NonNullable<CourseEntry['strikeOut']>;
  readonly names: Readonly<Record<string, string>>;
}) {
  const { struckBy, struckAt, reason } = strikeOut;
  return (
    <p className={styles.struckBy}>{words.struckOut(names[struckBy] ?? '', momentText(struckAt), reason)}</p>
  );
}
