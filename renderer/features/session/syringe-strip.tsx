import { useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import { samePreparation } from '../../../shared/domain/dose/ledger.ts';
import { NEEDLES, type Needle } from '../../../shared/domain/session/session.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { monthText, mlTotalText, strengthMgPerMlText, strengthText } from '../../text/format.ts';
import { formText, preparationWords } from '../../text/session-text.ts';
import { Button } from '../../ui/button.tsx';
import { useScanner } from '../../ui/use-scanner.ts';
import { ampouleInHand } from './closing-model.ts';
import type { RecordingModel } from './recording-model.ts';
import type { Syringe } from './recording-state.ts';
import { putScan } from './scan-store.ts';
import styles from './syringe-strip.module.css';

interface SyringeStripProps {
  readonly view: SessionView;
  readonly model: RecordingModel;
  readonly needle: Needle;
  readonly today: CalendarDate;
  readonly onNeedle: (needle: Needle) => void;
  readonly onChange: () => void;
  /** A scan began at this time stamp. */
  readonly onScan: (begunAt: number) => void;
}

/** The syringe in hand: what is in it, from which lot, and whether that is in date. */
export function SyringeStrip(props: SyringeStripProps) {
  const { view, model, needle, today, onNeedle, onChange, onScan } = props;
  const { syringe, box } = model;
  const before = useSyringeBefore(syringe, view.injections.length);
  useScanner((typed, begunAt) => {
    onScan(begunAt);
    putScan(view.opening.id, typed);
    onChange();
  });
  if (!syringe || !box) {
    return (
      <section className={styles.strip} aria-label="Syringe in hand">
        <div className={styles.strength} data-empty>
          <span>
            <strong>No syringe yet</strong>
            Open a box: its lot and expiry go with every injection.
          </span>
        </div>
        <Button kind="main" className={styles.change} shortcut="B" onClick={onChange}>
          {view.boxes.length === 0 ? 'Open a box' : 'Choose the syringe'}
        </Button>
      </section>
    );
  }
  const ampoule = ampouleInHand(view, box);
  const { preparation } = syringe;
  return (
    <section className={styles.strip} aria-label="Syringe in hand">
      <div className={styles.strength} role="status">
        {before ? <span className={styles.before}>{preparationWords(before.preparation)} →</span> : null}
        <span className={styles.percent}>{strengthText(preparation.strengthUgPerMl)}</span>
        <span>
          {before ? 'Now in the syringe' : 'In the syringe'} ·{' '}
          {strengthMgPerMlText(preparation.strengthUgPerMl)}
          <strong>
            {box.product.name}, {formText(preparation)}
          </strong>
          <PlannedOtherwise model={model} />
        </span>
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>Lot</dt>
          <dd className="pp-code">{box.lotNumber}</dd>
        </div>
        <div>
          <dt>Expires</dt>
          <dd>
            {monthText(box.expiresOn)} <Expiry box={box} today={today} />
          </dd>
        </div>
        {before ? null : (
          <div className={styles.ampoule}>
            <dt title="Reckoned from what is recorded">Ampoule {ampoule.number}</dt>
            <dd>
              {mlTotalText(ampoule.leftUl, 'down')} <small>left</small>
            </dd>
          </div>
        )}
      </dl>
      <label className={styles.needle}>
        Needle
        <select
          value={needle}
          onChange={(event) => {
            const chosen = NEEDLES.find((each) => each === event.currentTarget.value);
            if (chosen) onNeedle(chosen);
          }}
        >
          {NEEDLES.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <Button className={styles.change} shortcut="B" onClick={onChange}>
        Change
      </Button>
    </section>
  );
}

/** The syringe before the last change, until something has been given from the new one. */
function useSyringeBefore(syringe: Syringe | null, injections: number): Syringe | null {
  const [seen, setSeen] = useState<{
    readonly syringe: Syringe | null;
    readonly before: Syringe | null;
    readonly injections: number;
  }>({ syringe, before: null, injections });
  if (!isSame(seen.syringe, syringe)) {
    setSeen({ syringe, before: seen.syringe, injections });
  } else if (seen.injections !== injections) {
    setSeen({ syringe, before: null, injections });
  }
  return seen.before;
}

function isSame(a: Syringe | null, b: Syringe | null): boolean {
  if (a === null || b === null) return a === b;
  return a.lotId === b.lotId && samePreparation(a.preparation, b.preparation);
}

/** What the plan means for the vein in hand, where the syringe holds something else. */
function PlannedOtherwise({ model: { planned, syringe, vein } }: Pick<SyringeStripProps, 'model'>) {
  if (!planned || !syringe || !vein || samePreparation(planned.preparation, syringe.preparation)) return null;
  return (
    <span className={styles.otherwise}>
      ▲ {veinLabel(vein)}: {preparationWords(planned.preparation)} planned
    </span>
  );
}

function Expiry({
  box,
  today,
}: {
  readonly box: Pick<SessionView['boxes'][number], 'expiresOn' | 'recalledBecause'>;
  readonly today: CalendarDate;
}) {
  if (box.recalledBecause !== null) return <span className={styles.bad}>✕ recalled</span>;
  if (box.expiresOn < today) return <span className={styles.bad}>✕ expired</span>;
  return <span className={styles.good}>✓ in date</span>;
}
