import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { marksOf, veinsOf } from '../../../../shared/document/map-document.ts';
import type { CaseId, PatientId } from '../../../../shared/kernel/ids.ts';
import { useClinic } from '../../../api/use-clinic.ts';
import { byLabel } from '../list-order.ts';
import type { MapEditor } from '../map-editor.ts';
import { viewsShown } from '../map-look.ts';
import { markOf } from '../map-marks.ts';
import type { MapNews } from '../map-news.ts';
import { pastScene } from '../time/past-scene.ts';
import { ExportDialog } from './export-dialog.tsx';

interface MapExportProps {
  readonly editor: MapEditor;
  readonly caseId: CaseId;
  readonly patientId: PatientId;
  readonly news: MapNews;
  /** The patient's leg over the reference leg. */
  readonly scale: number;
  readonly onClose: () => void;
}

/** The dialog for the map as it is today, with the layers that are on. */
export function MapExport({ editor, news, scale, ...rest }: MapExportProps) {
  const { document, legs, aspects, layers } = useStore(
    editor.store,
    useShallow(({ history, legs, aspects, layers }) => ({
      document: history.document,
      legs,
      aspects,
      layers,
    })),
  );
  const today = useClinic()?.today;
  const shown = useMemo(() => viewsShown({ legs, aspects }), [legs, aspects]);
  const scene = useMemo(() => {
    const veins = veinsOf(document).toSorted(byLabel);
    return {
      veins: layers.veins > 0 ? veins : [],
      marks: new Map(veins.map((vein) => [vein.id, markOf(vein, news.of(vein.id), layers)])),
      pins: layers.notes > 0 ? marksOf(document) : [],
      dots: news.today === null ? [] : pastScene(news.today, layers).dots,
    };
  }, [document, news, layers]);
  if (today === undefined) return null;
  return <ExportDialog {...rest} {...scene} shown={shown} heightScale={scale} mapDate={today} />;
}
