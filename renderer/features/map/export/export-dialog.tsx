import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { MapMark } from '../../../../shared/domain/leg-map/map-mark.ts';
import type { LegView, Vein } from '../../../../shared/domain/leg-map/vein.ts';
import type { CaseId, PatientId, VeinId } from '../../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { useClinic } from '../../../api/use-clinic.ts';
import type { MapSheet, TitleBlock } from '../../../canvas/export/map-sheet.ts';
import { SvgPreview } from '../../../canvas/export/svg-preview.tsx';
import type { PunctureDot, VeinMark } from '../../../canvas/vein-mark.ts';
import { caseWords, EXPORT_TEXT } from '../../../text/export-text.ts';
import { nameText } from '../../../text/format.ts';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { chosenViews, FIRST_CHOICE, SHEET_SIZES, type ExportChoice } from './export-choice.ts';
import styles from './export-dialog.module.css';
import { exportFileName } from './export-file-name.ts';
import { HandOutButtons } from './hand-out-buttons.tsx';
import { useMapSvg } from './use-map-svg.ts';

interface ExportDialogProps {
  readonly caseId: CaseId;
  readonly patientId: PatientId;
  /** The views on the screen. */
  readonly shown: readonly LegView[];
  /** Of both legs: other views than those shown can be chosen. */
  readonly veins: readonly Vein[];
  readonly marks: ReadonlyMap<VeinId, VeinMark>;
  readonly pins: readonly MapMark[];
  readonly dots: readonly PunctureDot[];
  readonly heightScale: number;
  /** The day whose map it is. */
  readonly mapDate: CalendarDate;
  readonly onClose: () => void;
}

/** Shows the map as it would be saved or copied, and does so. */
export function ExportDialog(props: ExportDialogProps) {
  const { caseId, patientId, shown, veins, marks, pins, dots, heightScale, mapDate, onClose } = props;
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const { titleBlock, error } = useTitleBlock(patientId, caseId, mapDate);
  const sheet = useMemo((): MapSheet | null => {
    if (titleBlock === null) return null;
    const views = chosenViews(choice.views, shown);
    const size = SHEET_SIZES[choice.size];
    return { views, veins, marks, pins, dots, heightScale, titleBlock, variant: choice.variant, size };
  }, [titleBlock, choice, shown, veins, marks, pins, dots, heightScale]);
  const { svg, failed } = useMapSvg(sheet);
  return (
    <Modal opened onClose={onClose} title={EXPORT_TEXT.command} size={1080} centered>
      <ErrorNote error={error} />
      <div className={styles.dialog}>
        <div className={styles.preview}>
          {svg === null ? (
            <p role="status">{failed ? null : EXPORT_TEXT.drawing}</p>
          ) : (
            <SvgPreview svg={svg} alt={EXPORT_TEXT.preview} />
          )}
        </div>
        <div className={styles.side}>
          <Choices choice={choice} onChange={setChoice} />
          <p className={styles.hint}>{EXPORT_TEXT.svgHint}</p>
          <p className={styles.hint}>{EXPORT_TEXT.privacy}</p>
          <HandOutButtons
            key={Object.values(choice).join()}
            size={SHEET_SIZES[choice.size]}
            fileName={(ending) => (sheet === null ? '' : exportFileName(fileFacts(sheet), ending))}
            {...{ svg, failed }}
          />
        </div>
      </div>
    </Modal>
  );
}

function useTitleBlock(patientId: PatientId, caseId: CaseId, mapDate: CalendarDate) {
  const trpc = useTRPC();
  const clinic = useClinic();
  const { data, error } = useQuery(trpc.patients.get.queryOptions({ patientId }));
  const titleBlock = useMemo((): TitleBlock | null => {
    const treated = data?.cases.find(({ id }) => id === caseId);
    if (clinic === undefined || data === undefined || treated === undefined) return null;
    return {
      patientName: nameText(data.patient),
      recordNumber: data.patient.recordNumber,
      birthDate: data.patient.birthDate,
      caseName: caseWords(treated.reason, treated.openedOn),
      mapDate,
      clinicName: clinic.clinicName,
      isDemo: clinic.isDemo,
    };
  }, [clinic, data, caseId, mapDate]);
  return { titleBlock, error };
}

function fileFacts({ titleBlock: { recordNumber, mapDate }, views, variant }: MapSheet) {
  return { recordNumber, views, mapDate, variant };
}

interface ChoicesProps {
  readonly choice: ExportChoice;
  readonly onChange: (choice: ExportChoice) => void;
}

function Choices({ choice, onChange }: ChoicesProps) {
  const { views, variant, size, viewChoices, variants, sizes } = EXPORT_TEXT;
  return (
    <>
      <div className={styles.choice}>
        <span>{views}</span>
        <SegmentedControl
          label={views}
          options={(['shown', 'right', 'left', 'both'] as const).map((value) => ({
            value,
            label: viewChoices[value],
          }))}
          value={choice.views}
          onChange={(value) => onChange({ ...choice, views: value })}
        />
      </div>
      <div className={styles.choice}>
        <span>{variant}</span>
        <SegmentedControl
          label={variant}
          options={(['colour', 'black-and-white'] as const).map((value) => ({
            value,
            label: variants[value],
          }))}
          value={choice.variant}
          onChange={(value) => onChange({ ...choice, variant: value })}
        />
      </div>
      <div className={styles.choice}>
        <span>{size}</span>
        <SegmentedControl
          label={size}
          options={(['a4', 'slide'] as const).map((value) => ({ value, label: sizes[value] }))}
          value={choice.size}
          onChange={(value) => onChange({ ...choice, size: value })}
        />
      </div>
    </>
  );
}
