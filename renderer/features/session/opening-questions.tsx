import { useState } from 'react';
import type { Contraindication, LabelProfile } from '../../../shared/domain/dose/label-profile.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import {
  consequenceText,
  pauseText,
  questionSourceText,
  saidBeforeText,
} from '../../text/eligibility-text.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmPinDialog } from '../../ui/confirm-pin-dialog.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { CheckCard } from './check-card.tsx';
import type { CheckProps } from './opening-checks.tsx';
import {
  acceptedBefore,
  areAllergiesConfirmed,
  withAnswers,
  withNoChange,
  type OpeningFacts,
} from './opening-model.ts';
import styles from './opening.module.css';

interface QuestionsProps extends CheckProps {
  readonly surgeons: readonly Person[];
  readonly facts: OpeningFacts;
}

const YES_NO = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
] as const;

/** What is asked again each time, because it changes: only what is new needs an answer of its own. */
export function QuestionsCheck({ model, form, change, surgeons, facts }: QuestionsProps) {
  const { questions, sameAsBefore, askAnew } = model;
  const { profile } = facts.plan;
  return (
    <CheckCard check="questions" title="Changes since the last visit" state={model.checks.questions}>
      <NoChange {...{ model, form, change, facts }} />
      {askAnew.length > 1 && sameAsBefore.length === 0 ? (
        <Button
          className={styles.wide}
          onClick={() => {
            change(withAnswers(form, askAnew, false));
          }}
        >
          All {askAnew.length} asked: no to each
        </Button>
      ) : null}
      <ul className={styles.questions}>
        {questions.map((question) => {
          const present = form.answers.get(question.id);
          const said = facts.assessment.saidBefore.find((each) => each.contraindicationId === question.id);
          return (
            <li key={question.id}>
              <span className={styles.question}>
                {question.text}
                <span id={`about-${question.id}`} className={styles.about}>
                  {saidBeforeText(said)} · {questionSourceText(question)}
                </span>
              </span>
              <SegmentedControl
                label={question.text}
                describedBy={`about-${question.id}`}
                options={YES_NO}
                value={present === undefined ? null : present ? 'yes' : 'no'}
                height={44}
                onChange={(value) => {
                  change(withAnswers(form, [question.id], value === 'yes'));
                }}
              />
              {present ? (
                <Consequence
                  {...{ question, form, change, surgeons, profile }}
                  acceptedBefore={acceptedBefore(facts, question.id)}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </CheckCard>
  );
}

/** One tap for somebody to whom nothing has happened: what was "no" is "no" today, and the allergies are as they stand. */
function NoChange({ model, form, change, facts }: Omit<QuestionsProps, 'surgeons'>) {
  const areAllergiesOpen = facts.patient.allergies !== null && !areAllergiesConfirmed(facts, form);
  if (model.sameAsBefore.length === 0) return null;
  return (
    <Button
      className={styles.wide}
      onClick={() => {
        change(withNoChange(facts, model, form));
      }}
    >
      All {model.sameAsBefore.length} asked{areAllergiesOpen ? ', and the allergies' : ''}: no change
    </Button>
  );
}

interface ConsequenceProps extends Omit<CheckProps, 'model'> {
  readonly question: Contraindication;
  readonly profile: LabelProfile;
  readonly surgeons: readonly Person[];
  /** Why a surgeon has accepted it at the assessment; null if nobody has. */
  readonly acceptedBefore: string | null;
}

/** What a yes means: refused, to be accepted by a surgeon, or only said; with the reason and who may lift it. */
export function Consequence(props: ConsequenceProps) {
  const { question, profile, acceptedBefore } = props;
  const pause = pauseText(question, profile);
  return (
    <div className={styles.consequence}>
      {question.grade === 'absolute' ? (
        <p className={styles.refused}>{consequenceText(question)}</p>
      ) : question.grade === 'caution' ? (
        <p className={styles.warn}>▲ {consequenceText(question)}</p>
      ) : acceptedBefore === null ? (
        <Acceptance {...props} />
      ) : (
        <p className={styles.warn}>
          ▲ Accepted by the surgeon at the assessment: {acceptedBefore}. {question.source.text}.
        </p>
      )}
      {pause ? <p className={styles.warn}>▲ {pause}</p> : null}
    </div>
  );
}

/** A surgeon's word, with reason and PIN, that a relative contraindication is accepted. */
function Acceptance({ question, form, change, surgeons }: ConsequenceProps) {
  const [isAsking, setAsking] = useState(false);
  const accepted = form.acceptances.get(question.id);
  const surgeon = surgeons.find(({ id }) => id === accepted?.surgeonId);
  return (
    <div className={styles.relative}>
      {accepted ? (
        <p>
          Accepted by {surgeon?.name ?? 'a surgeon'}: {accepted.reason} (the PIN is checked on opening)
        </p>
      ) : (
        <p>▲ {consequenceText(question)}</p>
      )}
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        {accepted ? 'Change' : 'Surgeon accepts…'}
      </Button>
      {isAsking ? (
        <ConfirmPinDialog
          title={question.text}
          people={surgeons}
          reasonLabel="Why it is treated all the same"
          confirmLabel="Accept"
          busy={false}
          failure={null}
          onConfirm={({ personId, pin, reason }) => {
            const acceptance = { contraindicationId: question.id, surgeonId: personId, pin, reason };
            change({ acceptances: new Map([...form.acceptances, [question.id, acceptance]]) });
            setAsking(false);
          }}
          onClose={() => {
            setAsking(false);
          }}
        >
          <p>A relative contraindication: {question.source.text}. The acceptance stays in the record.</p>
        </ConfirmPinDialog>
      ) : null}
    </div>
  );
}
