import { useEffect, useRef, type KeyboardEvent } from 'react';
import { RESPONSES, SIDE_EFFECTS, type Response } from '../../../shared/domain/outcome/review.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { VeinSymbol } from '../../canvas/vein-symbol.tsx';
import { mlExactText } from '../../text/format.ts';
import { REGION_WORDS } from '../../text/map-text.ts';
import {
  DISPOSITION_WORDS,
  EFFECT_WORDS,
  GRADE_WORDS,
  RESPONSE_WORDS,
  reviewText,
} from '../../text/review-text.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { ReviewRow } from './review-model.ts';
import styles from './review-rows.module.css';

interface ReviewRowsProps {
  readonly title: string;
  readonly rows: readonly ReviewRow[];
  readonly selected: VeinId | null;
  readonly onSelect: (id: VeinId) => void;
  /** Null: to read only. */
  readonly onRate: ((veinId: VeinId, response: Response) => void) | null;
  /** Keys beyond moving about, at the vein that is chosen; says whether it took the key. */
  readonly onKey: (row: ReviewRow, key: string) => boolean;
}

const OPTIONS = RESPONSES.map((value) => ({ value, label: RESPONSE_WORDS[value] }));

/** One row for each treated vein: how it looks, and in words what the treatment left behind. */
export function ReviewRows({ title, rows, selected, onSelect, onRate, onKey }: ReviewRowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const chosen = rows.find(({ vein }) => vein.id === selected);
  useEffect(() => {
    list.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step === undefined ? null : rows[chosen ? rows.indexOf(chosen) + step : 0];
    if (next) {
      onSelect(next.vein.id);
      list.current?.querySelector<HTMLElement>(`[data-name="${next.vein.id}"]`)?.focus();
    }
    const isTaken = step !== undefined || (chosen !== undefined && onKey(chosen, event.key));
    if (isTaken) event.preventDefault();
  };
  return (
    <ul
      className={styles.list}
      ref={list}
      aria-label={title}
      aria-keyshortcuts="ArrowUp ArrowDown C B S W N M P U"
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => (
        <Row
          key={row.vein.id}
          row={row}
          isSelected={row.vein.id === selected}
          onSelect={onSelect}
          onRate={onRate}
        />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly row: ReviewRow;
  readonly isSelected: boolean;
  readonly onSelect: ReviewRowsProps['onSelect'];
  readonly onRate: ReviewRowsProps['onRate'];
}

function Row({ row, isSelected, onSelect, onRate }: RowProps) {
  const { vein, label, region, treated, response, before } = row;
  return (
    <li data-selected={isSelected || undefined}>
      <button
        type="button"
        className={styles.name}
        data-name={vein.id}
        aria-pressed={isSelected}
        onClick={() => {
          onSelect(vein.id);
        }}
      >
        <strong>{label}</strong>
        <VeinSymbol vein={vein} />
        <span>
          {REGION_WORDS[region]}
          <small>
            {mlExactText(treated.volumeUl)}
            {before ? ` · was ${RESPONSE_WORDS[before].toLowerCase()}` : ''}
          </small>
        </span>
      </button>
      <SegmentedControl
        label={reviewText.responseOf(label)}
        options={OPTIONS}
        value={response?.response ?? null}
        height={44}
        disabled={onRate === null}
        onChange={(value) => {
          onSelect(vein.id);
          onRate?.(vein.id, value);
        }}
      />
      <Left row={row} />
    </li>
  );
}

/** What is left beside the vein and what becomes of it, in words. */
function Left({ row: { response } }: { readonly row: ReviewRow }) {
  if (!response) return <span className={styles.left} />;
  const effects = SIDE_EFFECTS.filter((effect) => response[effect] > 0);
  return (
    <span className={styles.left}>
      {effects.map((effect) => (
        <span key={effect} data-effect>
          {EFFECT_WORDS[effect]} {GRADE_WORDS[response[effect]]}
        </span>
      ))}
      {response.disposition ? <span>→ {DISPOSITION_WORDS[response.disposition]}</span> : null}
    </span>
  );
}
