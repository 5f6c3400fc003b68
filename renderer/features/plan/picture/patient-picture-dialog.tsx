import { Modal } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CaseId, PatientId } from '../../../../shared/kernel/ids.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { useClinic } from '../../../api/use-clinic.ts';
import { A4_PORTRAIT, type PlanPicture } from '../../../canvas/export/plan-picture.ts';
import { pictureSvg } from '../../../canvas/export/picture-svg.ts';
import { SvgPreview } from '../../../canvas/export/svg-preview.tsx';
import { useDrawnSheet } from '../../../canvas/export/use-drawn-sheet.ts';
import { EXPORT_TEXT } from '../../../text/export-text.ts';
import { nameText } from '../../../text/format.ts';
import { PICTURE_DIALOG_TEXT } from '../../../text/picture-text.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { HandOutButtons } from '../../map/export/hand-out-buttons.tsx';
import { PictureChoices } from './picture-choices.tsx';
import { pictureFileName } from './picture-file-name.ts';
import { legsInPlan, pictureOfPlan, type PictureChoice, type PictureFacts } from './picture-of-plan.ts';
import styles from './patient-picture.module.css';
import { PrintedPage } from './printed-page.tsx';

interface PatientPictureDialogProps {
  readonly caseId: CaseId;
  readonly patientId: PatientId;
  readonly onClose: () => void;
}

const FIRST_CHOICE: PictureChoice = { leg: 'both', variant: 'colour', withName: true };

/** Shows the plan as it was last saved on one page for the patient, and saves, copies or prints it. */
export function PatientPictureDialog({ caseId, patientId, onClose }: PatientPictureDialogProps) {
  const { facts, error } = usePictureFacts(caseId, patientId);
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const picture = useMemo(() => (facts === null ? null : pictureOfPlan(facts, choice)), [facts, choice]);
  return (
    <Modal opened onClose={onClose} title={PICTURE_DIALOG_TEXT.title} size={980} centered>
      <ErrorNote error={error} />
      {facts === null ? (
        <Loading />
      ) : picture === null ? (
        <EmptyState title={PICTURE_DIALOG_TEXT.nothingPlanned}>{null}</EmptyState>
      ) : (
        <PictureDesk picture={picture} legs={legsInPlan(facts)} choice={choice} onChoice={setChoice} />
      )}
    </Modal>
  );
}

interface PictureDeskProps {
  readonly picture: PlanPicture;
  readonly legs: ReturnType<typeof legsInPlan>;
  readonly choice: PictureChoice;
  readonly onChoice: (choice: PictureChoice) => void;
}

function PictureDesk({ picture, legs, choice, onChoice }: PictureDeskProps) {
  const { svg, failed } = useDrawnSheet(picture, wordsOf(picture), pictureSvg);
  return (
    <div className={styles.dialog}>
      <div className={styles.preview} tabIndex={0} role="group" aria-label={PICTURE_DIALOG_TEXT.preview}>
        {svg === null ? (
          <p role="status">{failed ? null : EXPORT_TEXT.drawing}</p>
        ) : (
          <SvgPreview svg={svg} alt={previewWords(picture)} />
        )}
      </div>
      <div className={styles.side}>
        <PictureChoices {...{ legs, choice, onChoice }} />
        <p className={styles.hint}>{PICTURE_DIALOG_TEXT.privacy}</p>
        <HandOutButtons
          key={Object.values(choice).join()}
          size={A4_PORTRAIT}
          fileName={(ending) => pictureFileName(picture, ending)}
          {...{ svg, failed }}
        />
        <Button
          icon={<IconPrinter size={18} aria-hidden />}
          disabledBecause={svg === null ? EXPORT_TEXT.drawing : null}
          onClick={() => {
            window.print();
          }}
        >
          {PICTURE_DIALOG_TEXT.print}
        </Button>
      </div>
      {svg === null ? null : <PrintedPage svg={svg} />}
    </div>
  );
}

/** What the page says, for those who do not see it. */
function previewWords({ summary, leaflet }: PlanPicture): string {
  const parts = leaflet.map(({ heading, points }) => `${heading}: ${points.join(' ')}`);
  return [`${PICTURE_DIALOG_TEXT.preview}:`, ...summary, ...parts].join(' ');
}

/** All that people typed and that the page may show. */
function wordsOf({ title: { person, recordNumber, clinicName, profile } }: PlanPicture): string {
  return [person?.name ?? '', recordNumber, clinicName, profile.name].join(' ');
}

function usePictureFacts(caseId: CaseId, patientId: PatientId) {
  const trpc = useTRPC();
  const clinic = useClinic();
  const plan = useQuery(trpc.plan.get.queryOptions({ caseId }));
  const map = useQuery(trpc.map.get.queryOptions({ caseId, onDate: null }));
  const patient = useQuery(trpc.patients.get.queryOptions({ patientId }));
  const facts = useMemo((): PictureFacts | null => {
    if (!clinic || !plan.data || !map.data || !patient.data) return null;
    const { birthDate, recordNumber } = patient.data.patient;
    return {
      view: plan.data,
      veins: map.data.veins,
      patient: { name: nameText(patient.data.patient), birthDate, recordNumber },
      clinic: { clinicName: clinic.clinicName, isDemo: clinic.isDemo },
      today: clinic.today,
    };
  }, [clinic, plan.data, map.data, patient.data]);
  return { facts, error: plan.error ?? map.error ?? patient.error };
}
