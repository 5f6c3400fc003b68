import { useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { Limit } from '../../../shared/domain/dose/label-profile.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { failureText } from '../../text/failure-text.ts';
import { LedgerPanel } from './ledger-panel.tsx';
import { LimitsPanel } from './limits-panel.tsx';
import { RecordingDialogs, type OpenDialog } from './recording-dialogs.tsx';
import { RecordingDock } from './recording-dock.tsx';
import { isScanWaiting } from './scan-store.ts';
import { SessionBar } from './session-bar.tsx';
import { SessionMap } from './session-map.tsx';
import styles from './session.module.css';
import { useRecording } from './use-recording.ts';
import { useRecordingKeys } from './use-recording-keys.ts';
import type { SessionWrites } from './use-session.ts';
import { useUndo } from './use-undo.ts';

interface RecordingScreenProps {
  readonly view: SessionView;
  readonly writes: SessionWrites;
  /** Who is signed in. */
  readonly me: Person;
  readonly people: readonly Person[];
  readonly today: CalendarDate;
  readonly onFinish: () => void;
}

/** The nurse's screen while a session is open: vein, volume, confirm. */
export function RecordingScreen({ view, writes, me, people, today, onFinish }: RecordingScreenProps) {
  const [dialog, setDialog] = useState<OpenDialog>(() => (isScanWaiting(view.opening.id) ? 'syringe' : null));
  const [showsSources, setShowsSources] = useState(false);
  const [tightened, setTightened] = useState<Limit | null>(null);
  const recording = useRecording({
    view,
    writes,
    me: me.id,
    today,
    onRecorded: () => {
      setDialog(null);
    },
  });
  const { model, attempt, choose } = recording;
  const undo = useUndo(view, writes.strikeOut, me.id);
  useRecordingKeys({
    model,
    isEnabled: dialog === null && !recording.isHeld,
    onVein: (veinId) => {
      choose({ type: 'vein-chosen', veinId });
    },
    onVolume: recording.chooseByKey,
    onOther: () => {
      recording.dismiss();
      recording.setTyping(true);
    },
    onRecord: recording.record,
    onSources: () => {
      setShowsSources(!showsSources);
    },
    onUndo: undo.take,
    onSyringe: () => {
      setDialog('syringe');
    },
    onReaction: () => {
      setDialog('reaction');
    },
    onFinish,
  });
  return (
    <div className={styles.page} data-enter-is-taken>
      <SessionBar
        view={view}
        model={model}
        pause={writes.pause}
        onReaction={() => {
          setDialog('reaction');
        }}
        onFinish={onFinish}
      />
      <div className={styles.columns}>
        <SessionMap
          view={view}
          model={model}
          onVein={(veinId) => {
            choose({ type: 'vein-chosen', veinId });
          }}
          onPoint={(place, point) => {
            choose({ type: 'site-chosen', site: { ...place, point } });
          }}
        />
        <div className={styles.right}>
          <div className={styles.upper}>
            <LedgerPanel
              view={view}
              strikeOut={writes.strikeOut}
              undo={undo}
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
          <RecordingDock {...{ view, writes, recording, today, onFinish }} onDialog={setDialog} />
        </div>
      </div>
      <RecordingDialogs
        {...{ view, writes, recording, people, today, dialog, tightened }}
        onClose={() => {
          setDialog(null);
        }}
      />
    </div>
  );
}
