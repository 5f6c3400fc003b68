import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { CaseId, PatientId } from '../../../shared/kernel/ids.ts';
import { judgeEligibility } from '../../../shared/domain/patient/eligibility.ts';
import { failureOf } from '../../api/failure-of.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useClinic, useMayNot } from '../../api/use-clinic.ts';
import { assessmentText } from '../../text/assessment-text.ts';
import { failureText } from '../../text/failure-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { SavedAt } from '../../ui/saved-at.tsx';
import { UnapprovedProfileNote } from '../../ui/unapproved-profile-note.tsx';
import { usePatient } from '../patient/use-patient.ts';
import { dropDraft, keepDraft, useAssessmentDrafts } from './assessment-drafts.ts';
import {
  answerErrors,
  answersOf,
  assessmentInput,
  draftOf,
  type AssessmentDraft,
} from './assessment-form.ts';
import { ConsentPanel } from './consent-panel.tsx';
import { EligibilityPanel } from './eligibility-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { LegPanel } from './leg-panel.tsx';
import styles from './assessment-page.module.css';

interface AssessmentPageProps {
  readonly patientId: PatientId;
  readonly caseId: CaseId;
}

/** May this patient be treated, and what was found: the surgeon's page before the first vein. */
export function AssessmentPage({ patientId, caseId }: AssessmentPageProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const view = useSuspenseQuery(trpc.cases.assessment.queryOptions({ caseId })).data;
  const { profile, profileApproved, plan } = useSuspenseQuery(trpc.plan.get.queryOptions({ caseId })).data;
  const { allergies } = usePatient(patientId).patient;
  const kept = useAssessmentDrafts((drafts) => drafts[caseId]);
  const mayNot = useMayNot('assessment/write');
  const people = useClinic()?.people ?? [];
  const draft = kept ?? draftOf(view.assessment);
  const questions = profile.contraindications;
  const errors = answerErrors(draft, questions, allergies);
  const foamPlanned = plan?.items.some(({ preparation }) => preparation.form === 'foam') ?? false;
  const judgement = judgeEligibility({
    profile,
    answers: answersOf(draft, questions, allergies),
    acceptances: [],
    allergies,
    foamPlanned,
  });
  const save = useMutation(
    trpc.cases.saveAssessment.mutationOptions({
      // What is being saved is remembered here: the answer may come when this page has been left.
      onMutate: () => ({ sent: draft }),
      onSuccess: (saved, _input, { sent }) => {
        queryClient.setQueryData(trpc.cases.assessment.queryKey({ caseId }), saved);
        dropDraft(caseId, sent);
      },
    }),
  );
  const change = (next: AssessmentDraft) => {
    keepDraft(caseId, next);
  };
  const hasErrors = Object.keys(errors).length > 0;
  const by = people.find(({ id }) => id === view.assessment?.recordedBy)?.name;
  return (
    <>
      <PageBar
        title={assessmentText.title}
        aside={by ? assessmentText.recorded(by) : view.assessment ? null : assessmentText.notYet}
        end={
          <>
            <UnapprovedProfileNote name={profile.name} approved={profileApproved} />
            <SavedAt
              at={view.assessment?.recordedAt ?? null}
              pending={kept !== undefined}
              problem={save.error ? failureText(failureOf(save.error)).what : null}
            />
            <Button
              kind="main"
              size="small"
              busy={save.isPending}
              disabledBecause={mayNot ?? (hasErrors ? assessmentText.mendFirst : null)}
              onClick={() => {
                save.mutate(assessmentInput(caseId, draft, questions, allergies));
              }}
            >
              {assessmentText.save}
            </Button>
          </>
        }
      />
      <div className={styles.page}>
        <EligibilityPanel
          profile={profile}
          draft={draft}
          errors={errors}
          judgement={judgement}
          allergies={allergies}
          readOnly={mayNot !== null}
          onChange={change}
        />
        <div className={styles.side}>
          <ErrorNote error={save.error} />
          <ConsentPanel caseId={caseId} consent={view.consent} />
          {(['right', 'left'] as const).map((leg) => (
            <LegPanel key={leg} leg={leg} draft={draft} readOnly={mayNot !== null} onChange={change} />
          ))}
          <HistoryPanel draft={draft} readOnly={mayNot !== null} onChange={change} />
        </div>
      </div>
    </>
  );
}
