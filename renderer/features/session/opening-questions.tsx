import { useState } from 'react';
import type { Contraindication } from '../../../shared/domain/dose/label-profile.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmPinDialog } from '../../ui/confirm-pin-dialog.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { CheckCard } from './check-card.tsx';
import type { CheckProps } from './opening-checks.tsx';
import { acceptedBefore, type OpeningFacts } from './opening-model.ts';
import styles from './opening.module.css';

interface QuestionsProps extends CheckProps {
  readonly surgeons: readonly Person[];
  readonly facts: OpeningFacts;
}

const YES_NO = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
] as const;

/** What is asked again each time, because it changes. */
export function QuestionsCheck({ model, form, change, surgeons, facts }: QuestionsProps) {
  const unanswered = model.questions.filter(({ id }) => !form.answers.has(id));
  const answer = (ids: readonly string[], present: boolean) => {
    change({ answers: new Map([...form.answers, ...ids.map((id) => [id, present] as const)]) });
  };
  return (
    <CheckCard title="Asked today" state={model.checks.questions}>
      {unanswered.length > 1 ? (
        <Button
          className={styles.wide}
          onClick={() => {
            answer(
              unanswered.map(({ id }) => id),
              false,
            );
          }}
        >
          All {unanswered.length} asked: no to each
        </Button>
      ) : null}
      <ul className={styles.questions}>
        {model.questions.map((question) => {
          const present = form.answers.get(question.id);
          return (
            <li key={question.id}>
              <span className={styles.question}>{question.text}</span>
              <SegmentedControl
                label={question.text}
                options={YES_NO}
                value={present === undefined ? null : present ? 'yes' : 'no'}
                height={44}
                onChange={(value) => {
                  answer([question.id], value === 'yes');
                }}
              />
              {present ? (
                <Consequence
                  {...{ question, form, change, surgeons }}
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

interface ConsequenceProps extends Omit<CheckProps, 'model'> {
  readonly question: Contraindication;
  readonly surgeons: readonly Person[];
  /** Why a surgeon has accepted it at the assessment; null if nobody has. */
  readonly acceptedBefore: string | null;
}

/** What a yes means: refused, to be accepted by a surgeon, or only said. */
export function Consequence(props: ConsequenceProps) {
  const { question, form, change, surgeons, acceptedBefore } = props;
  const [isAsking, setAsking] = useState(false);
  const accepted = form.acceptances.get(question.id);
  const surgeon = surgeons.find(({ id }) => id === accepted?.surgeonId);
  switch (question.grade) {
    case 'absolute':
      return (
        <p className={styles.refused}>
          Not treated today. {question.source.text}. No one can allow it here; a surgeon decides when to see
          the patient again.
        </p>
      );
    case 'caution':
      return <p className={styles.warn}>▲ Caution. {question.source.text}</p>;
    case 'relative':
      if (acceptedBefore !== null)
        return <p className={styles.warn}>▲ Accepted by the surgeon at the assessment: {acceptedBefore}</p>;
      return (
        <div className={styles.relative}>
          {accepted ? (
            <p>
              Accepted by {surgeon?.name ?? 'a surgeon'}: {accepted.reason} (the PIN is checked on opening)
            </p>
          ) : (
            <p>▲ A surgeon must accept this. {question.source.text}</p>
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
                const acceptance = {
                  contraindicationId: question.id,
                  surgeonId: personId,
                  pin,
                  reason,
                };
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
}
