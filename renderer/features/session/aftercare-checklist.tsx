import { Checkbox } from '@mantine/core';
import type { SessionView } from '../../../shared/contract/session.ts';
import { AFTERCARE_SOURCE, aftercareRules } from '../../../shared/domain/session/aftercare.ts';
import { givesFoam } from '../../../shared/domain/session/walk.ts';
import { aftercareText } from '../../text/closing-text.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { ClosingDraft } from './closing-draft.ts';
import { placeOf } from './completeness-places.ts';
import styles from './closing.module.css';

interface AftercareChecklistProps {
  readonly view: Pick<SessionView, 'opening' | 'injections'>;
  readonly draft: ClosingDraft;
  readonly onChange: (part: Partial<ClosingDraft>) => void;
}

const YES_NO = [
  { value: 'yes', label: 'Given' },
  { value: 'no', label: 'Not given' },
] as const;

/** What the patient was told, point by point, and whether the leaflet was given. */
export function AftercareChecklist({ view, draft, onChange }: AftercareChecklistProps) {
  const rules = aftercareRules(givesFoam(view.injections));
  const explained = new Set(draft.aftercareExplained);
  const isAll = rules.every(({ point }) => explained.has(point));
  const { aftercareGiven: given } = draft;
  return (
    <div id={placeOf('aftercare')}>
      <Panel
        title="Aftercare"
        aside={AFTERCARE_SOURCE.text}
        end={
          <Button
            disabledBecause={isAll ? 'Every point is ticked' : null}
            onClick={() => {
              onChange({ aftercareExplained: rules.map(({ point }) => point) });
            }}
          >
            All explained
          </Button>
        }
      >
        <div className={styles.aftercare}>
          {rules.map((rule) => (
            <Checkbox
              key={rule.point}
              className={styles.point}
              label={aftercareText(rule, view.opening.onDate)}
              checked={explained.has(rule.point)}
              onChange={(event) => {
                const isTicked = event.currentTarget.checked;
                const others = draft.aftercareExplained.filter((point) => point !== rule.point);
                onChange({ aftercareExplained: isTicked ? [...others, rule.point] : others });
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
