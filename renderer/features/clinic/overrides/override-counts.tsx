import type { OverridesView } from '../../../../shared/contract/overrides.ts';
import { overridesText as words } from '../../../text/overrides-text.ts';
import { countOverrides, type CountedBy } from './count-overrides.ts';
import styles from './overrides.module.css';

const TITLES: Readonly<Record<CountedBy, string>> = {
  rule: words.byLimit,
  giver: words.byGiver,
  surgeon: words.bySurgeon,
  reason: words.byReason,
};

interface OverrideCountsProps {
  readonly view: OverridesView;
  readonly by: CountedBy;
  /** The group whose lines are shown alone, if it is one of these. */
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
}

/** How often each came, beside the month before; a tap shows its lines alone. */
export function OverrideCounts({ view, by, chosen, onChoose }: OverrideCountsProps) {
  const counts = countOverrides(view, by);
  if (counts.length === 0) return null;
  const most = Math.max(...counts.map(({ now, before }) => Math.max(now, before)));
  return (
    <section className={styles.countPanel} aria-label={TITLES[by]}>
      <table className={styles.countTable}>
        <thead>
          <tr>
            <th scope="col">{TITLES[by]}</th>
            <th scope="col">{words.now}</th>
            <th scope="col">{words.then}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ key, label, now, before }) => (
            <tr key={key} data-chosen={key === chosen || undefined}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={key === chosen}
                  onClick={() => {
                    onChoose(key === chosen ? null : key);
                  }}
                >
                  {label}
                  <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
                    <rect width={(100 * now) / most} height={4} />
                  </svg>
                </button>
              </th>
              <td>{now}</td>
              <td className={styles.before}>{before}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
