import { TextInput } from '@mantine/core';
import { useId } from 'react';
import type {
  Contraindication,
  ContraindicationGrade,
  LabelProfile,
} from '../../../shared/domain/dose/label-profile.ts';
import {
  ALLERGY_TENDENCY_ID,
  saidByAllergies,
  type AllergiesSaid,
  type EligibilityJudgement,
} from '../../../shared/domain/patient/eligibility.ts';
import { assessmentText } from '../../text/assessment-text.ts';
import { pauseText } from '../../text/eligibility-text.ts';
import { sourceText } from '../../text/limit-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip, type Tone } from '../../ui/chip.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import {
  answerOf,
  presentIn,
  withAnswer,
  withRestNo,
  type AnswerDraft,
  type AssessmentDraft,
} from './assessment-form.ts';
import styles from './assessment-page.module.css';

interface EligibilityPanelProps {
  readonly profile: LabelProfile;
  readonly draft: AssessmentDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly judgement: EligibilityJudgement;
  /** What the patient's own allergy statement says answers two of the questions. */
  readonly allergies: AllergiesSaid | null;
  readonly readOnly: boolean;
  readonly onChange: (draft: AssessmentDraft) => void;
}

/** The clinic's own list and the label's, question by question, and what follows from the answers. */
export function EligibilityPanel(props: EligibilityPanelProps) {
  const { profile, draft, errors, judgement, allergies, readOnly, onChange } = props;
  const questions = profile.contraindications;
  return (
    <Panel
      className={styles.eligibility}
      title={assessmentText.eligibility}
      aside={<Verdict judgement={judgement} />}
      end={
        readOnly || judgement.unanswered.length === 0 ? null : (
          <Button
            size="small"
            onClick={() => {
              onChange(withRestNo(draft, questions));
            }}
          >
            {assessmentText.noToRest}
          </Button>
        )
      }
    >
      <ul className={styles.questions}>
        {questions.map((question) => (
          <Question
            key={question.id}
            question={question}
            pause={pauseText(question, profile)}
            answer={{ ...answerOf(draft, question.id), present: presentIn(draft, question.id, allergies) }}
            error={errors[question.id] ?? null}
            saidByAllergies={saidByAllergies(question.id, allergies) === true}
            readOnly={readOnly}
            onAnswer={(answer) => {
              onChange(withAnswer(draft, question.id, answer));
            }}
          />
        ))}
      </ul>
    </Panel>
  );
}

function Verdict({ judgement }: { readonly judgement: EligibilityJudgement }) {
  const { blocked, needsAcceptance, unanswered } = judgement;
  return (
    <span className={styles.verdict}>
      {blocked.length > 0 ? (
        <StatusChip tone="hard">{assessmentText.blocked(blocked.length)}</StatusChip>
      ) : null}
      {needsAcceptance.length > 0 ? (
        <StatusChip tone="warn">{assessmentText.needsAcceptance(needsAcceptance.length)}</StatusChip>
      ) : null}
      {unanswered.length > 0 ? (
        <StatusChip tone="plain">{assessmentText.unanswered(unanswered.length)}</StatusChip>
      ) : null}
      {blocked.length + needsAcceptance.length + unanswered.length === 0 ? (
        <StatusChip tone="ok">{assessmentText.eligible}</StatusChip>
      ) : null}
    </span>
  );
}

interface QuestionProps {
  readonly question: Contraindication;
  readonly answer: AnswerDraft;
  readonly error: string | null;
  /** Only a change of the allergy statement makes it a no. */
  readonly saidByAllergies: boolean;
  /** How long breastfeeding is interrupted; null for other questions. */
  readonly pause: string | null;
  readonly readOnly: boolean;
  readonly onAnswer: (answer: Partial<AnswerDraft>) => void;
}

const TONES: Readonly<Record<ContraindicationGrade, Tone>> = {
  absolute: 'hard',
  relative: 'warn',
  caution: 'plain',
};

function Question(props: QuestionProps) {
  const { question, answer, error, saidByAllergies: isSaid, pause, readOnly, onAnswer } = props;
  const sourceId = useId();
  const { id, text, grade, source, foamOnly, askEachSession } = question;
  const present = answer.present === true;
  const remarks = [
    sourceText(source),
    ...(foamOnly ? [assessmentText.foamOnly] : []),
    ...(askEachSession ? [assessmentText.eachSession] : []),
  ];
  return (
    <li className={styles.question} data-present={present || undefined}>
      <div className={styles.questionRow}>
        <div className={styles.words}>
          <span className={styles.text}>{text}</span>
          <span id={sourceId} className={styles.quiet}>
            {remarks.join(' · ')}
          </span>
          {isSaid ? <StatusChip tone={TONES[grade]}>{assessmentText.saidByAllergies(id)}</StatusChip> : null}
        </div>
        <span className={styles.grade}>
          <StatusChip tone={present ? TONES[grade] : 'plain'} icon={present ? undefined : null}>
            {assessmentText.grades[grade]}
          </StatusChip>
        </span>
        <SegmentedControl
          label={text}
          describedBy={sourceId}
          height={44}
          disabled={readOnly || isSaid}
          options={[
            { value: 'no', label: assessmentText.no },
            { value: 'yes', label: assessmentText.yes },
          ]}
          value={answer.present === null ? null : present ? 'yes' : 'no'}
          onChange={(value) => {
            onAnswer({ present: value === 'yes' });
          }}
        />
      </div>
      {present && grade === 'absolute' ? (
        <p className={styles.stop}>
          {assessmentText.notTreated} {foamOnly ? assessmentText.liftedByLiquid : assessmentText.lifted}
        </p>
      ) : null}
      {present && id === ALLERGY_TENDENCY_ID ? (
        <p className={styles.quiet}>{assessmentText.proneMeans}</p>
      ) : null}
      {present && pause ? <p className={styles.quiet}>▲ {pause}</p> : null}
      {present && grade === 'relative' ? (
        <TextInput
          size="sm"
          label={assessmentText.accepted}
          description={assessmentText.acceptedHint}
          value={answer.acceptedBecause}
          maxLength={300}
          error={error}
          readOnly={readOnly}
          onChange={(event) => {
            onAnswer({ acceptedBecause: event.currentTarget.value });
          }}
        />
      ) : null}
    </li>
  );
}
