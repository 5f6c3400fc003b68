import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { MapOn } from '../../../shared/domain/leg-map/timeline.ts';
import { LEGS } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { WHOLE } from '../../canvas/viewport/viewport.ts';
import { legendFacts } from './legend-facts.ts';
import type { MapEditor } from './map-editor.ts';
import { MapLegend } from './map-legend.tsx';
import { viewsShown } from './map-look.ts';
import styles from './map-page.module.css';
import { PastMap } from './time/past-map.tsx';
import { pastScene } from './time/past-scene.ts';
import { PastPanel } from './time/past-panel.tsx';

interface PastDeskProps {
  readonly editor: MapEditor;
  readonly past: MapOn;
  readonly onBackToNow: () => void;
}

/** The map of a past day with its list, where else it is drawn on. */
export function PastDesk({ editor, past, onBackToNow }: PastDeskProps) {
  const { ref, width, height } = useElementSize();
  const [selectedId, setSelectedId] = useState<VeinId | null>(null);
  const [viewport, setViewport] = useState(WHOLE);
  const { legs, aspects, layers } = useStore(
    editor.store,
    useShallow((state) => ({ legs: state.legs, aspects: state.aspects, layers: state.layers })),
  );
  const views = useMemo(() => viewsShown({ legs, aspects }), [legs, aspects]);
  const facts = useMemo(
    () => legendFacts({ ...pastScene(past, layers), views, pins: past.marks, layers }),
    [past, views, layers],
  );
  return (
    <>
      <div className={styles.column}>
        <div className={styles.canvas} ref={ref}>
          {width === 0 ? null : (
            <PastMap
              {...{ past, views, layers, selectedId, width, height, viewport, onBackToNow }}
              onSelect={setSelectedId}
              onViewport={setViewport}
            />
          )}
        </div>
        <MapLegend facts={facts} />
      </div>
      <PastPanel
        past={past}
        legs={legs === 'both' ? LEGS : [legs]}
        selectedId={selectedId}
        onSelect={setSelectedId}
      />
    </>
  );
}
