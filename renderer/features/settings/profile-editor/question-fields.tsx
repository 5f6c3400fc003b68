import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { CONTRAINDICATION_GRADES } from '../../../../shared/domain/dose/label-profile.ts';
import { profileEditorText } from '../../../text/profile-editor-text.ts';
import type { QuestionDraft } from './figure-drafts.ts';
import styles from './profile-editor.module.css';

const words = profileEditorText.fields;

interface QuestionFieldsProps {
  readonly question: QuestionDraft;
  readonly faultOf: (field: string) => string | undefined;
  readonly onChange: (change: Partial<QuestionDraft>) => void;
}

/** A question of the eligibility check, and how grave a yes is. */
export function QuestionFields({ question, faultOf, onChange }: QuestionFieldsProps) {
  return (
    <>
      <TextInput
        className={styles.wide}
        label={words.question}
        description={words.questionHint}
        autoComplete="off"
        maxLength={200}
        value={question.text}
        error={faultOf('text')}
        onChange={(event) => {
          onChange({ text: event.currentTarget.value });
        }}
      />
      <div className={styles.row}>
        <NativeSelect
          label={words.grade}
          value={question.grade}
          data={CONTRAINDICATION_GRADES.map((value) => ({ value, label: profileEditorText.grades[value] }))}
          error={faultOf('grade')}
          onChange={({ currentTarget: { value } }) => {
            const grade = CONTRAINDICATION_GRADES.find((each) => each === value);
            if (grade) onChange({ grade });
          }}
        />
        <div className={styles.ticks}>
          <Checkbox
            label={words.askEachSession}
            checked={question.askEachSession}
            onChange={(event) => {
              onChange({ askEachSession: event.currentTarget.checked });
            }}
          />
          <Checkbox
            label={words.foamOnly}
            checked={question.foamOnly}
            onChange={(event) => {
              onChange({ foamOnly: event.currentTarget.checked });
            }}
          />
        </div>
      </div>
    </>
  );
}
