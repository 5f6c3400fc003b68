import { useState } from 'react';
import type { ReviewDraft } from '../../../shared/contract/review-draft.ts';
import { laserReason } from '../../../shared/domain/outcome/remains.ts';
import {
  DISPOSITIONS,
  isLeft,
  type Disposition,
  type Review,
} from '../../../shared/domain/outcome/review.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { VeinSymbol } from '../../canvas/vein-symbol.tsx';
import { REGION_WORDS } from '../../text/map-text.ts';
import { DISPOSITION_WORDS, LASER_WORDS, RESPONSE_WORDS, reviewText } from '../../text/review-text.ts';
import { Button } from '../../ui/button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { RestUntil } from './rest-until.tsx';
import { choicesFor, decided } from './review-draft.ts';
import type { ReviewRow } from './review-model.ts';
import styles from './remains-part.module.css';

interface RemainsPartProps {
  readonly onDate: CalendarDate;
  /** Of both legs. */
  readonly rows: readonly ReviewRow[];
  /** The reviews that hold and were before this one. */
  readonly earlier: readonly Review[];
  readonly selected: VeinId | null;
  readonly onSelect: (id: VeinId) => void;
  readonly draft: ReviewDraft;
  /** Null: to read only. */
  readonly onChange: ((draft: ReviewDraft) => void) | null;
}

const GROUPS = ['all', 'better', 'same', 'worse'] as const;
type Group = (typeof GROUPS)[number];

/** What becomes of each vein that has not cleared, and until when those that rest are left alone. */
export function RemainsPart(props: RemainsPartProps) {
  const { onDate, earlier, draft, onChange } = props;
  const rows = props.rows.filter(({ response }) => response !== null && isLeft(response));
  const rests = rows.some(({ response }) => response?.disposition === 'rest');
  if (rows.length === 0) return <p className={styles.none}>{reviewText.nothingRemains}</p>;
  return (
    <section className={styles.part} aria-label={reviewText.parts.remains}>
      {onChange ? (
        <ForAll
          rows={rows}
          earlier={earlier}
          onDecide={(chosen, disposition) => {
            onChange(
              decided(
                draft,
                chosen.map(({ vein }) => vein),
                disposition,
                earlier,
              ),
            );
          }}
        />
      ) : null}
      <ul className={styles.list}>
        {rows.map((row) => (
          <Remaining key={row.vein.id} {...props} row={row} />
        ))}
      </ul>
      {rests ? <RestUntil onDate={onDate} draft={draft} onChange={onChange} /> : null}
      <p className={styles.source}>
        {reviewText.laserRule}. {reviewText.restRule}. {reviewText.source}.
      </p>
    </section>
  );
}

interface ForAllProps {
  readonly rows: readonly ReviewRow[];
  readonly earlier: readonly Review[];
  readonly onDecide: (rows: readonly ReviewRow[], disposition: Disposition) => void;
}

/** The same for all of a kind, in two taps. */
function ForAll({ rows, earlier, onDecide }: ForAllProps) {
  const [group, setGroup] = useState<Group>('all');
  const chosen = rows.filter(({ response }) => group === 'all' || response?.response === group);
  return (
    <div className={styles.forAll}>
      <span>{reviewText.allOf}</span>
      <SegmentedControl
        label={reviewText.allOf}
        options={GROUPS.map((value) => ({ value, label: reviewText.groups[value] }))}
        value={group}
        height={44}
        onChange={setGroup}
      />
      <div className={styles.buttons}>
        {DISPOSITIONS.map((disposition) => {
          const able = chosen.filter(({ vein, response }) =>
            choicesFor(vein, response, earlier).includes(disposition),
          );
          return (
            <Button
              key={disposition}
              disabledBecause={able.length === 0 ? notOffered(disposition) : null}
              onClick={() => {
                onDecide(able, disposition);
              }}
            >
              {DISPOSITION_WORDS[disposition]} ({able.length})
            </Button>
          );
        })}
      </div>
    </div>
  );
}

function notOffered(disposition: Disposition): string {
  return disposition === 'laser' ? reviewText.laserRule : reviewText.nothingRemains;
}

interface RemainingProps extends RemainsPartProps {
  readonly row: ReviewRow;
}

function Remaining({ row, earlier, selected, onSelect, draft, onChange }: RemainingProps) {
  const { vein, label, region, response } = row;
  const laser = response && laserReason(vein, response, earlier);
  return (
    <li data-selected={vein.id === selected || undefined}>
      <button
        type="button"
        className={styles.name}
        aria-pressed={vein.id === selected}
        onClick={() => {
          onSelect(vein.id);
        }}
      >
        <strong>{label}</strong>
        <VeinSymbol vein={vein} />
        <span>
          {REGION_WORDS[region]}
          <small>
            {response ? RESPONSE_WORDS[response.response].toLowerCase() : ''}
            {laser ? ` · ${LASER_WORDS[laser]}` : ''}
          </small>
        </span>
      </button>
      <SegmentedControl
        label={reviewText.remainsOf(label)}
        options={choicesFor(vein, response, earlier).map((value) => ({
          value,
          label: DISPOSITION_WORDS[value],
        }))}
        value={response?.disposition ?? null}
        height={44}
        disabled={onChange === null}
        onChange={(disposition) => {
          onSelect(vein.id);
          onChange?.(decided(draft, [vein], disposition, earlier));
        }}
      />
    </li>
  );
}
