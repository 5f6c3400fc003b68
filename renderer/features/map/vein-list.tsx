import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { measureVein } from '../../../shared/domain/leg-map/measure.ts';
import { veinLabel, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { VeinSymbol } from '../../canvas/vein-symbol.tsx';
import { REGION_WORDS, sizeWords, veinWords } from '../../text/map-text.ts';
import { SessionBadge } from '../../ui/session-badge.tsx';
import styles from './vein-list.module.css';

interface VeinListProps {
  readonly veins: readonly Vein[];
  readonly sessions: ReadonlyMap<VeinId, number>;
  /** What each treated vein was given so far, in µL. */
  readonly givenUl: ReadonlyMap<VeinId, number>;
  readonly selectedId: VeinId | null;
  readonly heightScale: number;
  readonly onSelect: (id: VeinId) => void;
  /** Enter on a row: go on to its fields. */
  readonly onOpen: () => void;
}

/** The veins of the map as a list: the same data, for eyes that compare, for a keyboard and for a screen reader. */
export function VeinList({
  veins,
  sessions,
  givenUl,
  selectedId,
  heightScale,
  onSelect,
  onOpen,
}: VeinListProps) {
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [selectedId]);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = veins.findIndex(({ id }) => id === selectedId);
    const to = rowFor(event.key, at, veins.length);
    const vein = to === null ? undefined : veins[to];
    if (vein !== undefined) onSelect(vein.id);
    else if (event.key === 'Enter' && at >= 0) onOpen();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={styles.head} aria-hidden="true">
        <span>No.</span>
        <span>Kind</span>
        <span>Region</span>
        <span className={styles.number}>Size mm</span>
        <span className={styles.number}>ø mm</span>
        <span>Plan</span>
      </div>
      <ul
        ref={list}
        className={styles.list}
        role="listbox"
        aria-label="Veins"
        tabIndex={0}
        aria-activedescendant={selectedId === null ? undefined : `${listId}-${selectedId}`}
        onKeyDown={onKeyDown}
      >
        {veins.map((vein) => (
          <VeinRow
            key={vein.id}
            id={`${listId}-${vein.id}`}
            {...{ vein, heightScale, onSelect }}
            session={sessions.get(vein.id) ?? null}
            isTreated={givenUl.has(vein.id)}
            selected={vein.id === selectedId}
          />
        ))}
      </ul>
    </>
  );
}

interface VeinRowProps {
  readonly id: string;
  readonly vein: Vein;
  readonly session: number | null;
  readonly isTreated: boolean;
  readonly selected: boolean;
  readonly heightScale: number;
  readonly onSelect: (id: VeinId) => void;
}

function VeinRow({ id, vein, session, isTreated, selected, heightScale, onSelect }: VeinRowProps) {
  const measures = measureVein(vein, heightScale);
  return (
    <li
      id={id}
      role="option"
      aria-selected={selected}
      className={styles.row}
      onClick={() => {
        onSelect(vein.id);
      }}
    >
      <strong>{veinLabel(vein)}</strong>
      <span className={styles.kind}>
        <VeinSymbol vein={vein} size={17} />
        {veinWords(vein)}
      </span>
      <span>{REGION_WORDS[measures.region]}</span>
      <span className={styles.number}>{sizeWords(measures)}</span>
      <span className={styles.number}>{vein.diameterMm.toFixed(1)}</span>
      <span className={styles.badge}>{planSign(vein, session, isTreated)}</span>
    </li>
  );
}

function planSign(vein: Vein, session: number | null, isTreated: boolean) {
  if (vein.carriedOverFrom !== null) {
    return (
      <span className={styles.confirm} title={`Carried over from ${vein.carriedOverFrom}, to be confirmed`}>
        ?<span className="pp-hidden"> to be confirmed</span>
      </span>
    );
  }
  if (session !== null) return <SessionBadge number={session} size={17} />;
  return isTreated ? (
    <span title="Treated; nothing more planned">
      ✓<span className="pp-hidden"> treated</span>
    </span>
  ) : (
    <span className="pp-hidden">not planned</span>
  );
}

/** The row that a key goes to; null for other keys. */
function rowFor(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return Math.min(count - 1, at + 1);
  if (key === 'ArrowUp') return Math.max(0, at - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
