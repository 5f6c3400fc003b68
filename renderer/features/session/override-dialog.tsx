import type { Person } from '../../../shared/domain/staff/roles.ts';
import { hardLimitTitle, limitSentence } from '../../text/session-text.ts';
import { ConfirmPinDialog } from '../../ui/confirm-pin-dialog.tsx';
import type { Recording } from './use-recording.ts';

interface OverrideDialogProps {
  readonly recording: Recording;
  readonly surgeons: readonly Person[];
  readonly onClose: () => void;
}

/** A surgeon lets this injection pass a hard limit, with a reason and the own PIN. */
export function OverrideDialog({ recording, surgeons, onClose }: OverrideDialogProps) {
  const { model, attempt } = recording;
  if (!model.volumeUl || model.nextStep.kind !== 'hard-limit') return null;
  return (
    <ConfirmPinDialog
      title="A surgeon allows it"
      people={surgeons}
      reasonLabel="Why the limit may be passed"
      confirmLabel="Allow and record"
      busy={attempt.phase === 'sending'}
      failure={attempt.phase === 'failed' ? attempt.failure : null}
      onConfirm={({ personId, pin, reason }) => {
        recording.recordOver({ surgeonId: personId, pin, reason });
      }}
      onClose={() => {
        recording.dismiss();
        onClose();
      }}
    >
      <p>
        <strong>{hardLimitTitle(model.volumeUl)}.</strong> {limitSentence(model.nextStep.gauge)} It stays in
        the record with the name and the reason.
      </p>
    </ConfirmPinDialog>
  );
}
