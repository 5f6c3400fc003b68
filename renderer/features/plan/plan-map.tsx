import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { Leg } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { LegMap } from '../../canvas/leg-map.tsx';
import { PLAN_MAP_TEXT } from '../../text/plan-map-text.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import type { PlanDraft } from './plan-draft.ts';
import type { PlanFacts } from './plan-facts.ts';
import { planMapMarks, planMapViews } from './plan-map-marks.ts';
import styles from './plan-map.module.css';

interface PlanMapProps {
  readonly draft: PlanDraft;
  readonly facts: PlanFacts;
  readonly selectedId: VeinId | null;
  readonly onSelect: (id: VeinId | null) => void;
  /** The session whose veins stand out; null: all alike. */
  readonly emphasised: number | null;
  readonly onEmphasise: (sessionNumber: number | null) => void;
}

const NO_DOTS: readonly never[] = [];

/**
 * The legs in the colours and shapes of the sessions. Fills its parent, which gives it its height. Everything that it tells stands on
 * the cards as well.
 */
export function PlanMap({ draft, facts, selectedId, onSelect, emphasised, onEmphasise }: PlanMapProps) {
  const { ref, width, height } = useElementSize();
  const [leg, setLeg] = useState<Leg | 'both'>('both');
  const marks = useMemo(() => planMapMarks(draft, facts, emphasised), [draft, facts, emphasised]);
  const both = useMemo(() => planMapViews(draft, facts, 'both'), [draft, facts]);
  const hasBoth = new Set(both.map((view) => view.leg)).size > 1;
  const views = hasBoth && leg !== 'both' ? both.filter((view) => view.leg === leg) : both;
  return (
    <section className={styles.map} aria-label={PLAN_MAP_TEXT.name}>
      <div className={styles.bar}>
        <div className={styles.sessions} role="group" aria-label={PLAN_MAP_TEXT.emphasise}>
          {draft.sessions
            .toSorted((a, b) => a.number - b.number)
            .map(({ number }) => (
              <button
                key={number}
                type="button"
                className={styles.session}
                aria-label={PLAN_MAP_TEXT.onlySession(number)}
                aria-pressed={emphasised === number}
                onClick={() => {
                  onEmphasise(emphasised === number ? null : number);
                }}
              >
                <SessionBadge number={number} size={20} />
              </button>
            ))}
        </div>
        <span className={styles.meaning}>{PLAN_MAP_TEXT.meaning(emphasised)}</span>
        {hasBoth ? (
          <SegmentedControl
            label={PLAN_MAP_TEXT.legs}
            options={LEG_CHOICES}
            value={leg}
            onChange={setLeg}
            height={32}
          />
        ) : null}
      </div>
      <div className={styles.legs} ref={ref}>
        {width > 0 && height > 0 ? (
          <LegMap
            views={views}
            veins={facts.veins}
            marks={marks}
            dots={NO_DOTS}
            selectedId={selectedId}
            onSelect={onSelect}
            width={width}
            height={height}
            labels
            interactive
            heightScale={facts.heightScale}
          />
        ) : null}
      </div>
    </section>
  );
}

const LEG_CHOICES = (['both', 'right', 'left'] as const).map((value) => ({
  value,
  label: PLAN_MAP_TEXT.legChoices[value],
}));
