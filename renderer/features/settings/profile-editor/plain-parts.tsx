import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { profileEditorText } from '../../../text/profile-editor-text.ts';
import type { FormTools } from './form-tools.ts';
import type { PlainField } from './plain-draft.ts';
import styles from './profile-editor.module.css';
import { SourceField } from './source-field.tsx';

const { fields: words, headings } = profileEditorText;

interface PartProps {
  readonly tools: FormTools;
}

/** Interval, observation, compression and the pause in breastfeeding. */
export function TimesPart({ tools }: PartProps) {
  return (
    <>
      <PlainGroup tools={tools} about="interval" source="intervalSource">
        <PlainNumber tools={tools} field="minimumDays" />
        <PlainNumber tools={tools} field="usualDays" />
      </PlainGroup>
      <PlainGroup tools={tools} about="observation" source="observationSource">
        <PlainNumber tools={tools} field="observation" />
      </PlainGroup>
      <PlainGroup tools={tools} about="compression" source="compressionSource">
        <PlainNumber tools={tools} field="telangiectasia" />
        <PlainNumber tools={tools} field="reticular" />
      </PlainGroup>
      <PlainGroup tools={tools} about="breastfeeding" source="pauseSource">
        <PlainNumber tools={tools} field="pauseHours" hint={words.pauseHint} />
      </PlainGroup>
      <PlainGroup tools={tools} about="weighing" source="weighingSource">
        <PlainNumber tools={tools} field="confirmAfterDays" />
        <PlainNumber tools={tools} field="confirmChangePercent" />
      </PlainGroup>
    </>
  );
}

/** What patients are told to expect, and how long the work takes. */
export function CoursePart({ tools }: PartProps) {
  return (
    <>
      <PlainGroup tools={tools} about="expectation" source="expectationSource">
        <PlainNumber tools={tools} field="sessionsFrom" />
        <PlainNumber tools={tools} field="sessionsTo" />
        <PlainNumber tools={tools} field="improvementFrom" />
        <PlainNumber tools={tools} field="improvementTo" />
        <PlainNumber tools={tools} field="months" />
      </PlainGroup>
      <PlainGroup tools={tools} about="pace" source="paceSource">
        <PlainNumber tools={tools} field="secondsPerPuncture" />
        <PlainNumber tools={tools} field="usualMinutes" />
        <PlainNumber tools={tools} field="mostMinutes" />
      </PlainGroup>
    </>
  );
}

interface PlainGroupProps extends PartProps {
  readonly about: keyof typeof headings;
  readonly source: PlainField;
  readonly children: ReactNode;
}

function PlainGroup({ tools, about, source, children }: PlainGroupProps) {
  return (
    <fieldset className={styles.group}>
      <legend>{headings[about]}</legend>
      <div className={styles.row}>{children}</div>
      {tools.figureOf(about) || tools.draft.plain[source] !== '' ? (
        <SourceField
          figure={tools.figureOf(about)}
          isLabels={tools.isLabels(about)}
          value={tools.draft.plain[source]}
          fault={tools.faultOf(`plain ${source}`)}
          onChange={(value) => {
            changePlain(tools, source, value);
          }}
        />
      ) : null}
    </fieldset>
  );
}

type NumberField = Exclude<PlainField, `${string}Source`>;

function PlainNumber({
  tools,
  field,
  hint,
}: PartProps & { readonly field: NumberField; readonly hint?: string }) {
  return (
    <TextInput
      label={words[field]}
      description={hint}
      inputMode="numeric"
      autoComplete="off"
      value={tools.draft.plain[field]}
      error={tools.faultOf(`plain ${field}`)}
      onChange={(event) => {
        changePlain(tools, field, event.currentTarget.value);
      }}
    />
  );
}

function changePlain(tools: FormTools, field: PlainField, value: string): void {
  tools.change((draft) => ({ ...draft, plain: { ...draft.plain, [field]: value } }));
}
