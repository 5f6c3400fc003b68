import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconCross,
  IconHelpCircle,
  IconOctagon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RegisterLine } from '../../../../shared/contract/complications.ts';
import type { ComplicationState } from '../../../../shared/domain/outcome/complication.ts';
import {
  COMPLICATION_GRADE_WORDS,
  COMPLICATION_STATE_WORDS,
  complicationText as words,
} from '../../../text/complication-text.ts';
import { REACTION_WORDS } from '../../../text/reaction-text.ts';
import { StatusChip, type Tone } from '../../../ui/chip.tsx';
import styles from './complications.module.css';

/** How grave it is at its worst: filled points and a word; what is serious carries an octagon as well. */
export function GradeSign({ line }: { readonly line: Pick<RegisterLine, 'grade' | 'serious'> }) {
  const { grade, serious } = line;
  return (
    <span className={styles.grade}>
      <span className={styles.gradeWord}>
        <span className={styles.points} aria-hidden>
          {(['mild', 'moderate', 'severe'] as const).map((step, index) => (
            <i key={step} data-on={gradeNumber(grade) > index || undefined} />
          ))}
        </span>
        {grade === null ? words.notJudged : COMPLICATION_GRADE_WORDS[grade]}
      </span>
      {serious ? (
        <strong className={styles.serious}>
          <IconOctagon size={14} aria-hidden />
          {words.serious}
        </strong>
      ) : null}
    </span>
  );
}

function gradeNumber(grade: RegisterLine['grade']): number {
  return grade === null ? 0 : ['mild', 'moderate', 'severe'].indexOf(grade) + 1;
}

/** Whether it goes on; of a reaction nobody follows, that. */
export function StateSign({ line }: { readonly line: Pick<RegisterLine, 'state' | 'struckOut'> }) {
  if (line.struckOut) return <StatusChip tone="plain">{words.struckOutWord}</StatusChip>;
  if (line.state === null) return <span className={styles.quiet}>{words.notFollowed}</span>;
  return <StateChip state={line.state} />;
}

/** A state in its sign and word. */
export function StateChip({ state }: { readonly state: ComplicationState }) {
  const { tone, icon } = SIGNS[state];
  return (
    <StatusChip tone={tone} icon={icon}>
      {COMPLICATION_STATE_WORDS[state]}
    </StatusChip>
  );
}

const SIGNS: Readonly<Record<ComplicationState, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  ongoing: { tone: 'warn', icon: <IconClock size={16} aria-hidden /> },
  resolved: { tone: 'ok', icon: <IconCircleCheck size={16} aria-hidden /> },
  'resolved-with-sequelae': { tone: 'plain', icon: <IconAlertTriangle size={16} aria-hidden /> },
  fatal: { tone: 'hard', icon: <IconCross size={16} aria-hidden /> },
  unknown: { tone: 'plain', icon: <IconHelpCircle size={16} aria-hidden /> },
};

/** Where it comes from, where it was not recorded here: the reaction's own word, or the review. */
export function sourceWord({ source }: Pick<RegisterLine, 'source'>): string | null {
  switch (source.from) {
    case 'reaction':
      return words.sourceReaction(REACTION_WORDS[source.reaction.kind]);
    case 'review':
      return words.fromReview;
    case 'complication':
      return null;
  }
}
