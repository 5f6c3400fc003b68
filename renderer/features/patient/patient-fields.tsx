import { Checkbox, TextInput } from '@mantine/core';
import { SEXES } from '../../../shared/domain/patient/patient.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { NBSP } from '../../text/format.ts';
import { patientText } from '../../text/patient-text.ts';
import { readDate } from '../../text/read-fields.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { textFieldOf, type DraftForm } from '../../ui/use-draft.ts';
import type { AllergyDraft, IdentityDraft, MeasureDraft } from './patient-form.ts';
import styles from './patient-fields.module.css';

/** A form that has at least these fields. */
type FormWith<Part> = Pick<DraftForm<Part>, 'draft' | 'set' | 'errorOf' | 'touch'>;

export function IdentityFields({
  form,
  today,
}: {
  readonly form: FormWith<IdentityDraft>;
  readonly today: CalendarDate;
}) {
  const birthDate = readDate(form.draft.birthDate, today);
  return (
    <div className={styles.grid}>
      <TextInput
        {...textFieldOf(form, 'familyName')}
        label={patientText.familyName}
        maxLength={60}
        required
        autoFocus
      />
      <TextInput {...textFieldOf(form, 'givenName')} label={patientText.givenName} maxLength={60} required />
      <TextInput
        {...textFieldOf(form, 'birthDate')}
        label={patientText.birthDate}
        description={birthDate ? patientText.understoodAs(birthDate) : patientText.birthHint}
        maxLength={20}
        required
      />
      <TextInput
        {...textFieldOf(form, 'recordNumber')}
        label={patientText.recordNumber}
        description={NBSP}
        maxLength={30}
        required
      />
      <div className={styles.wide}>
        <span className={styles.label}>{patientText.sex}</span>
        <SegmentedControl
          label={patientText.sex}
          height={44}
          options={SEXES.map((sex) => ({ value: sex, label: patientText.sexes[sex] }))}
          value={form.draft.sex}
          onChange={(sex) => {
            form.set('sex', sex);
          }}
        />
        <FieldError>{form.errorOf('sex')}</FieldError>
      </div>
    </div>
  );
}

export function MeasureFields({ form }: { readonly form: FormWith<MeasureDraft> }) {
  return (
    <div className={styles.grid}>
      <TextInput
        {...textFieldOf(form, 'weight')}
        label={patientText.weight}
        description={patientText.weightHint}
        maxLength={9}
      />
      <TextInput
        {...textFieldOf(form, 'height')}
        label={patientText.height}
        description={patientText.heightHint}
        maxLength={9}
      />
    </div>
  );
}

const ASKED = ['not-asked', 'none', 'some'] as const;
const ASKED_WORDS = {
  'not-asked': patientText.notAsked,
  none: patientText.noneKnown,
  some: patientText.hasSome,
};

interface AllergyFieldsProps {
  readonly form: FormWith<AllergyDraft>;
  /** Once somebody has asked, it cannot become "not asked" again. */
  readonly mayBeUnasked: boolean;
}

export function AllergyFields({ form, mayBeUnasked }: AllergyFieldsProps) {
  const { draft, set } = form;
  const options = ASKED.filter((asked) => mayBeUnasked || asked !== 'not-asked');
  return (
    <div className={styles.stack}>
      <div>
        <span className={styles.label}>{patientText.allergiesAsked}</span>
        <SegmentedControl
          label={patientText.allergiesAsked}
          height={44}
          options={options.map((asked) => ({ value: asked, label: ASKED_WORDS[asked] }))}
          value={draft.asked}
          onChange={(asked) => {
            set('asked', asked);
          }}
        />
      </div>
      {draft.asked === 'some' ? (
        <>
          <TextInput
            {...textFieldOf(form, 'substances')}
            label={patientText.substances}
            description={patientText.substancesHint}
            maxLength={400}
          />
          <Checkbox
            size="md"
            label={patientText.polidocanol}
            checked={draft.polidocanol}
            onChange={(event) => {
              set('polidocanol', event.currentTarget.checked);
            }}
          />
        </>
      ) : null}
      {draft.asked === 'not-asked' ? null : (
        <Checkbox
          size="md"
          label={patientText.prone}
          checked={draft.prone}
          onChange={(event) => {
            set('prone', event.currentTarget.checked);
          }}
        />
      )}
    </div>
  );
}
