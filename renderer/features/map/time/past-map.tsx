import { IconHistory } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { MapOn } from '../../../../shared/domain/leg-map/timeline.ts';
import type { LegView } from '../../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../../shared/kernel/ids.ts';
import { LegMap } from '../../../canvas/leg-map.tsx';
import type { LayerStrengths } from '../../../canvas/map-layers.ts';
import type { Viewport } from '../../../canvas/viewport/viewport.ts';
import { pastText, TIME_WORDS } from '../../../text/time-text.ts';
import { pastScene } from './past-scene.ts';
import styles from './past-map.module.css';

interface PastMapProps {
  readonly past: MapOn;
  readonly views: readonly LegView[];
  readonly layers: LayerStrengths;
  readonly selectedId: VeinId | null;
  readonly onSelect: (id: VeinId | null) => void;
  readonly onBackToNow: () => void;
  readonly width: number;
  readonly height: number;
  readonly viewport: Viewport;
  readonly onViewport: (viewport: Viewport) => void;
}

const NO_PINS: readonly never[] = [];

/** The legs as they were at the end of a past day: to look at, not to draw on. */
export function PastMap({ past, layers, onBackToNow, ...map }: PastMapProps) {
  const { veins, injections, response } = layers;
  const scene = useMemo(
    () => pastScene(past, { veins, injections, response }),
    [past, veins, injections, response],
  );
  return (
    <>
      <LegMap
        {...map}
        {...scene}
        pins={layers.notes > 0 ? past.marks : NO_PINS}
        heightScale={past.heightScale}
        labels
        levels
        interactive
      />
      <div className={styles.banner} role="status">
        <IconHistory size={16} aria-hidden />
        <span>
          <strong>{pastText(past.onDate)}</strong> · {TIME_WORDS.readOnly} ·
        </span>
        <button type="button" onClick={onBackToNow}>
          {TIME_WORDS.backToNow}
        </button>
      </div>
    </>
  );
}
