import type { ReviewDraft } from '../../../shared/contract/review-draft.ts';
import type { ReviewView } from '../../../shared/contract/review.ts';
import type { Leg, Vein } from '../../../shared/domain/leg-map/vein.ts';
import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import { RESPONSES, type Response, type SideEffect } from '../../../shared/domain/outcome/review.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { VeinSymbol } from '../../canvas/vein-symbol.tsx';
import { legWord } from '../../text/format.ts';
import { reviewText } from '../../text/review-text.ts';
import { Button } from '../../ui/button.tsx';
import { graded, nextGrade, rated, restRated } from './review-draft.ts';
import { otherVeins, type ReviewRow } from './review-model.ts';
import { ReviewRows } from './review-rows.tsx';
import { VeinPanel } from './vein-panel.tsx';
import styles from './veins-part.module.css';

interface VeinsPartProps {
  readonly view: ReviewView;
  readonly leg: Leg;
  readonly onDate: CalendarDate;
  /** Of this leg. */
  readonly rows: readonly ReviewRow[];
  readonly selected: VeinId | null;
  readonly onSelect: (id: VeinId | null) => void;
  readonly draft: ReviewDraft;
  /** Null: to read only. */
  readonly onChange: ((draft: ReviewDraft) => void) | null;
}

const RESPONSE_KEYS: Readonly<Record<string, Response>> = {
  c: 'cleared',
  b: 'better',
  s: 'same',
  w: 'worse',
  n: 'not-seen',
};
const EFFECT_KEYS: Readonly<Record<string, SideEffect>> = { m: 'matting', p: 'pigmentation', u: 'ulcer' };

/** The veins of a leg one by one: how each responded, and below the list all about the one that is chosen. */
export function VeinsPart(props: VeinsPartProps) {
  const { view, leg, onDate, rows, selected, onSelect, draft, onChange } = props;
  const unrated = rows.filter(({ response }) => response === null).map(({ vein }) => vein.id);
  const title = `Response, ${legWord(leg)} leg`;
  const onKey = (row: ReviewRow, key: string) => {
    const response = RESPONSE_KEYS[key.toLowerCase()] ?? RESPONSES[Number(key) - 1];
    const effect = EFFECT_KEYS[key.toLowerCase()];
    if (onChange && response) onChange(rated(draft, row.vein.id, response));
    else if (onChange && effect)
      onChange(graded(draft, row.vein.id, effect, nextGrade(row.response?.[effect] ?? 0)));
    return response !== undefined || effect !== undefined;
  };
  const chosen = rows.find(({ vein }) => vein.id === selected) ?? null;
  return (
    <section className={styles.part} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        <span>{reviewText.rated(rows.length - unrated.length, rows.length)}</span>
        {onChange && unrated.length > 0 && rows.length > 0 ? (
          <Button
            size="small"
            className={styles.rest}
            onClick={() => {
              onChange(restRated(draft, unrated, 'same'));
            }}
          >
            {reviewText.restSame(unrated.length)}
          </Button>
        ) : null}
      </header>
      <div className={styles.scroll}>
        {rows.length === 0 ? <p className={styles.none}>{reviewText.noneTreated(legWord(leg))}</p> : null}
        <ReviewRows
          title={title}
          rows={rows}
          selected={selected}
          onSelect={onSelect}
          onRate={
            onChange &&
            ((veinId, response) => {
              onChange(rated(draft, veinId, response));
            })
          }
          onKey={onKey}
        />
        <Others view={view} leg={leg} selected={selected} onSelect={onSelect} />
      </div>
      <VeinPanel
        row={chosen}
        onDate={onDate}
        reviews={view.reviews}
        onGrade={
          onChange &&
          ((veinId, effect, grade) => {
            onChange(graded(draft, veinId, effect, grade));
          })
        }
      />
    </section>
  );
}

/** Veins that there is nothing to rate of: they stand apart, and say why. */
function Others({
  view,
  leg,
  selected,
  onSelect,
}: Pick<VeinsPartProps, 'view' | 'leg' | 'selected' | 'onSelect'>) {
  const { untreated, carriedOver } = otherVeins(view);
  const group = (words: (count: number) => string, veins: readonly Vein[]) => {
    const here = veins.filter((vein) => vein.leg === leg);
    return here.length === 0 ? null : (
      <section className={styles.others} aria-label={words(here.length)}>
        <h3>{words(here.length)}</h3>
        <ul>
          {here.map((vein) => (
            <li key={vein.id}>
              <button
                type="button"
                aria-pressed={vein.id === selected}
                onClick={() => {
                  onSelect(vein.id);
                }}
              >
                <strong>{veinLabel(vein)}</strong>
                <VeinSymbol vein={vein} />
              </button>
            </li>
          ))}
        </ul>
      </section>
    );
  };
  return (
    <>
      {group(reviewText.notTreated, untreated)}
      {group(reviewText.carriedOver, carriedOver)}
    </>
  );
}
