import type { LegView } from '../../../../shared/domain/leg-map/vein.ts';
import { ASPECT_WORDS, LEG_WORDS } from '../../../text/map-text.ts';
import styles from './compare.module.css';

interface GroupChoiceProps {
  /** Views that are shown together, and the ones that are shown now. */
  readonly groups: readonly (readonly LegView[])[];
  readonly group: readonly LegView[];
  readonly onGroup: (group: readonly LegView[]) => void;
}

/** Which views are shown, where there is more than one group of them. */
export function GroupChoice({ groups, group, onGroup }: GroupChoiceProps) {
  if (groups.length < 2) return null;
  return (
    <label className={[styles.dayChoice, styles.groups].join(' ')}>
      <span className="pp-hidden">Views</span>
      <select
        value={groups.indexOf(group)}
        onChange={(event) => {
          const next = groups[Number(event.currentTarget.value)];
          if (next !== undefined) onGroup(next);
        }}
      >
        {groups.map((each, index) => (
          <option key={index} value={index}>
            {groupText(each, groups.flat())}
          </option>
        ))}
      </select>
    </label>
  );
}

/** `Anterior, medial`; with the legs where there are two to choose from. */
function groupText(group: readonly LegView[], all: readonly LegView[]): string {
  const bothLegs = new Set(all.map(({ leg }) => leg)).size > 1;
  const legs = bothLegs ? [...new Set(group.map(({ leg }) => LEG_WORDS[leg]))] : [];
  const [first = '', ...others] = new Set(group.map(({ aspect }) => ASPECT_WORDS[aspect]));
  const aspects = [first, ...others.map((aspect) => aspect.toLowerCase())].join(', ');
  return bothLegs ? `${legs.join(' and ')} ${aspects.toLowerCase()}` : aspects;
}
