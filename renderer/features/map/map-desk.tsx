import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { PlanView } from '../../../shared/contract/plan.ts';
import { marksOf, veinsOf } from '../../../shared/document/map-document.ts';
import { mapScale, scaleOfMark } from '../../../shared/domain/leg-map/measure.ts';
import type { MapDocument } from '../../../shared/document/map-document.ts';
import type { Leg } from '../../../shared/domain/leg-map/vein.ts';
import type { MapHistoryView } from '../../../shared/contract/map-history.ts';
import { usePerson } from '../../api/sign-in-store.ts';
import { useClinic } from '../../api/use-clinic.ts';
import { useFrameLegs } from '../../app/frame-store.ts';
import { CommandPalette } from '../../commands/command-palette.tsx';
import { useShortcuts } from '../../commands/use-shortcuts.ts';
import { useDeskCommands } from './desk-commands.ts';
import { keepLayers, keptLayers } from './layer-memory.ts';
import { byLabel } from './list-order.ts';
import { MapBar } from './map-bar.tsx';
import { MapExport } from './export/map-export.tsx';
import { MapColumn } from './map-column.tsx';
import type { MapEditor } from './map-editor.ts';
import { viewsShown } from './map-look.ts';
import { useMapNews } from './map-news.ts';
import styles from './map-page.module.css';
import { scaleMarkOf } from './mark-facts.ts';
import type { SaveStatus } from './save-queue.ts';
import type { Adding } from './selection-panel.tsx';
import { SidePanel } from './side-panel.tsx';
import { PastDesk } from './past-desk.tsx';
import { CompareMaps } from './time/compare-maps.tsx';
import { TimeBar } from './time/time-bar.tsx';
import { useMapTime } from './time/use-map-time.ts';
import { useHandKeys } from './use-hand-keys.ts';
import type { OpenMap } from './use-map-page.ts';

interface MapDeskProps {
  readonly open: OpenMap;
  readonly plan: PlanView | null;
  readonly status: SaveStatus;
}

/** The open map: bar, tools and canvas, and beside them the list and what is selected. */
export function MapDesk({ open, plan, status }: MapDeskProps) {
  const { editor, caseId, patientId } = open;
  const { document, legs, aspects } = useStore(
    editor.store,
    useShallow((state) => ({
      document: state.history.document,
      legs: state.legs,
      aspects: state.aspects,
    })),
  );
  const [palette, setPalette] = useState(false);
  const [adding, setAdding] = useState<Adding>(null);
  const [exporting, setExporting] = useState(false);
  const time = useMapTime(caseId);
  const doings = { showPalette: setPalette, setAdding, setExporting };
  const commands = useDeskCommands(editor, time, doings);
  useShortcuts(commands);
  useHandKeys(editor);
  useFrameLegs(legs === 'both' ? ['right', 'left'] : [legs]);
  useKeptLayers(editor);
  useInjected(editor, plan);

  const today = useClinic()?.today ?? null;
  const news = useMapNews(plan, time.history, today);
  const scale = scaleOf(document, time.history, open.heightScale);
  const { veins, marks } = useOfLegs(document, legs);
  return (
    <>
      <MapBar {...{ editor, status, commands, document }} />
      <div className={styles.desk}>
        {time.isComparing && time.history !== null ? (
          <CompareMaps
            history={time.history}
            views={viewsShown({ legs, aspects })}
            onClose={() => {
              time.compare(false);
            }}
          />
        ) : time.past === null ? (
          <>
            <MapColumn {...{ editor, commands, veins, marks, news, scale }} />
            <SidePanel {...{ editor, commands, veins, marks, news, scale, adding }} onAdding={setAdding} />
          </>
        ) : (
          <PastDesk
            {...{ editor, past: time.past }}
            onBackToNow={() => {
              time.show(null);
            }}
          />
        )}
      </div>
      {time.isComparing || today === null ? null : (
        <TimeBar {...{ time, today }} veinsNow={veinsOf(document).length} />
      )}
      {exporting ? (
        <MapExport
          {...{ editor, caseId, patientId, news, scale }}
          onClose={() => {
            setExporting(false);
          }}
        />
      ) : null}
      {palette ? (
        <CommandPalette
          commands={commands}
          onClose={() => {
            setPalette(false);
          }}
        />
      ) : null}
    </>
  );
}

/** What is on the legs that are looked at, by label. */
function useOfLegs(document: MapDocument, legs: Leg | 'both') {
  return useMemo(() => {
    const isShown = ({ leg }: { readonly leg: Leg }) => legs === 'both' || leg === legs;
    return {
      veins: veinsOf(document).filter(isShown).toSorted(byLabel),
      marks: marksOf(document).filter(isShown),
    };
  }, [document, legs]);
}

/** The scale of the map as it is now, also while a change of it is not saved yet. */
function scaleOf(document: MapDocument, facts: MapHistoryView | null, saved: number): number {
  const scaleMark = scaleMarkOf(marksOf(document));
  if (scaleMark !== null) return scaleOfMark(scaleMark);
  return facts === null ? saved : mapScale({ heightMm: facts.heightMm, scaleMark: null });
}

/** The layers as this person last had them. */
function useKeptLayers(editor: MapEditor): void {
  const person = usePerson()?.id;
  useEffect(() => {
    if (person === undefined) return;
    editor.show({ layers: keptLayers(person) });
    return editor.store.subscribe(({ layers }, before) => {
      if (layers !== before.layers) keepLayers(person, layers);
    });
  }, [editor, person]);
}

/** Tells the editor which veins were injected: they stay on the map. */
function useInjected(editor: MapEditor, plan: PlanView | null): void {
  useEffect(() => {
    editor.show({ injected: new Set(plan?.given.map(({ veinId }) => veinId)) });
  }, [editor, plan]);
}
