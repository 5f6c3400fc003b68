import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { COMPLICATION_GRADES, COMPLICATION_STATES } from '../../../../shared/domain/outcome/complication.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import {
  COMPLICATION_GRADE_WORDS,
  COMPLICATION_STATE_WORDS,
  complicationText,
} from '../../../text/complication-text.ts';
import { FieldError } from '../../../ui/field-error.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import type { DraftForm } from '../../../ui/use-draft.ts';
import type { EntryDraft } from './complication-form.ts';
import styles from './complications.module.css';

const words = complicationText.form;
const YES_NO = [
  { value: 'yes', label: words.yes },
  { value: 'no', label: words.no },
] as const;

interface EntryFieldsProps {
  readonly form: Pick<DraftForm<EntryDraft>, 'draft' | 'set' | 'errorOf'>;
  readonly today: CalendarDate;
}

/** How a complication stands on a day: state, grade, whether it is serious, what is done. */
export function EntryFields({ form, today }: EntryFieldsProps) {
  const { draft, set, errorOf } = form;
  const seriousId = useId();
  const gradeId = useId();
  return (
    <>
      <div className={styles.row}>
        <TextInput
          type="date"
          label={words.lookedOn}
          max={today}
          value={draft.lookedOn}
          error={errorOf('lookedOn')}
          onChange={({ currentTarget: { value } }) => {
            set('lookedOn', value);
          }}
        />
        <NativeSelect
          size="md"
          label={words.state}
          value={draft.state}
          data={COMPLICATION_STATES.map((value) => ({ value, label: COMPLICATION_STATE_WORDS[value] }))}
          onChange={({ currentTarget: { value } }) => {
            const state = COMPLICATION_STATES.find((each) => each === value);
            if (state) set('state', state);
          }}
        />
        <Labelled label={words.grade} error={errorOf('grade')} errorId={gradeId}>
          <SegmentedControl
            label={words.grade}
            height={44}
            options={COMPLICATION_GRADES.map((value) => ({ value, label: COMPLICATION_GRADE_WORDS[value] }))}
            value={draft.grade}
            describedBy={gradeId}
            onChange={(grade) => {
              set('grade', grade);
            }}
          />
        </Labelled>
        <Labelled label={words.serious} error={errorOf('serious')} errorId={seriousId}>
          <SegmentedControl
            label={words.serious}
            height={44}
            options={YES_NO}
            value={draft.serious === null ? null : draft.serious ? 'yes' : 'no'}
            describedBy={seriousId}
            onChange={(answer) => {
              set('serious', answer === 'yes');
            }}
          />
        </Labelled>
      </div>
      <div className={styles.row}>
        <Textarea
          label={words.treatment}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={2000}
          value={draft.treatment}
          onChange={({ currentTarget: { value } }) => {
            set('treatment', value);
          }}
        />
        <Textarea
          label={words.note}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={2000}
          value={draft.note}
          onChange={({ currentTarget: { value } }) => {
            set('note', value);
          }}
        />
      </div>
    </>
  );
}

interface LabelledProps {
  readonly label: string;
  readonly error: string | null;
  readonly errorId: string;
  readonly children: ReactNode;
}

function Labelled({ label, error, errorId, children }: LabelledProps) {
  return (
    <div className={styles.labelled}>
      <span aria-hidden>{label}</span>
      {children}
      <FieldError id={errorId}>{error}</FieldError>
    </div>
  );
}
