import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PatientHeader } from '../../../shared/contract/patient.ts';
import type { AllergyStatement } from '../../../shared/domain/patient/patient.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useMayNot } from '../../api/use-clinic.ts';
import { allergyText } from '../../text/allergy-text.ts';
import { momentText } from '../../text/format.ts';
import { patientText } from '../../text/patient-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { AllergyFields } from './patient-fields.tsx';
import { allergyDraftOf, allergyErrors, allergyInput } from './patient-form.ts';
import styles from './patient-page.module.css';

const PANEL = 'allergies-of-patient';

/** Brings what was said about allergies into sight, and the focus to asking again. */
export function focusAllergies(): void {
  const panel = document.getElementById(PANEL);
  panel?.scrollIntoView({ block: 'nearest' });
  panel?.querySelector('button')?.focus();
}

/** What was said about allergies, and asking again. */
export function AllergiesPanel({ patient }: { readonly patient: PatientHeader }) {
  const [asking, setAsking] = useState(false);
  const mayNot = useMayNot('patient/write');
  const { tone, words } = allergyText(patient.allergies);
  return (
    <Panel
      id={PANEL}
      title={patientText.allergies}
      end={
        asking ? null : (
          <Button
            size="small"
            disabledBecause={mayNot}
            onClick={() => {
              setAsking(true);
            }}
          >
            {patient.allergies ? patientText.changeAllergies : patientText.askAllergies}
          </Button>
        )
      }
    >
      <div className={styles.inside}>
        {asking ? (
          <AllergyForm
            patient={patient}
            onDone={() => {
              setAsking(false);
            }}
          />
        ) : (
          <>
            <div>
              <StatusChip tone={tone}>{words}</StatusChip>
            </div>
            {patient.allergies ? (
              <span className={styles.quiet}>
                {patientText.statedOn(momentText(patient.allergies.statedAt))}
              </span>
            ) : null}
          </>
        )}
      </div>
    </Panel>
  );
}

interface AllergyFormProps {
  readonly patient: PatientHeader;
  /** With what was stated; null: nothing was. */
  readonly onDone: (stated: AllergyStatement | null) => void;
}

/** Asks about allergies and records the answer at once. */
export function AllergyForm({ patient, onDone }: AllergyFormProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useDraft(allergyDraftOf(patient.allergies), allergyErrors);
  const state = useMutation(
    trpc.patients.stateAllergies.mutationOptions({
      onSuccess: async ({ allergies }) => {
        await queryClient.invalidateQueries(trpc.patients.pathFilter());
        onDone(allergies);
      },
    }),
  );
  const input = allergyInput(form.draft);
  return (
    <form
      className={styles.inside}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (form.check() && input && !state.isPending) state.mutate({ patientId: patient.id, ...input });
      }}
    >
      <AllergyFields form={form} mayBeUnasked={patient.allergies === null} />
      <ErrorNote error={state.error} />
      <div className={styles.buttons}>
        <Button
          size="small"
          onClick={() => {
            onDone(null);
          }}
        >
          {patientText.cancel}
        </Button>
        <Button
          size="small"
          kind="main"
          submit
          busy={state.isPending}
          disabledBecause={input ? null : patientText.allergiesAsked}
        >
          {patientText.save}
        </Button>
      </div>
    </form>
  );
}
