import type { PlanView } from '../../../shared/contract/plan.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import { viewsOfBothLegs } from '../../../shared/domain/leg-map/views.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { LegThumbnail } from '../../canvas/leg-thumbnail.tsx';
import type { VeinMark } from '../../canvas/vein-mark.ts';
import { legWord } from '../../text/format.ts';
import { patientText } from '../../text/patient-text.ts';
import styles from './case-panel.module.css';

interface CaseMapProps {
  readonly veins: readonly Vein[];
  readonly plan: PlanView | null;
}

/** The map of a case, small: both legs from all sides, planned veins in the colours of their sessions. */
export function CaseMap({ veins, plan }: CaseMapProps) {
  const marks = marksOf(veins, plan);
  if (veins.length === 0) return <p className={styles.none}>{patientText.mapEmpty}</p>;
  return (
    <div className={styles.map}>
      {viewsOfBothLegs().map((view) => (
        <figure key={`${view.leg} ${view.aspect}`} className={styles.view}>
          <LegThumbnail view={view} veins={veins} marks={marks} height={132} />
          <figcaption>
            {legWord(view.leg)} {view.aspect}
          </figcaption>
        </figure>
      ))}
    </div>
  );
}

/** How each vein of a case is drawn: treated, planned for a session, carried over, or just mapped. */
export function marksOf(veins: readonly Vein[], plan: PlanView | null): ReadonlyMap<VeinId, VeinMark> {
  const given = new Set(plan?.given.map(({ veinId }) => veinId));
  const planned = new Map(plan?.plan?.items.map(({ veinId, sessionNumber }) => [veinId, sessionNumber]));
  return new Map(
    veins.map((vein) => [vein.id, markOf(vein, given.has(vein.id), planned.get(vein.id) ?? null)]),
  );
}

function markOf(vein: Vein, isGiven: boolean, sessionNumber: number | null): VeinMark {
  if (isGiven) return { state: 'injected' };
  if (sessionNumber !== null) return { state: 'planned', sessionNumber };
  return { state: vein.carriedOverFrom === null ? 'mapped' : 'carried-over' };
}
