import { useElementSize } from '@mantine/hooks';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { LEGS, type Leg } from '../../../shared/domain/leg-map/vein.ts';
import { viewsOfLeg } from '../../../shared/domain/leg-map/views.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { LegMap } from '../../canvas/leg-map.tsx';
import { LegThumbnail } from '../../canvas/leg-thumbnail.tsx';
import { WHOLE, zoomedAt } from '../../canvas/viewport/viewport.ts';
import { legWord } from '../../text/format.ts';
import { historyText, legGivenText } from '../../text/patient-history-text.ts';
import { Button } from '../../ui/button.tsx';
import type { SessionScene } from './session-scene.ts';
import styles from './sessions-tab.module.css';

interface SessionLegsProps {
  readonly scene: SessionScene;
  /** The legs that the session was opened for. */
  readonly legs: readonly Leg[];
}

/** Both legs on the day of a session: a leg that was treated large, the other one small. */
export function SessionLegs({ scene, legs }: SessionLegsProps) {
  const [selected, setSelected] = useState<VeinId | null>(null);
  return (
    <>
      {LEGS.toSorted((a, b) => Number(legs.includes(b)) - Number(legs.includes(a))).map((leg) => (
        <section key={leg} className={styles.leg} aria-label={`${legWord(leg)} leg`}>
          <h3>
            <strong>{legWord(leg)} leg</strong> {legGivenText(scene, leg)}
          </h3>
          {legs.includes(leg) || scene.given[leg] > 0 ? (
            <LargeLeg {...{ scene, leg, selected, onSelect: setSelected }} />
          ) : (
            <div className={styles.smallLeg}>
              {viewsOfLeg(leg).map((view) => (
                <LegThumbnail
                  key={view.aspect}
                  view={view}
                  veins={scene.veins}
                  marks={scene.marks}
                  height={110}
                />
              ))}
            </div>
          )}
        </section>
      ))}
      <p className={styles.signs}>
        <Sign kind="given" /> {historyText.legendGiven} <Sign kind="struck" /> {historyText.legendStruck}{' '}
        <Sign kind="free" /> {historyText.legendFree}
      </p>
    </>
  );
}

interface LargeLegProps {
  readonly scene: SessionScene;
  readonly leg: Leg;
  readonly selected: VeinId | null;
  readonly onSelect: (id: VeinId | null) => void;
}

function LargeLeg({ scene, leg, selected, onSelect }: LargeLegProps) {
  const { ref, width, height } = useElementSize();
  const [viewport, setViewport] = useState(WHOLE);
  const zoom = (factor: number) => {
    setViewport(zoomedAt(viewport, [width / 2, height / 2], factor, { width, height }));
  };
  return (
    <div className={styles.largeLeg} ref={ref}>
      {width > 0 && height > 0 ? (
        <LegMap
          views={viewsOfLeg(leg)}
          veins={scene.veins}
          marks={scene.marks}
          dots={scene.dots}
          selectedId={selected}
          onSelect={onSelect}
          width={width}
          height={height}
          labels
          interactive
          inPage
          heightScale={scene.heightScale}
          viewport={viewport}
          onViewport={setViewport}
        />
      ) : null}
      <div className={styles.zoom}>
        <Button
          label={historyText.larger}
          icon={<IconPlus size={20} aria-hidden />}
          onClick={() => {
            zoom(1.5);
          }}
        >
          {null}
        </Button>
        <Button
          label={historyText.smaller}
          icon={<IconMinus size={20} aria-hidden />}
          onClick={() => {
            zoom(1 / 1.5);
          }}
        >
          {null}
        </Button>
      </div>
    </div>
  );
}

/** The signs of the map, as it paints them. */
function Sign({ kind }: { readonly kind: 'given' | 'struck' | 'free' }) {
  return (
    <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
      {kind === 'given' ? (
        <>
          <circle r="8.5" fill="var(--pp-ink)" />
          <text y="4" textAnchor="middle" fontSize="12" fontWeight="700" fill="var(--pp-on-ink)">
            4
          </text>
        </>
      ) : kind === 'struck' ? (
        <>
          <circle r="7" fill="none" stroke="var(--pp-ink)" strokeDasharray="2.4 2.2" />
          <path d="M-3.5-3.5 3.5 3.5M3.5-3.5-3.5 3.5" stroke="var(--pp-ink)" strokeWidth="2" />
        </>
      ) : (
        <>
          <circle r="7" fill="var(--pp-surface)" stroke="var(--pp-ink)" strokeWidth="1.6" />
          <circle r="2.4" fill="var(--pp-ink)" />
        </>
      )}
    </svg>
  );
}
