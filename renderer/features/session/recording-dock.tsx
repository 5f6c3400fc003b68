import type { SessionView } from '../../../shared/contract/session.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { NO_ROOM_REASON } from '../../text/session-text.ts';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { ConfirmPart } from './confirm-part.tsx';
import dockStyles from './dock.module.css';
import { PausePanel } from './pause-panel.tsx';
import type { OpenDialog } from './recording-dialogs.tsx';
import styles from './session.module.css';
import { SyringeStrip } from './syringe-strip.tsx';
import { isUnknown } from './use-attempt.ts';
import type { Recording } from './use-recording.ts';
import type { SessionWrites } from './use-session.ts';
import { VeinPart } from './vein-part.tsx';
import { VolumePart } from './volume-part.tsx';

interface RecordingDockProps {
  readonly view: SessionView;
  readonly writes: SessionWrites;
  readonly recording: Recording;
  readonly today: CalendarDate;
  readonly onFinish: () => void;
  readonly onDialog: (dialog: OpenDialog) => void;
}

/** The syringe in hand, and under it the three steps; or, while the session is paused, why and how it goes on. */
export function RecordingDock(props: RecordingDockProps) {
  const { view, recording, writes, today, onDialog } = props;
  // Whether an injection arrived has to be found out first, pause or not.
  const pause = isUnknown(recording.attempt) ? null : view.pause;
  return (
    <div className={styles.dock}>
      <SyringeStrip
        view={view}
        model={recording.model}
        needle={recording.state.needle}
        today={today}
        onNeedle={(needle) => {
          recording.tell({ type: 'needle-chosen', needle });
        }}
        onChange={() => {
          if (!recording.isHeld) onDialog('syringe');
        }}
        onScan={recording.takeBackKey}
      />
      {pause ? (
        <PausePanel
          view={view}
          pause={pause}
          resume={writes.resume}
          onSurgeon={() => {
            writes.resume.reset();
            onDialog('resume');
          }}
          onFinish={props.onFinish}
        />
      ) : (
        <Steps {...props} />
      )}
    </div>
  );
}

function Steps({ view, writes, recording, onDialog, onFinish }: RecordingDockProps) {
  const { model, choose, tell } = recording;
  return (
    <div className={dockStyles.parts}>
      <VeinPart
        model={model}
        onVein={(veinId) => {
          choose({ type: 'vein-chosen', veinId });
        }}
        onTakeUp={recording.takeUp}
        onLeave={(veinId) => {
          recording.leave([veinId], '');
        }}
        onFreeSite={() => {
          if (!recording.isHeld) onDialog('site');
        }}
      >
        <ErrorNote error={writes.leaveVeins.error} />
      </VeinPart>
      <VolumePart
        model={model}
        isTyping={recording.isTyping}
        onTyping={recording.setTyping}
        onVolume={(volumeUl) => {
          choose({ type: 'volume-chosen', volumeUl });
        }}
      />
      <ConfirmPart
        view={view}
        model={model}
        attempt={recording.attempt}
        reason={recording.state.reason}
        onReason={(reason) => {
          tell({ type: 'reason-given', reason });
        }}
        onRecord={recording.record}
        onRetry={recording.retry}
        onDismiss={recording.dismiss}
        onSyringe={() => {
          onDialog('syringe');
        }}
        onFinish={onFinish}
        onVolume={(volumeUl) => {
          tell({ type: 'volume-chosen', volumeUl });
        }}
        onVolumeConfirmed={() => {
          tell({ type: 'volume-confirmed' });
        }}
        onLeaveForLater={(veinIds) => {
          recording.leave(veinIds, NO_ROOM_REASON);
        }}
        onSurgeonAllows={() => {
          onDialog('override');
        }}
      />
    </div>
  );
}
