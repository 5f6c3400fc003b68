import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseId, PatientId } from '../../../../shared/kernel/ids.ts';
import { PICTURE_DIALOG_TEXT } from '../../../text/picture-text.ts';
import { Button } from '../../../ui/button.tsx';
import { PatientPictureDialog } from './patient-picture-dialog.tsx';

interface PatientPictureButtonProps {
  readonly caseId: CaseId;
  readonly patientId: PatientId;
}

/** Opens the plan of a case on one page for the patient. */
export function PatientPictureButton({ caseId, patientId }: PatientPictureButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        icon={<IconFileText size={18} aria-hidden />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {PICTURE_DIALOG_TEXT.button}
      </Button>
      {isOpen ? (
        <PatientPictureDialog
          {...{ caseId, patientId }}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
