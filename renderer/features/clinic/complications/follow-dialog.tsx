import type { RegisterLine } from '../../../../shared/contract/complications.ts';
import type { ComplicationPreset } from './complication-form.ts';
import { RecordComplicationDialog } from './record-complication-dialog.tsx';

interface FollowDialogProps {
  readonly line: RegisterLine;
  readonly onClose: () => void;
  readonly onRecorded: (key: string) => void;
}

/** Takes a reaction or a finding up as a complication, to follow its course. */
export function FollowDialog({ line, onClose, onRecorded }: FollowDialogProps) {
  return (
    <RecordComplicationDialog
      patientId={line.patient.id}
      preset={presetOf(line)}
      onClose={onClose}
      onRecorded={onRecorded}
    />
  );
}

function presetOf(line: RegisterLine): ComplicationPreset {
  const { source } = line;
  const known: ComplicationPreset = {
    caseId: line.caseId,
    kind: line.kind,
    onsetOn: line.onsetOn,
    sessionId: line.session?.id ?? null,
    lotId: line.lots.length === 1 ? (line.lots[0]?.id ?? null) : null,
    veinIds: line.veins.map(({ id }) => id),
    grade: line.grade,
  };
  switch (source.from) {
    case 'reaction':
      return {
        ...known,
        origin: { from: 'reaction', reactionId: source.reaction.id },
        description: source.reaction.note,
        treatment: source.reaction.done,
      };
    case 'review':
      return { ...known, origin: source.origin };
    case 'complication':
      return known;
  }
}
