import { useEffect, useMemo, useRef, useState } from 'react';
import type { MapHistoryView } from '../../../../shared/contract/map-history.ts';
import { compareMaps, type VeinChange } from '../../../../shared/domain/leg-map/compare-maps.ts';
import { datesOf, mapOn, type HistoryDay } from '../../../../shared/domain/leg-map/timeline.ts';
import { LEGS, type LegView } from '../../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import { dateText } from '../../../text/format.ts';
import { TIME_WORDS } from '../../../text/time-text.ts';
import { Button } from '../../../ui/button.tsx';
import { CompareBar, type CompareLayout } from './compare-bar.tsx';
import { ALL_CHANGES, compareScenes, isIn, listed, sameViews, veinOf, viewPairs } from './compare-model.ts';
import { ComparePanel } from './compare-panel.tsx';
import styles from './compare.module.css';
import { PairedMaps } from './paired-maps.tsx';

interface CompareMapsProps {
  readonly history: MapHistoryView;
  readonly views: readonly LegView[];
  readonly onClose: () => void;
}

/** Two days of a map beside or over each other, with what is gone, changed, unchanged and new, counted and listed. */
export function CompareMaps({ history, views, onClose }: CompareMapsProps) {
  const days = useMemo(() => datesOf(history), [history]);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || days.length < 2) {
    return (
      <p className={styles.none} role="status">
        {TIME_WORDS.nothingToCompare} <Button onClick={onClose}>{TIME_WORDS.close}</Button>
      </p>
    );
  }
  return <Comparison {...{ history, days, views, onClose }} firstDays={[first.onDate, last.onDate]} />;
}

interface ComparisonProps extends CompareMapsProps {
  readonly days: readonly HistoryDay[];
  readonly firstDays: readonly [CalendarDate, CalendarDate];
}

function Comparison({ history, days, views, onClose, firstDays }: ComparisonProps) {
  const [[from, to], setDates] = useState(firstDays);
  const [layout, setLayout] = useState<CompareLayout>('side-by-side');
  const [classes, setClasses] = useState<ReadonlySet<VeinChange>>(ALL_CHANGES);
  const [selectedId, setSelectedId] = useState<VeinId | null>(null);
  const compared = useMemo(() => {
    const [earlier, later] = [mapOn(history, from), mapOn(history, to)];
    return { veins: compareMaps(earlier, later).veins, scale: later.heightScale };
  }, [history, from, to]);
  const legs = LEGS.filter((leg) => views.some((view) => view.leg === leg));
  const onlyLeg = legs.length === 1 ? legs[0] : null;
  const veins = useMemo(
    () => compared.veins.filter((vein) => onlyLeg === null || veinOf(vein).leg === onlyLeg),
    [compared, onlyLeg],
  );
  const rows = useMemo(() => listed(veins, classes), [veins, classes]);
  const scenes = useMemo(() => compareScenes(rows), [rows]);
  const groups = layout === 'swiped' ? [views] : viewPairs(views, veins.map(veinOf));
  const [chosen, setChosen] = useState<readonly LegView[] | null>(null);
  const group = groups.find((each) => chosen !== null && sameViews(each, chosen)) ?? groups[0] ?? views;
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    region.current?.focus();
  }, []);
  const select = (id: VeinId | null) => {
    setSelectedId(id);
    const vein = rows.find(({ veinId }) => veinId === id);
    const home = vein && groups.find((each) => isIn(each, veinOf(vein)));
    if (vein && home && !isIn(group, veinOf(vein))) setChosen(home);
  };
  return (
    <section
      ref={region}
      className={styles.compare}
      aria-label={TIME_WORDS.compare}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.column}>
        <CompareBar
          {...{ days, from, to, layout, groups, group, onClose }}
          onDates={setDates}
          onLayout={setLayout}
          onGroup={setChosen}
        />
        <PairedMaps
          {...scenes}
          words={[dateText(from), dateText(to)]}
          views={group}
          swiped={layout === 'swiped'}
          selectedId={selectedId}
          onSelect={select}
          heightScale={compared.scale}
        />
      </div>
      <ComparePanel
        {...{ legs, veins, rows, classes, selectedId, from, to }}
        scale={compared.scale}
        onClasses={setClasses}
        onSelect={select}
      />
    </section>
  );
}
