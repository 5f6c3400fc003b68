import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PatientView } from '../../../shared/contract/patient.ts';
import type { PatientId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { failureOf } from '../../api/failure-of.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useMayNot } from '../../api/use-clinic.ts';
import { issueTexts, ruleText } from '../../text/field-text.ts';
import { dateText, heightText, weightText } from '../../text/format.ts';
import { patientText } from '../../text/patient-text.ts';
import { readDate } from '../../text/read-fields.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { textFieldOf, useDraft } from '../../ui/use-draft.ts';
import { fieldsOfPaths, measureErrors, measureInput } from './patient-form.ts';
import styles from './patient-page.module.css';

interface MeasurementsPanelProps {
  readonly view: PatientView;
  readonly today: CalendarDate;
}

/** Weight and height with their days. */
export function MeasurementsPanel({ view, today }: MeasurementsPanelProps) {
  const [adding, setAdding] = useState(false);
  const mayNot = useMayNot('patient/write');
  const { weight, height, id } = view.patient;
  const earlier = view.weights.filter(({ onDate }) => onDate !== weight?.onDate).slice(0, 4);
  return (
    <Panel
      title={patientText.body}
      end={
        adding ? null : (
          <Button
            size="small"
            disabledBecause={mayNot}
            onClick={() => {
              setAdding(true);
            }}
          >
            {patientText.addMeasurement}
          </Button>
        )
      }
    >
      <div className={styles.inside}>
        <dl className={styles.facts}>
          <dt>{weight ? dateText(weight.onDate) : patientText.weight}</dt>
          <dd>{weight ? weightText(weight.weightG) : patientText.notMeasured}</dd>
          <dt>{height ? dateText(height.onDate) : patientText.height}</dt>
          <dd>{height ? heightText(height.heightMm) : patientText.notMeasured}</dd>
        </dl>
        {adding ? (
          <MeasureForm
            patientId={id}
            today={today}
            onDone={() => {
              setAdding(false);
            }}
          />
        ) : null}
        {earlier.length > 0 ? (
          <p className={styles.quiet}>
            {patientText.earlier}:{' '}
            {earlier.map(({ weightG, onDate }) => `${weightText(weightG)} (${dateText(onDate)})`).join(', ')}
          </p>
        ) : null}
      </div>
    </Panel>
  );
}

interface MeasureFormProps {
  readonly patientId: PatientId;
  readonly today: CalendarDate;
  readonly onDone: () => void;
}

function MeasureForm({ patientId, today, onDone }: MeasureFormProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useDraft({ weight: '', height: '', onDate: String(today) }, (draft) => ({
    ...measureErrors(draft),
    ...(draft.weight.trim() === '' && draft.height.trim() === '' && { weight: ruleText('nothing-measured') }),
    ...(!readDate(draft.onDate, today) && { onDate: ruleText('not-a-date') }),
  }));
  const measure = useMutation(
    trpc.patients.measure.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.patients.pathFilter());
        onDone();
      },
      onError: (error) => {
        const failure = failureOf(error);
        if (failure.code === 'invalid-input') form.refuse(fieldsOfPaths(issueTexts(failure.issues)));
      },
    }),
  );
  return (
    <form
      className={styles.inside}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const onDate = readDate(form.draft.onDate, today);
        if (form.check() && onDate && !measure.isPending)
          measure.mutate({ patientId, onDate, ...measureInput(form.draft) });
      }}
    >
      <div className={styles.pair}>
        <TextInput label={patientText.weight} maxLength={9} autoFocus {...textFieldOf(form, 'weight')} />
        <TextInput label={patientText.height} maxLength={9} {...textFieldOf(form, 'height')} />
      </div>
      <TextInput label={patientText.measuredOn} maxLength={20} {...textFieldOf(form, 'onDate')} />
      <ErrorNote error={measure.error} />
      <div className={styles.buttons}>
        <Button size="small" onClick={onDone}>
          {patientText.cancel}
        </Button>
        <Button size="small" kind="main" submit busy={measure.isPending}>
          {patientText.save}
        </Button>
      </div>
    </form>
  );
}
