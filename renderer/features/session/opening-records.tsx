import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contraindication } from '../../../shared/domain/dose/label-profile.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { saidByAllergies } from '../../../shared/domain/patient/eligibility.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { useTRPC } from '../../api/trpc.ts';
import { allergyText } from '../../text/allergy-text.ts';
import { dateText, momentText } from '../../text/format.ts';
import { consentAgeText } from '../../text/opening-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { AllergyForm } from '../patient/allergies-panel.tsx';
import { CheckCard } from './check-card.tsx';
import type { CheckProps } from './opening-checks.tsx';
import {
  acceptedBefore,
  areAllergiesConfirmed,
  type OpeningFacts,
  type OpeningModel,
} from './opening-model.ts';
import { Consequence } from './opening-questions.tsx';
import styles from './opening.module.css';

interface RecordProps {
  readonly model: OpeningModel;
  readonly facts: OpeningFacts;
}

const CONSENT_FORM = 'Consent to microsclerotherapy';

/** A signed consent is on record; if not, it is recorded here once the patient has signed. */
export function ConsentCheck(props: RecordProps & { readonly caseId: CaseId; readonly today: CalendarDate }) {
  const { model, facts, caseId, today } = props;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const record = useMutation(
    trpc.cases.recordConsent.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.cases.assessment.queryFilter({ caseId })),
    }),
  );
  const { consent } = facts.assessment;
  const age = consent && consentAgeText(consent.onDate, today);
  return (
    <CheckCard check="consent" title="Consent" state={model.checks.consent}>
      {consent ? (
        <>
          <p>
            {consent.formName}, {dateText(consent.onDate)}
          </p>
          <p className={age?.isOld ? styles.warn : styles.caption}>
            {age?.isOld ? '▲ ' : ''}
            {age?.words}
          </p>
        </>
      ) : (
        <div className={styles.row}>
          <p>No signed consent is on record. Surgeon or nurse records it once it is signed.</p>
          <Button
            busy={record.isPending}
            onClick={() => {
              record.mutate({ caseId, onDate: today, formName: CONSENT_FORM });
            }}
          >
            Signed today
          </Button>
        </div>
      )}
      <ErrorNote error={record.error} />
    </CheckCard>
  );
}

/** Allergies are asked again: what stands on record is read out and confirmed, or stated anew, which is recorded at once. */
export function AllergiesCheck({ model, form, change, facts }: RecordProps & Omit<CheckProps, 'model'>) {
  const [isChanging, setChanging] = useState(false);
  const { patient } = facts;
  const statement = patient.allergies;
  const isConfirmed = areAllergiesConfirmed(facts, form);
  return (
    <CheckCard check="allergies" title="Allergies" state={model.checks.allergies}>
      <p>{allergyText(statement).words}</p>
      {statement ? (
        <p className={styles.caption}>Last asked {momentText(statement.statedAt)}</p>
      ) : (
        <p className={styles.caption}>Nobody has asked yet. Surgeon or nurse asks and records it here.</p>
      )}
      {isChanging ? (
        <AllergyForm
          patient={patient}
          onDone={(stated) => {
            if (stated) change({ allergiesConfirmed: stated.statedAt });
            setChanging(false);
          }}
        />
      ) : (
        <div className={styles.pair}>
          {statement ? (
            <Button
              pressed={isConfirmed}
              onClick={() => {
                change({ allergiesConfirmed: isConfirmed ? null : statement.statedAt });
              }}
            >
              {isConfirmed ? '✓ ' : ''}Asked: no change
            </Button>
          ) : (
            <NoneKnown {...{ patient, change }} />
          )}
          <Button
            onClick={() => {
              setChanging(true);
            }}
          >
            {statement ? 'Something new…' : 'Some…'}
          </Button>
        </div>
      )}
    </CheckCard>
  );
}

/** The first answer, in one tap. */
function NoneKnown({ patient, change }: Pick<OpeningFacts, 'patient'> & Pick<CheckProps, 'change'>) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const state = useMutation(
    trpc.patients.stateAllergies.mutationOptions({
      onSuccess: async ({ allergies }) => {
        await queryClient.invalidateQueries(trpc.patients.pathFilter());
        change({ allergiesConfirmed: allergies?.statedAt ?? null });
      },
    }),
  );
  return (
    <>
      <Button
        busy={state.isPending}
        onClick={() => {
          const none = { substances: [], polidocanol: false, proneToHypersensitivity: false };
          state.mutate({ patientId: patient.id, ...none });
        }}
      >
        Asked: none known
      </Button>
      <ErrorNote error={state.error} />
    </>
  );
}

/** What the surgeon found at the assessment, as far as it speaks against treatment. */
export function EligibilityCheck(
  props: RecordProps & Omit<CheckProps, 'model'> & { readonly surgeons: readonly Person[] },
) {
  const { model, facts, form, change, surgeons } = props;
  const asked = new Set(model.questions.map(({ id }) => id));
  const { profile } = facts.plan;
  const among = (ids: readonly string[]): readonly Contraindication[] =>
    profile.contraindications.filter(({ id }) => ids.includes(id) && !asked.has(id));
  const { blocked, needsAcceptance, cautions, unanswered } = model.judgement;
  const open = among(unanswered);
  return (
    <CheckCard check="eligibility" title="Assessment" state={model.checks.eligibility}>
      {facts.assessment.assessment === null ? (
        <p>There is no assessment yet. A surgeon makes it on the Assess page.</p>
      ) : null}
      {facts.assessment.assessment !== null && open.length > 0 ? (
        <p>
          Not answered: {open.map(({ text }) => text).join('; ')}. A surgeon answers it on the Assess page.
        </p>
      ) : null}
      {[...among(blocked), ...among(needsAcceptance), ...among(cautions)].map((question) => (
        <div key={question.id}>
          <strong>{question.text}</strong>
          {saidByAllergies(question.id, facts.patient.allergies) ? (
            <p className={styles.caption}>The allergies of this patient say so.</p>
          ) : null}
          <Consequence
            {...{ question, form, change, surgeons, profile }}
            acceptedBefore={acceptedBefore(facts, question.id)}
          />
        </div>
      ))}
      {model.checks.eligibility === 'done' && among(cautions).length === 0 ? (
        <p>Nothing speaks against it.</p>
      ) : null}
    </CheckCard>
  );
}
