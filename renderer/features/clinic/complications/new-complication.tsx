import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { PatientId } from '../../../../shared/kernel/ids.ts';
import { complicationText } from '../../../text/complication-text.ts';
import { PatientSearch } from '../../today/patient-search.tsx';
import styles from './complications.module.css';
import { RecordComplicationDialog } from './record-complication-dialog.tsx';

interface NewComplicationProps {
  readonly onClose: () => void;
  readonly onRecorded: (key: string) => void;
}

/** Records a complication from the register itself: first whose, then what. */
export function NewComplication({ onClose, onRecorded }: NewComplicationProps) {
  const [patientId, setPatientId] = useState<PatientId | null>(null);
  if (patientId !== null)
    return <RecordComplicationDialog patientId={patientId} onClose={onClose} onRecorded={onRecorded} />;
  return (
    <Modal opened onClose={onClose} title={complicationText.form.whose} size={660} centered>
      <div className={styles.find}>
        <PatientSearch onChoose={setPatientId} />
      </div>
    </Modal>
  );
}
