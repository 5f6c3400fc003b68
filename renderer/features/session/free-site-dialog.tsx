import { Modal } from '@mantine/core';
import type { Leg, LegView } from '../../../shared/domain/leg-map/vein.ts';
import { viewsOfLeg } from '../../../shared/domain/leg-map/views.ts';
import { viewTitle } from '../../text/map-text.ts';
import { Button } from '../../ui/button.tsx';
import styles from './session.module.css';

interface FreeSiteDialogProps {
  readonly legs: readonly Leg[];
  readonly onChoose: (view: LegView) => void;
  readonly onClose: () => void;
}

/** A place that is no mapped vein, without pointing at the map: on which side of which leg. */
export function FreeSiteDialog({ legs, onChoose, onClose }: FreeSiteDialogProps) {
  return (
    <Modal opened onClose={onClose} title="A free site" centered>
      <div className={styles.dialog}>
        <p>Point at the place on the map, or choose the side of the leg:</p>
        <div className={styles.choices}>
          {legs.flatMap(viewsOfLeg).map((view) => (
            <Button
              key={`${view.leg} ${view.aspect}`}
              onClick={() => {
                onChoose(view);
              }}
            >
              {viewTitle(view)}
            </Button>
          ))}
        </div>
      </div>
    </Modal>
  );
}
