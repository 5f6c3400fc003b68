import { Checkbox } from '@mantine/core';
import type { SessionView } from '../../../shared/contract/session.ts';
import { aftercareOf, aftercarePoints } from '../../../shared/domain/session/aftercare.ts';
import { givesFoam } from '../../../shared/domain/session/walk.ts';
import { aftercareText } from '../../text/closing-text.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { ClosingDraft } from './closing-draft.ts';
import { placeOf } from './completeness-places.ts';
import styles from './closing.module.css';

interface AftercareChecklistProps {
  readonly view: Pick<SessionView, 'opening' | 'injections' | 'profile'>;
  readonly draft: ClosingDraft;
  readonly onChange: (part: Partial<ClosingDraft>) => void;
}

const YES_NO = [
  { value: 'yes', label: 'Given' },
  { value: 'no', label: 'Not given' },
] as const;

/** What the patient was told, point by point, and whether the leaflet was given. */
export function AftercareChecklist({ view, draft, onChange }: AftercareChecklistProps) {
  const points = aftercarePoints(view.profile, givesFoam(view.injections));
  const explained = new Set(draft.aftercareExplained);
  const isAll = points.every(({ id }) => explained.has(id));
  const { aftercareGiven: given } = draft;
  return (
    <div id={placeOf('aftercare')}>
      <Panel
        title="Aftercare"
        aside={aftercareOf(view.profile).source.text}
        end={
          <Button
            disabledBecause={isAll ? 'Every point is ticked' : null}
            onClick={() => {
              onChange({ aftercareExplained: points.map(({ id }) => id) });
            }}
          >
            All explained
          </Button>
        }
      >
        <div className={styles.aftercare}>
          {points.map((point) => (
            <Checkbox
              key={point.id}
              className={styles.point}
              label={aftercareText(point, view.opening.onDate)}
              checked={explained.has(point.id)}
              onChange={(event) => {
                const isTicked = event.currentTarget.checked;
                const others = draft.aftercareExplained.filter((id) => id !== point.id);
                onChange({ aftercareExplained: isTicked ? [...others, point.id] : others });
              }}
            />
          ))}
        </div>
        <div className={styles.leaflet}>
          <span className={styles.label}>Aftercare leaflet</span>
          <SegmentedControl
            label="Aftercare"
            options={YES_NO}
            value={given === null ? null : given ? 'yes' : 'no'}
            onChange={(value) => {
              onChange({ aftercareGiven: value === 'yes' });
            }}
            height={44}
          />
        </div>
      </Panel>
    </div>
  );
}
