import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import { unconfirmedVeins } from '../../../shared/domain/session/session-cautions.ts';
import type { CaseId, PatientId } from '../../../shared/kernel/ids.ts';
import { nextSessionText, unconfirmedText } from '../../text/next-session-text.ts';
import styles from './unconfirmed-note.module.css';

interface UnconfirmedNoteProps {
  readonly veins: readonly Vein[];
  readonly patientId: PatientId;
  readonly caseId: CaseId;
  readonly className?: string | undefined;
}

/** That veins were carried over from an earlier map and nobody has seen them again, with the way to confirm them; nothing where there are none. */
export function UnconfirmedNote({ veins, patientId, caseId, className }: UnconfirmedNoteProps) {
  const open = unconfirmedVeins(veins);
  if (open.length === 0) return null;
  return (
    <div className={[styles.note, className].filter(Boolean).join(' ')} role="note">
      <IconAlertTriangle size={18} aria-hidden />
      <p>{unconfirmedText(open)}</p>
      <Link to="/patients/$patientId/cases/$caseId/map" params={{ patientId, caseId }}>
        {nextSessionText.confirmOnMap}
      </Link>
    </div>
  );
}
