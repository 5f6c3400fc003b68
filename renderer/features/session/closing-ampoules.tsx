import { Textarea } from '@mantine/core';
import { DIFFERENCE_REASONS } from '../../text/closing-text.ts';
import { Panel } from '../../ui/panel.tsx';
import { AmpouleRow } from './ampoule-row.tsx';
import type { ClosingDraft } from './closing-draft.ts';
import type { Ending } from './closing-model.ts';
import { placeOf } from './completeness-places.ts';
import styles from './closing.module.css';

interface ClosingAmpoulesProps {
  readonly ending: Ending;
  readonly draft: ClosingDraft;
  readonly onChange: (part: Partial<ClosingDraft>) => void;
}

/** The ampoules of every box; where they do not add up it is asked why. */
export function ClosingAmpoules({ ending, draft, onChange }: ClosingAmpoulesProps) {
  return (
    <div id={placeOf('ampoules')}>
      <Panel title="Ampoules" aside="opened = injected + thrown away">
        {ending.boxes.length === 0 ? <p className={styles.pad}>No box was opened.</p> : null}
        {ending.boxes.map((reckoning) => (
          <AmpouleRow
            key={reckoning.box.id}
            reckoning={reckoning}
            onChange={(entry) => {
              const others = draft.ampoules.filter(({ lotId }) => lotId !== reckoning.box.id);
              onChange({ ampoules: [...others, { lotId: reckoning.box.id, ...entry }] });
            }}
          />
        ))}
        {ending.differs ? (
          <div className={styles.pad}>
            <Textarea
              label="Why the ampoules do not add up"
              required
              value={draft.differenceReason}
              maxLength={300}
              autosize
              minRows={1}
              onChange={(event) => {
                onChange({ differenceReason: event.currentTarget.value });
              }}
            />
            <div className={styles.quick} role="group" aria-label="Usual reasons">
              {DIFFERENCE_REASONS.map((reason) => (
                <button
                  key={reason}
                  type="button"
                  aria-pressed={draft.differenceReason === reason}
                  onClick={() => {
                    onChange({ differenceReason: reason });
                  }}
                >
                  {reason}
                </button>
              ))}
            </div>
          </div>
        ) : null}
      </Panel>
    </div>
  );
}
