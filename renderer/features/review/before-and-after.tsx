import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Leg } from '../../../shared/domain/leg-map/vein.ts';
import { viewsOfLeg } from '../../../shared/domain/leg-map/views.ts';
import type { CaseId, VeinId } from '../../../shared/kernel/ids.ts';
import { useTRPC } from '../../api/trpc.ts';
import { dateText } from '../../text/format.ts';
import { REVIEW_MAP_WORDS } from '../../text/time-text.ts';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { sameViews, viewPairs } from '../map/time/compare-model.ts';
import { GroupChoice } from '../map/time/group-choice.tsx';
import { PairedMaps } from '../map/time/paired-maps.tsx';
import type { Scene } from '../map/time/scene.ts';
import { beforeTreatment } from './before-treatment.ts';
import styles from './review.module.css';

interface BeforeAndAfterProps {
  readonly caseId: CaseId;
  readonly leg: Leg;
  readonly after: Scene;
  readonly swiped: boolean;
  readonly selectedId: VeinId | null;
  readonly onSelect: (id: VeinId | null) => void;
  readonly heightScale: number;
}

/** The leg on the day of its first session beside, or under, the leg as it is rated. */
export function BeforeAndAfter({ caseId, leg, swiped, after, ...map }: BeforeAndAfterProps) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.map.history.queryOptions({ caseId }));
  const [chosen, setChosen] = useState(viewsOfLeg(leg));
  const before = useMemo(() => (data === undefined ? null : beforeTreatment(data)), [data]);
  if (error !== null) return <ErrorNote error={error} />;
  if (before === null)
    return <div className={styles.map} role="status" aria-label={REVIEW_MAP_WORDS.loading} />;
  const views = viewsOfLeg(leg);
  const groups = swiped ? [views] : viewPairs(views, before.scene.veins);
  const group = groups.find((each) => sameViews(each, chosen)) ?? groups[0] ?? views;
  return (
    <>
      <PairedMaps
        {...map}
        before={before.scene}
        after={after}
        words={[dateText(before.onDate), REVIEW_MAP_WORDS.asRated]}
        views={group}
        swiped={swiped}
      />
      <div className={styles.mapViews}>
        <GroupChoice groups={groups} group={group} onGroup={setChosen} />
      </div>
    </>
  );
}
