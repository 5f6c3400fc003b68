import { memo } from 'react';
import { viewsOfLeg } from '../../../shared/domain/leg-map/views.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { LegThumbnail } from '../../canvas/leg-thumbnail.tsx';
import type { VeinMark } from '../../canvas/vein-mark.ts';
import type { PlanColumn } from './plan-board.ts';
import styles from './column-legs.module.css';

interface ColumnLegsProps {
  readonly column: PlanColumn;
  readonly veins: readonly Vein[];
}

/** Where on the legs a session works. */
export const ColumnLegs = memo(function ColumnLegs({ column, veins }: ColumnLegsProps) {
  const marks = new Map<VeinId, VeinMark>(
    column.cards.map(({ vein }) => [vein.id, { state: 'planned', sessionNumber: column.session.number }]),
  );
  const shown = veins.filter(({ id }) => marks.has(id));
  const views = column.legs.flatMap(viewsOfLeg);
  return (
    <div className={styles.legs}>
      {views.map((view) => (
        <figure key={`${view.leg} ${view.aspect}`}>
          <figcaption>
            {view.leg === 'left' ? 'L' : 'R'} {view.aspect}
          </figcaption>
          <LegThumbnail view={view} veins={shown} marks={marks} height={views.length > 4 ? 74 : 84} />
        </figure>
      ))}
    </div>
  );
});
