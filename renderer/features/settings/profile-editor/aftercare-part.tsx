import { Checkbox, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { USUAL_AFTERCARE } from '../../../../shared/domain/session/aftercare.ts';
import { profileEditorText } from '../../../text/profile-editor-text.ts';
import { Button } from '../../../ui/button.tsx';
import type { AftercareDraft, AftercarePointDraft } from './aftercare-draft.ts';
import { withMember, type FormTools } from './form-tools.ts';
import styles from './profile-editor.module.css';
import { SourceField } from './source-field.tsx';

const words = profileEditorText.fields;

/** What patients are told after a session: the points, and for how many days each holds. */
export function AftercarePart({ tools }: { readonly tools: FormTools }) {
  const { aftercare } = tools.draft;
  const change = (part: Partial<AftercareDraft>) => {
    tools.change((draft) => ({ ...draft, aftercare: { ...draft.aftercare, ...part } }));
  };
  const figure = tools.figureOf('aftercare');
  const fault = tools.faultOf('aftercare');
  return (
    <>
      {fault ? (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      ) : null}
      {aftercare.points.map((point, n) => (
        <PointFields
          key={point.id}
          point={point}
          number={n + 1}
          faultOf={(field) => tools.faultOf(`aftercare ${point.id} ${field}`)}
          onChange={(changed) => {
            change({ points: withMember(aftercare.points, point.id, changed) });
          }}
          onRemove={() => {
            change({ points: aftercare.points.filter(({ id }) => id !== point.id) });
          }}
        />
      ))}
      <div className={styles.add}>
        <Button
          size="small"
          icon={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            const id = `own-${crypto.randomUUID()}`;
            change({ points: [...aftercare.points, { id, text: '', days: '', foamOnly: false }] });
          }}
        >
          {profileEditorText.addPoint}
        </Button>
      </div>
      {figure || aftercare.source !== '' ? (
        <SourceField
          figure={figure}
          isLabels={tools.isLabels('aftercare')}
          value={aftercare.source}
          fault={tools.faultOf('aftercare source')}
          onChange={(source) => {
            change({ source });
          }}
        />
      ) : (
        <p className={styles.labelSource}>
          {words.asUsual} {USUAL_AFTERCARE.source.text}
        </p>
      )}
    </>
  );
}

interface PointFieldsProps {
  readonly point: AftercarePointDraft;
  readonly number: number;
  readonly faultOf: (field: string) => string | undefined;
  readonly onChange: (change: Partial<AftercarePointDraft>) => void;
  readonly onRemove: () => void;
}

function PointFields({ point, number, faultOf, onChange, onRemove }: PointFieldsProps) {
  return (
    <fieldset className={styles.point} aria-label={words.pointNumber(number)}>
      <TextInput
        className={styles.pointText}
        label={words.point}
        autoComplete="off"
        maxLength={200}
        value={point.text}
        error={faultOf('text')}
        onChange={(event) => {
          onChange({ text: event.currentTarget.value });
        }}
      />
      <TextInput
        className={styles.pointDays}
        label={words.pointDays}
        inputMode="numeric"
        autoComplete="off"
        value={point.days}
        error={faultOf('days')}
        onChange={(event) => {
          onChange({ days: event.currentTarget.value });
        }}
      />
      <div className={styles.pointEnd}>
        <Checkbox
          label={words.foamOnly}
          checked={point.foamOnly}
          onChange={(event) => {
            onChange({ foamOnly: event.currentTarget.checked });
          }}
        />
        <Button size="small" icon={<IconTrash size={16} aria-hidden />} onClick={onRemove}>
          {profileEditorText.remove}
        </Button>
      </div>
    </fieldset>
  );
}
