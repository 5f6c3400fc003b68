import { useElementSize } from '@mantine/hooks';
import type { ReviewView } from '../../../shared/contract/review.ts';
import type { Leg } from '../../../shared/domain/leg-map/vein.ts';
import { viewsOfLeg } from '../../../shared/domain/leg-map/views.ts';
import type { VeinResponse } from '../../../shared/domain/outcome/review.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { LegMap } from '../../canvas/leg-map.tsx';
import { responseMarks } from './review-model.ts';
import styles from './review.module.css';

interface ResponseMapProps {
  readonly view: ReviewView;
  readonly leg: Leg;
  readonly shown: ReadonlyMap<VeinId, VeinResponse>;
  readonly selected: VeinId | null;
  readonly onSelect: (id: VeinId | null) => void;
}

/** The leg as it responds: cleared veins dotted, better ones dashed. */
export function ResponseMap({ view, leg, shown, selected, onSelect }: ResponseMapProps) {
  const { ref, width, height } = useElementSize();
  return (
    <div className={styles.map} ref={ref}>
      {width > 0 && height > 0 ? (
        <LegMap
          views={viewsOfLeg(leg)}
          veins={view.veins}
          marks={responseMarks(view.veins, shown)}
          dots={[]}
          selectedId={selected}
          onSelect={onSelect}
          width={width}
          height={height}
          labels
          interactive
          heightScale={view.heightScale}
        />
      ) : null}
    </div>
  );
}
