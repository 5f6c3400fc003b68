import { TextInput } from '@mantine/core';
import type { ProfileFigure } from '../../../../shared/domain/dose/profile-figures.ts';
import { sourceText } from '../../../text/limit-text.ts';
import { profileEditorText } from '../../../text/profile-editor-text.ts';
import styles from './profile-editor.module.css';

const words = profileEditorText.fields;

interface SourceFieldProps {
  /** The figure as it was read; undefined: it cannot be read yet. */
  readonly figure: ProfileFigure | undefined;
  /** It says what the label says, so that the label's source holds. */
  readonly isLabels: boolean;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Where a figure comes from: of an unchanged one the label's own words, of a changed one the clinic's, to be given. */
export function SourceField({ figure, isLabels, value, fault, onChange }: SourceFieldProps) {
  if (figure && isLabels) {
    return (
      <p className={styles.labelSource}>
        {words.unchanged} {sourceText(figure.value.source)}
      </p>
    );
  }
  return (
    <TextInput
      className={styles.wide}
      label={words.source}
      description={words.sourceHint}
      autoComplete="off"
      maxLength={300}
      value={value}
      error={fault}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
