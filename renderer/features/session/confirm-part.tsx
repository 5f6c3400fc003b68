import type { ReactNode } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import { dateText, legWord, mlEnteredText, preparationText } from '../../text/format.ts';
import { preparationWords, SOFT_REASONS, STRENGTH_REASONS } from '../../text/session-text.ts';
import { limitSentence } from '../../text/session-text.ts';
import { Button } from '../../ui/button.tsx';
import { BeforeAfter } from './before-after.tsx';
import { StepTitle } from './dock.tsx';
import styles from './dock.module.css';
import { FailedAttempt } from './failed-attempt.tsx';
import { HardLimit, type HardLimitWays } from './hard-limit.tsx';
import { ReasonEntry } from './reason-entry.tsx';
import type { RecordingModel } from './recording-model.ts';
import { SlipQuestion, type SlipWays } from './slip-question.tsx';
import type { Attempt } from './use-attempt.ts';

interface ConfirmPartProps extends HardLimitWays, SlipWays {
  readonly view: SessionView;
  readonly model: RecordingModel;
  readonly attempt: Attempt;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onRecord: () => void;
  readonly onRetry: () => void;
  readonly onDismiss: () => void;
  readonly onSyringe: () => void;
  readonly onFinish: () => void;
}

/** What it will come to, and the button that says what it writes; or what stands in its way. */
export function ConfirmPart(props: ConfirmPartProps) {
  const { kind } = props.model.nextStep;
  const isIdle = props.attempt.phase === 'idle';
  const isHard = isIdle && kind === 'hard-limit';
  const asks = isIdle && (kind === 'reason-needed' || kind === 'other-strength' || kind === 'slip');
  return (
    <section className={styles.part} data-hard={isHard || undefined} aria-label="3 Check and record">
      {isHard || asks ? null : (
        <>
          <StepTitle number={3}>Check and record</StepTitle>
          <BeforeAfter model={props.model} />
        </>
      )}
      <div className={styles.confirm} aria-live="polite">
        <Confirm {...props} />
      </div>
    </section>
  );
}

function Confirm(props: ConfirmPartProps) {
  const { attempt, model } = props;
  switch (attempt.phase) {
    case 'failed':
      return <FailedAttempt {...props} attempt={attempt} />;
    case 'sending':
      return (
        <Button kind="main" className={styles.record} busy>
          <span>
            Recording…<small>not saved yet</small>
          </span>
        </Button>
      );
    case 'recorded':
      return (
        <div className={styles.recorded} role="status">
          <strong>✓ Recorded {mlEnteredText(attempt.injection.dose.volumeUl)}</strong>
          <span>No. {attempt.injection.number}</span>
        </div>
      );
    case 'idle':
      return <Idle {...props} model={model} />;
  }
}

function Idle(props: ConfirmPartProps) {
  const { model, view, onSyringe, onFinish } = props;
  const step = model.nextStep;
  switch (step.kind) {
    case 'paused':
      return <Blocked text="The session is paused." />;
    case 'no-syringe':
      return (
        <Blocked text="First the syringe: which box is it from?">
          <Button kind="main" onClick={onSyringe}>
            {view.boxes.length === 0 ? 'Open a box' : 'Choose the syringe'}
          </Button>
        </Blocked>
      );
    case 'lot-unusable':
      return (
        <Blocked tone="hard" text={lotText(model, step.because)}>
          <Button kind="main" onClick={onSyringe}>
            Take another box
          </Button>
        </Blocked>
      );
    case 'nothing-due':
      return (
        <Blocked text={nothingDueText(model)}>
          <Button kind="main" onClick={onFinish}>
            Finish…
          </Button>
        </Blocked>
      );
    case 'no-volume':
      return <Blocked text="Choose a volume." />;
    case 'hard-limit':
      return <HardLimit {...props} gauge={step.gauge} fitsUl={step.fitsUl} />;
    case 'slip':
      return <SlipQuestion {...props} slip={step.slip} where={labelOf(model)} />;
    case 'other-strength':
      return (
        <ReasonEntry
          {...props}
          title={`${labelOf(model)} is planned with ${preparationWords(step.planned)}`}
          way={<Button onClick={onSyringe}>Change the syringe</Button>}
          reasons={STRENGTH_REASONS}
          reasonGiven={step.reasonGiven}
          button={<RecordButton {...props} blockedBecause={reasonMissing(step.reasonGiven)} />}
        />
      );
    case 'reason-needed':
      return (
        <ReasonEntry
          {...props}
          title={limitSentence(step.gauge)}
          source={step.gauge.limit.source.text}
          reasons={SOFT_REASONS}
          reasonGiven={step.reasonGiven}
          button={<RecordButton {...props} blockedBecause={reasonMissing(step.reasonGiven)} />}
        />
      );
    case 'ready':
      return <RecordButton {...props} blockedBecause={null} />;
  }
}

/** What is not given today is named: it is not done. */
function nothingDueText({ tasks }: RecordingModel): string {
  const open = tasks.filter(({ isDone }) => !isDone).map(({ vein }) => veinLabel(vein));
  const rest = open.length > 0 ? ` Not today: ${open.join(', ')}.` : '';
  return rest === '' ? 'Everything that was planned is recorded.' : `Nothing else is due today.${rest}`;
}

function reasonMissing(given: boolean): string | null {
  return given ? null : 'Choose or write a reason first';
}

function RecordButton({
  model,
  onRecord,
  blockedBecause,
}: Pick<ConfirmPartProps, 'model' | 'onRecord'> & { readonly blockedBecause: string | null }) {
  const { volumeUl, syringe } = model;
  const leg = model.freeSite?.leg ?? model.vein?.leg;
  const hint = blockedBecause ? '' : ' · Enter';
  if (!volumeUl || !syringe || !leg) return null;
  return (
    <Button kind="main" className={styles.record} disabledBecause={blockedBecause} onClick={onRecord}>
      <span>
        Record {mlEnteredText(volumeUl)} in {labelOf(model)}
        <small>
          {legWord(leg)} leg · {preparationText(syringe.preparation)}
          {hint}
        </small>
      </span>
    </Button>
  );
}

/** `L5`, or the free site. */
function labelOf({ vein, freeSite }: RecordingModel): string {
  if (freeSite) return 'a free site';
  return vein ? veinLabel(vein) : '';
}

function lotText({ box }: RecordingModel, because: 'expired' | 'recalled'): string {
  if (!box) return '';
  return because === 'expired'
    ? `Lot ${box.lotNumber} expired on ${dateText(box.expiresOn)}: it cannot be used.`
    : `Lot ${box.lotNumber} has been recalled: it cannot be used.`;
}

interface BlockedProps {
  readonly text: string;
  readonly tone?: 'plain' | 'hard';
  readonly children?: ReactNode;
}

function Blocked({ text, tone = 'plain', children }: BlockedProps) {
  return (
    <div className={styles.blocked} data-tone={tone}>
      <p>{text}</p>
      {children}
    </div>
  );
}
