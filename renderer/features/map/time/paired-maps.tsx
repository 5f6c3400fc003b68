import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { LegView } from '../../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../../shared/kernel/ids.ts';
import { LegMap } from '../../../canvas/leg-map.tsx';
import { WHOLE, type Viewport } from '../../../canvas/viewport/viewport.ts';
import { TIME_WORDS } from '../../../text/time-text.ts';
import styles from './compare.module.css';
import type { Scene } from './scene.ts';
import { SwipeDivider } from './swipe-divider.tsx';

interface PairedMapsProps {
  readonly before: Scene;
  readonly after: Scene;
  /** The two days in words: `3 Sep 2026`. */
  readonly words: readonly [before: string, after: string];
  readonly views: readonly LegView[];
  readonly swiped: boolean;
  readonly selectedId: VeinId | null;
  readonly onSelect: (id: VeinId | null) => void;
  readonly heightScale: number;
}

/** Two maps of the same views, moved and zoomed as one: side by side, or one swiped over the other. */
export function PairedMaps(props: PairedMapsProps) {
  const { ref, width, height } = useElementSize();
  const [viewport, setViewport] = useState<Viewport>(WHOLE);
  const { views, selectedId, onSelect, heightScale } = props;
  const shared = { views, selectedId, onSelect, heightScale, viewport, onViewport: setViewport };
  return (
    <div className={styles.maps} ref={ref}>
      {width === 0 || height === 0 ? null : props.swiped ? (
        <Swiped {...props} shared={{ ...shared, width, height: height - HEAD_PX }} />
      ) : (
        <SideBySide
          {...props}
          shared={{ ...shared, width: Math.floor((width - 1) / 2), height: height - HEAD_PX }}
        />
      )}
    </div>
  );
}

/** The strip above the maps that says which day each of them is. */
const HEAD_PX = 30;

interface SharedProps {
  readonly views: readonly LegView[];
  readonly selectedId: VeinId | null;
  readonly onSelect: (id: VeinId | null) => void;
  readonly heightScale: number;
  readonly viewport: Viewport;
  readonly onViewport: (viewport: Viewport) => void;
  readonly width: number;
  readonly height: number;
}

type PairProps = PairedMapsProps & { readonly shared: SharedProps };

function SideBySide({ before, after, words, shared }: PairProps) {
  return (
    <div className={styles.pair}>
      {([before, after] as const).map((scene, index) => (
        <figure key={index} className={styles.half}>
          <figcaption className={styles.day}>
            {index === 0 ? TIME_WORDS.before : TIME_WORDS.after} · {words[index]}
          </figcaption>
          <LegMap {...shared} {...scene} labels interactive />
        </figure>
      ))}
    </div>
  );
}

function Swiped({ before, after, words, shared }: PairProps) {
  const [share, setShare] = useState(50);
  const { width, height } = shared;
  // The maps do not depend on the divider: it must move as fast as the hand.
  const under = useMemo(() => <LegMap {...shared} {...before} labels interactive />, [shared, before]);
  const over = useMemo(() => <LegMap {...shared} {...after} labels interactive />, [shared, after]);
  return (
    <div className={styles.swipe}>
      <div className={styles.under}>{under}</div>
      <div className={styles.over} style={{ clipPath: `inset(0 0 0 ${String((width * share) / 100)}px)` }}>
        {over}
      </div>
      <SwipeDivider {...{ share, words, width, height }} onShare={setShare} />
    </div>
  );
}
