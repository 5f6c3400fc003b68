import { useReducer, useRef, useState } from 'react';
import type { RecordInjection, SessionView } from '../../../shared/contract/session.ts';
import type { PersonId, VeinId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import type { Microlitres } from '../../../shared/kernel/units.ts';
import { injectionRequest } from './injection-request.ts';
import { keepNeedle, keptNeedle } from './needle-store.ts';
import { canRecord } from './next-step.ts';
import { recordingModel, type RecordingModel } from './recording-model.ts';
import {
  beginRecording,
  recordingStep,
  type RecordingAction,
  type RecordingState,
} from './recording-state.ts';
import { isUnknown, useAttempt, type Attempt } from './use-attempt.ts';
import { useUsualDoses, type SessionWrites } from './use-session.ts';

interface RecordingInput {
  readonly view: SessionView;
  readonly writes: SessionWrites;
  readonly me: PersonId;
  readonly today: CalendarDate;
  /** The core has it. */
  readonly onRecorded: () => void;
}

/** What the nurse's screen works with: the model, and what can be done. */
export interface Recording {
  readonly state: RecordingState;
  readonly model: RecordingModel;
  readonly attempt: Attempt;
  /** While it is not known whether an injection arrived, nothing else may take its place. */
  readonly isHeld: boolean;
  /** A volume is being typed. */
  readonly isTyping: boolean;
  setTyping(isTyping: boolean): void;
  /** Another vein, site or volume; not while an answer is awaited. */
  choose(action: RecordingAction): void;
  /** A volume by a key that was pressed at this time stamp. */
  chooseByKey(volumeUl: Microlitres, at: number): void;
  /** A scan began at this time stamp: the volume that its first key has chosen is taken back. */
  takeBackKey(since: number): void;
  /** What goes with the choice: needle, reason, syringe. */
  tell(action: RecordingAction): void;
  record(): void;
  recordOver(override: NonNullable<RecordInjection['override']>): void;
  retry(): void;
  dismiss(): void;
  /** Leaves veins for another session; `reason` is empty where the nurse says none, or later. */
  leave(veinIds: readonly VeinId[], reason: string): void;
  takeUp(veinId: VeinId): void;
}

/** The choices of the nurse on top of the session, and the one injection that is on its way. */
export function useRecording({ view, writes, me, today, onRecorded }: RecordingInput): Recording {
  const [state, dispatch] = useReducer(recordingStep, keptNeedle(), beginRecording);
  const [isTyping, setTyping] = useState(false);
  const usual = useUsualDoses();
  const model = recordingModel(view, state, { today, me, usual });
  const { attempt, start, retry, dismiss } = useAttempt(writes.record, ({ veinId }) => {
    dispatch({ type: 'recorded', veinId });
    onRecorded();
  });
  const isHeld = attempt.phase === 'sending' || isUnknown(attempt);
  const lastKey = useRef<{ readonly at: number; readonly before: RecordingState } | null>(null);
  const sessionId = view.opening.id;
  const choose = (action: RecordingAction) => {
    if (isHeld) return;
    dismiss();
    setTyping(false);
    dispatch(action);
  };
  return {
    state,
    model,
    attempt,
    isHeld,
    isTyping,
    setTyping,
    choose,
    chooseByKey: (volumeUl, at) => {
      lastKey.current = { at, before: state };
      choose({ type: 'volume-chosen', volumeUl });
    },
    takeBackKey: (since) => {
      const key = lastKey.current;
      if (key && key.at >= since && !isHeld) dispatch({ type: 'key-taken-back', before: key.before });
    },
    tell: (action) => {
      if (action.type === 'needle-chosen') keepNeedle(action.needle);
      dispatch(action);
    },
    record: () => {
      if (attempt.phase !== 'idle' || !canRecord(model.nextStep)) return;
      const request = injectionRequest(view, model, state, null);
      if (request) start(request);
    },
    recordOver: (override) => {
      const request = injectionRequest(view, model, state, override);
      if (request) start(request);
    },
    retry,
    dismiss,
    leave: (veinIds, reason) => {
      const leaving = { sessionId, veinIds: [...veinIds], later: true, reason };
      writes.leaveVeins.mutate(leaving, {
        onSuccess: () => {
          dispatch({ type: 'left-for-later', veinIds });
        },
      });
    },
    takeUp: (veinId) => {
      writes.leaveVeins.mutate({ sessionId, veinIds: [veinId], later: false, reason: '' });
      choose({ type: 'vein-chosen', veinId });
    },
  };
}
