import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { failureOf } from '../../api/failure-of.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useMayNot } from '../../api/use-clinic.ts';
import { issueTexts } from '../../text/field-text.ts';
import { failureText } from '../../text/failure-text.ts';
import { patientText } from '../../text/patient-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { AllergyFields, IdentityFields, MeasureFields } from './patient-fields.tsx';
import { EMPTY_PATIENT, fieldsOfPaths, patientErrors, patientInput } from './patient-form.ts';
import styles from './new-patient-page.module.css';

/** The form of a new patient. */
export function NewPatientPage() {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { today } = useSuspenseQuery(trpc.clinic.status.queryOptions()).data;
  const mayNot = useMayNot('patient/write');
  const form = useDraft(EMPTY_PATIENT, (draft) => patientErrors(draft, today));
  const create = useMutation(
    trpc.patients.create.mutationOptions({
      onSuccess: ({ id }) => void navigate({ to: '/patients/$patientId', params: { patientId: id } }),
      onError: (error) => {
        const failure = failureOf(error);
        if (failure.code === 'invalid-input') form.refuse(fieldsOfPaths(issueTexts(failure.issues)));
        if (failure.code === 'patient/record-number-taken')
          form.refuse({ recordNumber: failureText(failure).what });
      },
    }),
  );
  const save = () => {
    const input = patientInput(form.draft, today);
    if (form.check() && input && !create.isPending) create.mutate(input);
  };
  return (
    <>
      <PageBar title={patientText.newTitle} />
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!mayNot) save();
        }}
      >
        <Panel title={patientText.identity}>
          <div className={styles.inside}>
            <IdentityFields form={form} today={today} />
          </div>
        </Panel>
        <div className={styles.column}>
          <Panel title={patientText.body}>
            <div className={styles.inside}>
              <MeasureFields form={form} />
            </div>
          </Panel>
          <Panel title={patientText.allergies}>
            <div className={styles.inside}>
              <AllergyFields form={form} mayBeUnasked />
            </div>
          </Panel>
        </div>
        <div className={styles.end}>
          <ErrorNote error={create.error} />
          <div className={styles.buttons}>
            <Button onClick={() => void navigate({ to: '/today' })}>{patientText.cancel}</Button>
            <Button kind="main" submit busy={create.isPending} disabledBecause={mayNot}>
              {patientText.create}
            </Button>
          </div>
        </div>
      </form>
    </>
  );
}
