import type { SessionView } from '../../../shared/contract/session.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import { failureOf } from '../../api/failure-of.ts';
import { ConfirmPinDialog } from '../../ui/confirm-pin-dialog.tsx';
import { pauseCause } from '../../text/pause-text.ts';
import type { SessionWrites } from './use-session.ts';

interface ResumeDialogProps {
  readonly view: SessionView;
  readonly surgeons: readonly Person[];
  readonly resume: SessionWrites['resume'];
  readonly onClose: () => void;
}

/** After something serious a surgeon lets the session go on, with a reason and the own PIN. */
export function ResumeDialog({ view, surgeons, resume, onClose }: ResumeDialogProps) {
  const { pause } = view;
  if (!pause) return null;
  return (
    <ConfirmPinDialog
      title="Let the session go on"
      people={surgeons}
      reasonLabel="Why it may go on"
      confirmLabel="Resume"
      busy={resume.isPending}
      failure={resume.error ? failureOf(resume.error) : null}
      onConfirm={({ personId, pin, reason }) => {
        resume.mutate(
          { sessionId: view.opening.id, surgeon: { surgeonId: personId, pin, reason } },
          { onSuccess: onClose },
        );
      }}
      onClose={onClose}
    >
      <p>
        <strong>{pauseCause(pause, view.reactions)}.</strong> It stays in the record with the name and the
        reason.
      </p>
    </ConfirmPinDialog>
  );
}
