import { useMemo, useRef, type ReactNode } from 'react';
import { recordIn } from '../../../shared/document/merge-links.ts';
import type { Contested } from '../../../shared/document/merge-maps.ts';
import type { MapDocument } from '../../../shared/document/map-document.ts';
import { conflictText, contestText, recordName } from '../../text/conflict-text.ts';
import { Button } from '../../ui/button.tsx';
import styles from './conflict-panel.module.css';
import type { SaveQueue } from './save-queue.ts';

interface ConflictPanelProps {
  readonly contested: readonly Contested[];
  /** The map as it stands now: theirs, and what came after it. */
  readonly document: MapDocument;
  readonly heightScale: number;
  readonly onDecide: SaveQueue['decide'];
}

/** What both sides changed, record by record, each with the two versions and a choice between them. */
export function ConflictPanel({ contested, document, heightScale, onDecide }: ConflictPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const decide = (which: readonly Contested[], whose: 'mine' | 'theirs') => {
    for (const one of which) onDecide(one, whose);
    // The next choice is where the last one was: at the top.
    window.requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>('li button')?.focus());
  };
  return (
    <section className={styles.panel} aria-label={conflictText.title(contested.length)} ref={panel}>
      <p className={styles.what} role="alert">
        <strong>{conflictText.title(contested.length)}</strong> {conflictText.explain}
      </p>
      <ul>
        {contested.toSorted(byName).map((one, n) => (
          <Choice
            key={`${one.slot} ${String(n)}`}
            {...{ one, document, heightScale }}
            onDecide={(whose) => {
              decide([one], whose);
            }}
          />
        ))}
      </ul>
      {contested.length > 1 ? (
        <footer>
          {(['mine', 'theirs'] as const).map((whose) => (
            <Button
              key={whose}
              size="small"
              onClick={() => {
                decide(contested, whose);
              }}
            >
              {whose === 'mine' ? conflictText.allMine : conflictText.allTheirs}
            </Button>
          ))}
        </footer>
      ) : null}
    </section>
  );
}

/** Veins as they are numbered, then what has no number. */
function byName(a: Contested, b: Contested): number {
  const [x, y] = [a, b]
    .map(({ mine, theirs }) => mine ?? theirs)
    .map((record) => record && recordName(record));
  return (x ?? '').localeCompare(y ?? '', 'en', { numeric: true });
}

interface ChoiceProps {
  readonly one: Contested;
  readonly document: MapDocument;
  readonly heightScale: number;
  readonly onDecide: (whose: 'mine' | 'theirs') => void;
}

function Choice({ one, document, heightScale, onDecide }: ChoiceProps) {
  const theirs = useMemo(() => recordIn(document, one.slot), [document, one.slot]);
  const named = one.mine ?? theirs ?? one.theirs;
  const name = named === null ? '' : recordName(named);
  const rows = contestText({ ...one, theirs }, document, heightScale);
  const version = (whose: 'mine' | 'theirs'): ReactNode => (
    <div className={styles.version} data-whose={whose}>
      <Button
        size="small"
        onClick={() => {
          onDecide(whose);
        }}
      >
        {whose === 'mine' ? conflictText.keepMine : conflictText.keepTheirs}
      </Button>
      <dl>
        {rows
          .filter((row) => row[whose] !== '')
          .map((row) => (
            <div key={row.what}>
              <dt>{row.what}</dt>
              <dd>{row[whose]}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
  return (
    <li>
      <div className={styles.choice} role="group" aria-label={name}>
        <strong>{name}</strong>
        {version('mine')}
        {version('theirs')}
      </div>
    </li>
  );
}
