import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConsentView } from '../../../shared/contract/patient.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { failureOf } from '../../api/failure-of.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useMayNot } from '../../api/use-clinic.ts';
import { assessmentText } from '../../text/assessment-text.ts';
import { issueTexts, ruleText } from '../../text/field-text.ts';
import { momentText } from '../../text/format.ts';
import { readDate } from '../../text/read-fields.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { textFieldOf, useDraft } from '../../ui/use-draft.ts';
import styles from './assessment-page.module.css';

interface ConsentPanelProps {
  readonly caseId: CaseId;
  readonly consent: ConsentView | null;
}

/** The consent on record, and recording one. Without it no session opens. */
export function ConsentPanel({ caseId, consent }: ConsentPanelProps) {
  const [recording, setRecording] = useState(false);
  const mayNot = useMayNot('consent/record');
  return (
    <Panel
      title={assessmentText.consent}
      end={
        recording ? null : (
          <Button
            size="small"
            disabledBecause={mayNot}
            onClick={() => {
              setRecording(true);
            }}
          >
            {consent ? assessmentText.renewConsent : assessmentText.recordConsent}
          </Button>
        )
      }
    >
      <div className={styles.inside}>
        {consent ? (
          <>
            <div>
              <StatusChip tone="ok">
                {assessmentText.consentGiven(consent.formName, consent.onDate)}
              </StatusChip>
            </div>
            <span className={styles.quiet}>
              {assessmentText.consentBy(consent.recordedBy)}, {momentText(consent.recordedAt)}
            </span>
          </>
        ) : (
          <div>
            <StatusChip tone="warn">{assessmentText.noConsent}</StatusChip>
          </div>
        )}
        {recording ? (
          <ConsentForm
            caseId={caseId}
            onDone={() => {
              setRecording(false);
            }}
          />
        ) : null}
      </div>
    </Panel>
  );
}

function ConsentForm({ caseId, onDone }: { readonly caseId: CaseId; readonly onDone: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { today } = useSuspenseQuery(trpc.clinic.status.queryOptions()).data;
  const form = useDraft(initialConsent(today), (draft) => {
    const onDate = readDate(draft.onDate, today);
    return {
      ...(draft.formName.trim() === '' && { formName: ruleText('required') }),
      ...(!onDate && { onDate: ruleText('not-a-date') }),
      ...(onDate && onDate > today && { onDate: ruleText('in-future') }),
    };
  });
  const record = useMutation(
    trpc.cases.recordConsent.mutationOptions({
      onSuccess: (saved) => {
        queryClient.setQueryData(trpc.cases.assessment.queryKey({ caseId }), saved);
        onDone();
      },
      onError: (error) => {
        const failure = failureOf(error);
        if (failure.code === 'invalid-input') form.refuse(issueTexts(failure.issues));
      },
    }),
  );
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const onDate = readDate(form.draft.onDate, today);
        if (form.check() && onDate && !record.isPending)
          record.mutate({ caseId, onDate, formName: form.draft.formName });
      }}
    >
      <TextInput
        size="sm"
        label={assessmentText.consentForm}
        maxLength={120}
        {...textFieldOf(form, 'formName')}
      />
      <TextInput
        size="sm"
        label={assessmentText.consentDate}
        maxLength={20}
        {...textFieldOf(form, 'onDate')}
      />
      <ErrorNote error={record.error} />
      <div className={styles.buttons}>
        <Button size="small" onClick={onDone}>
          {assessmentText.cancel}
        </Button>
        <Button size="small" kind="main" submit busy={record.isPending}>
          {assessmentText.recordConsent}
        </Button>
      </div>
    </form>
  );
}

function initialConsent(today: CalendarDate): { readonly formName: string; readonly onDate: string } {
  return { formName: assessmentText.consentDefault, onDate: today };
}
