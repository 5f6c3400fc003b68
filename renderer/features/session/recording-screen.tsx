import { useReducer, useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { Limit } from '../../../shared/domain/dose/label-profile.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { failureText } from '../../text/failure-text.ts';
import { ConfirmPinDialog } from '../../ui/confirm-pin-dialog.tsx';
import { hardLimitTitle, limitSentence } from '../../text/session-text.ts';
import { ChangeSyringe } from './change-syringe.tsx';
import { ConfirmPart } from './confirm-part.tsx';
import dockStyles from './dock.module.css';
import { FreeSiteDialog } from './free-site-dialog.tsx';
import { LedgerPanel } from './ledger-panel.tsx';
import { LimitsPanel } from './limits-panel.tsx';
import { keepNeedle, keptNeedle } from './needle-store.ts';
import { ReactionDialog } from './reaction-dialog.tsx';
import { injectionRequest, recordingModel } from './recording-model.ts';
import { beginRecording, recordingStep } from './recording-state.ts';
import { SessionBar } from './session-bar.tsx';
import { SessionMap } from './session-map.tsx';
import styles from './session.module.css';
import { SyringeStrip } from './syringe-strip.tsx';
import { isUnknown, useAttempt } from './use-attempt.ts';
import { useRecordingKeys } from './use-recording-keys.ts';
import { useUsualDoses, type SessionWrites } from './use-session.ts';
import { TightenDialog } from './tighten-dialog.tsx';
import { VeinPart } from './vein-part.tsx';
import { VolumePart } from './volume-part.tsx';

interface RecordingScreenProps {
  readonly view: SessionView;
  readonly writes: SessionWrites;
  readonly people: readonly Person[];
  readonly today: CalendarDate;
  readonly onFinish: () => void;
}

type OpenDialog = 'syringe' | 'reaction' | 'site' | 'override' | 'tighten' | null;

/** The nurse's screen while a session is open: vein, volume, confirm. */
export function RecordingScreen({ view, writes, people, today, onFinish }: RecordingScreenProps) {
  const [state, dispatch] = useReducer(recordingStep, keptNeedle(), beginRecording);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [isTyping, setTyping] = useState(false);
  const [showsSources, setShowsSources] = useState(false);
  const [tightened, setTightened] = useState<Limit | null>(null);
  const usual = useUsualDoses();
  const model = recordingModel(view, state, today, usual);
  const { attempt, start, retry, dismiss } = useAttempt(writes.record, ({ veinId }) => {
    dispatch({ type: 'recorded', veinId });
    setDialog(null);
  });
  // While it is not known whether an injection arrived, nothing else may take its place.
  const isHeld = attempt.phase === 'sending' || isUnknown(attempt);

  const canRecord = () => {
    const { kind } = model.nextStep;
    if (kind === 'reason-needed' || kind === 'other-strength') return model.nextStep.reasonGiven;
    return kind === 'ready';
  };
  const record = () => {
    if (attempt.phase !== 'idle' || !canRecord()) return;
    const request = injectionRequest(view, model, state, null);
    if (request) start(request);
  };
  const choose = (act: () => void) => () => {
    if (isHeld) return;
    dismiss();
    setTyping(false);
    act();
  };
  useRecordingKeys({
    model,
    isEnabled: dialog === null && !isHeld,
    onVein: (veinId) => {
      choose(() => {
        dispatch({ type: 'vein-chosen', veinId });
      })();
    },
    onVolume: (volumeUl) => {
      choose(() => {
        dispatch({ type: 'volume-chosen', volumeUl });
      })();
    },
    onOther: choose(() => {
      setTyping(true);
    }),
    onRecord: record,
    onSources: () => {
      setShowsSources(!showsSources);
    },
  });

  return (
    <div className={styles.page}>
      <SessionBar
        view={view}
        model={model}
        onReaction={() => {
          setDialog('reaction');
        }}
        onFinish={onFinish}
      />
      <div className={styles.columns}>
        <SessionMap
          view={view}
          tasks={model.tasks}
          vein={model.vein}
          onVein={(veinId) => {
            choose(() => {
              dispatch({ type: 'vein-chosen', veinId });
            })();
          }}
          onPoint={(place, point) => {
            choose(() => {
              dispatch({ type: 'site-chosen', site: { ...place, point } });
            })();
          }}
        />
        <div className={styles.right}>
          <div className={styles.upper}>
            <LedgerPanel
              view={view}
              strikeOut={writes.strikeOut}
              isSending={attempt.phase === 'sending'}
              problem={attempt.phase === 'failed' ? failureText(attempt.failure).what : null}
            />
            <LimitsPanel
              view={view}
              model={model}
              showsSources={showsSources}
              onSources={setShowsSources}
              onTighten={(limit) => {
                setTightened(limit);
                setDialog('tighten');
              }}
            />
          </div>
          <div className={styles.dock}>
            <SyringeStrip
              view={view}
              model={model}
              needle={state.needle}
              today={today}
              onNeedle={(needle) => {
                keepNeedle(needle);
                dispatch({ type: 'needle-chosen', needle });
              }}
              onChange={() => {
                if (!isHeld) setDialog('syringe');
              }}
            />
            <div className={dockStyles.parts}>
              <VeinPart
                model={model}
                leftForLater={state.leftForLater}
                onVein={(veinId) => {
                  choose(() => {
                    dispatch({ type: 'vein-chosen', veinId });
                  })();
                }}
                onTakeUp={(veinId) => {
                  choose(() => {
                    dispatch({ type: 'taken-up-again', veinId });
                  })();
                }}
                onFreeSite={choose(() => {
                  setDialog('site');
                })}
              />
              <VolumePart
                model={model}
                isTyping={isTyping}
                onTyping={setTyping}
                onVolume={(volumeUl) => {
                  choose(() => {
                    dispatch({ type: 'volume-chosen', volumeUl });
                  })();
                }}
              />
              <ConfirmPart
                view={view}
                model={model}
                attempt={attempt}
                reason={state.reason}
                onReason={(reason) => {
                  dispatch({ type: 'reason-given', reason });
                }}
                onRecord={record}
                onRetry={retry}
                onDismiss={dismiss}
                onSyringe={() => {
                  setDialog('syringe');
                }}
                onFinish={onFinish}
                onVolume={(volumeUl) => {
                  dispatch({ type: 'volume-chosen', volumeUl });
                }}
                onVolumeConfirmed={() => {
                  dispatch({ type: 'volume-confirmed' });
                }}
                onLeaveForLater={(veinIds) => {
                  dispatch({ type: 'left-for-later', veinIds });
                }}
                onSurgeonAllows={() => {
                  setDialog('override');
                }}
              />
            </div>
          </div>
        </div>
      </div>
      {dialog === 'syringe' ? (
        <ChangeSyringe
          view={view}
          inHand={model.syringe}
          today={today}
          openBox={writes.openBox}
          onChoose={(syringe) => {
            dispatch({ type: 'syringe-changed', syringe });
            setDialog(null);
          }}
          onClose={() => {
            setDialog(null);
          }}
        />
      ) : null}
      {dialog === 'reaction' ? (
        <ReactionDialog
          view={view}
          record={writes.recordReaction}
          strikeOut={writes.strikeOutReaction}
          onClose={() => {
            setDialog(null);
          }}
        />
      ) : null}
      {dialog === 'site' ? (
        <FreeSiteDialog
          legs={view.opening.legs}
          onChoose={(site) => {
            dispatch({ type: 'site-chosen', site: { ...site, point: null } });
            setDialog(null);
          }}
          onClose={() => {
            setDialog(null);
          }}
        />
      ) : null}
      {dialog === 'tighten' && tightened ? (
        <TightenDialog
          view={view}
          limit={tightened}
          people={people}
          setCap={writes.setCap}
          onClose={() => {
            setDialog(null);
          }}
        />
      ) : null}
      {dialog === 'override' && model.volumeUl && model.nextStep.kind === 'hard-limit' ? (
        <ConfirmPinDialog
          title="A surgeon allows it"
          people={people.filter((person) => person.active && person.roles.includes('surgeon'))}
          reasonLabel="Why the limit may be passed"
          confirmLabel="Allow and record"
          busy={attempt.phase === 'sending'}
          failure={attempt.phase === 'failed' ? attempt.failure : null}
          onConfirm={({ personId, pin, reason }) => {
            const override = { surgeonId: personId, pin, reason };
            const request = injectionRequest(view, model, state, override);
            if (request) start(request);
          }}
          onClose={() => {
            dismiss();
            setDialog(null);
          }}
        >
          <p>
            <strong>{hardLimitTitle(model.volumeUl)}.</strong> {limitSentence(model.nextStep.gauge)} It stays
            in the record with the name and the reason.
          </p>
        </ConfirmPinDialog>
      ) : null}
    </div>
  );
}
