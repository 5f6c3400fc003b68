import { lazy, Suspense, useState } from 'react';
import type { PatientId } from '../../../../shared/kernel/ids.ts';
import { useMayNot } from '../../../api/use-clinic.ts';
import { complicationText as words } from '../../../text/complication-text.ts';
import { Button } from '../../../ui/button.tsx';
import type { ComplicationPreset } from './complication-form.ts';

// Seldom needed on the pages that carry the button.
const RecordComplicationDialog = lazy(async () => ({
  default: (await import('./record-complication-dialog.tsx')).RecordComplicationDialog,
}));

interface RecordComplicationButtonProps {
  readonly patientId: PatientId;
  readonly preset?: ComplicationPreset;
}

/** Opens the form for a complication of a patient. */
export function RecordComplicationButton({ patientId, preset = {} }: RecordComplicationButtonProps) {
  const mayNot = useMayNot('complication/record');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        disabledBecause={mayNot}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {words.recordShort}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <RecordComplicationDialog
            patientId={patientId}
            preset={preset}
            onClose={() => {
              setIsOpen(false);
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
