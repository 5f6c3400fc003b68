import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { ReviewView } from '../../../shared/contract/review.ts';
import type { Leg } from '../../../shared/domain/leg-map/vein.ts';
import { viewsOfLeg } from '../../../shared/domain/leg-map/views.ts';
import type { VeinResponse } from '../../../shared/domain/outcome/review.ts';
import type { CaseId, VeinId } from '../../../shared/kernel/ids.ts';
import { LegMap } from '../../canvas/leg-map.tsx';
import { REVIEW_MAP_WORDS } from '../../text/time-text.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { Scene } from '../map/time/scene.ts';
import { BeforeAndAfter } from './before-and-after.tsx';
import { responseMarks } from './review-model.ts';
import styles from './review.module.css';

interface ResponseMapProps {
  readonly caseId: CaseId;
  readonly view: ReviewView;
  readonly leg: Leg;
  readonly shown: ReadonlyMap<VeinId, VeinResponse>;
  readonly selected: VeinId | null;
  readonly onSelect: (id: VeinId | null) => void;
}

const LAYOUTS = ['one', 'side-by-side', 'swiped'] as const;
type Layout = (typeof LAYOUTS)[number];

/** The leg as it responds: cleared veins dotted, better ones dashed; on wish with the leg before treatment. */
export function ResponseMap({ caseId, view, leg, shown, selected, onSelect }: ResponseMapProps) {
  const [layout, setLayout] = useState<Layout>('one');
  const after = useMemo<Scene>(
    () => ({ veins: view.veins, marks: responseMarks(view.veins, shown), dots: [] }),
    [view.veins, shown],
  );
  const map = { leg, after, selectedId: selected, onSelect, heightScale: view.heightScale };
  return (
    <>
      <div className={styles.mapBar}>
        <SegmentedControl
          label={REVIEW_MAP_WORDS.layout}
          options={LAYOUTS.map((value) => ({ value, label: REVIEW_MAP_WORDS.layouts[value] }))}
          value={layout}
          onChange={setLayout}
          height={44}
        />
      </div>
      {layout === 'one' ? (
        <OneMap {...map} />
      ) : (
        <BeforeAndAfter {...map} caseId={caseId} swiped={layout === 'swiped'} />
      )}
    </>
  );
}

interface OneMapProps {
  readonly leg: Leg;
  readonly after: Scene;
  readonly selectedId: VeinId | null;
  readonly onSelect: (id: VeinId | null) => void;
  readonly heightScale: number;
}

function OneMap({ leg, after, ...map }: OneMapProps) {
  const { ref, width, height } = useElementSize();
  return (
    <div className={styles.map} ref={ref}>
      {width > 0 && height > 0 ? (
        <LegMap
          {...map}
          {...after}
          views={viewsOfLeg(leg)}
          width={width}
          height={height}
          labels
          interactive
        />
      ) : null}
    </div>
  );
}
