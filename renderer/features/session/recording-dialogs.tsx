import type { SessionView } from '../../../shared/contract/session.ts';
import type { Limit } from '../../../shared/domain/dose/label-profile.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { ChangeSyringe } from './change-syringe.tsx';
import { FreeSiteDialog } from './free-site-dialog.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import { ReactionDialog } from './reaction-dialog.tsx';
import { ResumeDialog } from './resume-dialog.tsx';
import { TightenDialog } from './tighten-dialog.tsx';
import type { Recording } from './use-recording.ts';
import type { SessionWrites } from './use-session.ts';

export type OpenDialog = 'syringe' | 'reaction' | 'site' | 'override' | 'tighten' | 'resume' | null;

interface RecordingDialogsProps {
  readonly view: SessionView;
  readonly writes: SessionWrites;
  readonly recording: Recording;
  readonly people: readonly Person[];
  readonly today: CalendarDate;
  readonly dialog: OpenDialog;
  /** The limit to be set tighter. */
  readonly tightened: Limit | null;
  readonly onClose: () => void;
}

/** The one dialog that is open over the nurse's screen, or none. */
export function RecordingDialogs(props: RecordingDialogsProps) {
  const { view, writes, recording, today, dialog, tightened, onClose } = props;
  const surgeons = props.people.filter(({ active, roles }) => active && roles.includes('surgeon'));
  switch (dialog) {
    case 'syringe':
      return (
        <ChangeSyringe
          view={view}
          inHand={recording.model.syringe}
          today={today}
          openBox={writes.openBox}
          onChoose={(syringe) => {
            recording.tell({ type: 'syringe-changed', syringe });
            onClose();
          }}
          onClose={onClose}
        />
      );
    case 'reaction':
      return (
        <ReactionDialog
          view={view}
          record={writes.recordReaction}
          strikeOut={writes.strikeOutReaction}
          onClose={onClose}
        />
      );
    case 'site':
      return (
        <FreeSiteDialog
          legs={view.opening.legs}
          onChoose={(site) => {
            recording.choose({ type: 'site-chosen', site: { ...site, point: null } });
            onClose();
          }}
          onClose={onClose}
        />
      );
    case 'tighten':
      return tightened ? (
        <TightenDialog
          view={view}
          limit={tightened}
          people={props.people}
          setCap={writes.setCap}
          onClose={onClose}
        />
      ) : null;
    case 'resume':
      return <ResumeDialog view={view} surgeons={surgeons} resume={writes.resume} onClose={onClose} />;
    case 'override':
      return <OverrideDialog recording={recording} surgeons={surgeons} onClose={onClose} />;
    case null:
      return null;
  }
}
