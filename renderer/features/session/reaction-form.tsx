import { Textarea } from '@mantine/core';
import { IconOctagon } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { REACTION_GRADES } from '../../../shared/domain/session/reaction.ts';
import { instantOf, type Instant } from '../../../shared/kernel/time.ts';
import {
  donePhrases,
  firstStepsOf,
  PAUSES_TEXT,
  REACTION_GRADE_WORDS,
  reactionTimeText,
} from '../../text/reaction-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { FirstSteps } from './first-steps.tsx';
import { ReactionPlace } from './reaction-place.tsx';
import {
  hasPhrase,
  pauses,
  timeOf,
  withPhrase,
  type ReactionDraft,
  type ReactionTime,
} from './reaction-model.ts';
import styles from './reaction.module.css';

interface ReactionFormProps {
  readonly view: SessionView;
  readonly draft: ReactionDraft;
  readonly onDraft: (draft: ReactionDraft) => void;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onBack: () => void;
  readonly onRecord: (happenedAt: Instant | null) => void;
}

const GRADES = REACTION_GRADES.map((value) => ({ value, label: REACTION_GRADE_WORDS[value] }));
const TIMES: readonly { readonly value: ReactionTime; readonly label: string }[] = [
  { value: 'now', label: 'Now' },
  { value: '5', label: '5 min ago' },
  { value: '15', label: '15 min ago' },
  { value: 'clock', label: 'At …' },
];

/** How bad it is, after which injection, when, and what was done. */
export function ReactionForm(props: ReactionFormProps) {
  const { view, draft, onDraft, isBusy, error, onBack, onRecord } = props;
  const [tried, setTried] = useState(false);
  const isPausing = pauses(draft);
  const form = useFocusOnWhatIsNext();
  return (
    <form
      ref={form}
      className={styles.form}
      onKeyDown={(event) => {
        // The key that chose the kind may still be down.
        if (event.repeat && event.key === 'Enter') event.preventDefault();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const time = timeOf(draft, instantOf(Date.now()), view.opening.openedAt);
        if (time.ok && draft.grade !== null && !isBusy) onRecord(time.value);
      }}
    >
      <div className={styles.grade}>
        <SegmentedControl
          label="How severe"
          options={GRADES}
          value={draft.grade}
          height={48}
          onChange={(grade) => {
            onDraft({ ...draft, grade });
          }}
        />
        <p className={styles.pausing} role="status">
          {isPausing ? (
            <>
              <IconOctagon size={17} aria-hidden /> {PAUSES_TEXT}
            </>
          ) : null}
        </p>
      </div>
      {isPausing ? <FirstSteps steps={firstStepsOf(draft.kind)} /> : null}
      <ReactionPlace view={view} draft={draft} onDraft={onDraft} />
      <When {...props} tried={tried} />
      <Done draft={draft} onDraft={onDraft} />
      <ErrorNote error={error} />
      <div className={styles.end}>
        <Button onClick={onBack}>Another kind</Button>
        <Button
          kind="danger"
          submit
          busy={isBusy}
          disabledBecause={draft.grade === null ? 'Choose how severe it is' : null}
        >
          Record the reaction
        </Button>
      </div>
    </form>
  );
}

/** How severe it is, where that has to be said; else everything is said, and Enter records it. */
function useFocusOnWhatIsNext() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const grades = form.current?.querySelector('[role=radiogroup]');
    const next = grades?.querySelector(':checked')
      ? form.current?.querySelector<HTMLElement>('[type=submit]')
      : grades?.querySelector('input');
    next?.focus();
  }, []);
  return form;
}

function When({ view, draft, onDraft, tried }: ReactionFormProps & { readonly tried: boolean }) {
  const { openedAt } = view.opening;
  const fault = tried ? faultOf(draft, openedAt) : null;
  return (
    <div className={styles.when}>
      <SegmentedControl
        label="When"
        options={TIMES}
        value={draft.time}
        height={44}
        onChange={(time) => {
          onDraft({ ...draft, time });
        }}
      />
      {draft.time === 'clock' ? (
        <input
          type="time"
          className={styles.clock}
          aria-label="Time"
          aria-invalid={fault !== null}
          aria-describedby="reaction-time-fault"
          autoFocus
          value={draft.clock}
          onChange={(event) => {
            onDraft({ ...draft, clock: event.currentTarget.value });
          }}
        />
      ) : null}
      <FieldError id="reaction-time-fault">{fault}</FieldError>
    </div>
  );
}

function faultOf(draft: ReactionDraft, openedAt: Instant): string | null {
  const time = timeOf(draft, instantOf(Date.now()), openedAt);
  return time.ok ? null : reactionTimeText(time.error, openedAt);
}

function Done({ draft, onDraft }: Pick<ReactionFormProps, 'draft' | 'onDraft'>) {
  return (
    <div className={styles.done}>
      <div className={styles.phrases} role="group" aria-label="Often done">
        {donePhrases(draft.kind).map((phrase) => (
          <Button
            key={phrase}
            pressed={hasPhrase(draft.done, phrase)}
            onClick={() => {
              onDraft({ ...draft, done: withPhrase(draft.done, phrase) });
            }}
          >
            {phrase}
          </Button>
        ))}
      </div>
      <div className={styles.words}>
        <Textarea
          label="What was done"
          value={draft.done}
          maxLength={2000}
          rows={2}
          onChange={(event) => {
            onDraft({ ...draft, done: event.currentTarget.value });
          }}
        />
        <Textarea
          label="What was seen"
          value={draft.note}
          maxLength={2000}
          rows={2}
          onChange={(event) => {
            onDraft({ ...draft, note: event.currentTarget.value });
          }}
        />
      </div>
    </div>
  );
}
