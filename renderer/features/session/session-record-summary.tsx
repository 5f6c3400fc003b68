import type { SessionView } from '../../../shared/contract/session.ts';
import { totalsOf } from '../../../shared/domain/dose/arithmetic.ts';
import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import { aftercarePoints } from '../../../shared/domain/session/aftercare.ts';
import type { AmpouleCount, SessionClosing } from '../../../shared/domain/session/session.ts';
import { standing } from '../../../shared/domain/session/vein-tasks.ts';
import { givesFoam } from '../../../shared/domain/session/walk.ts';
import { compressionText, countedText, nextDateText, observedText } from '../../text/closing-text.ts';
import { dateText, mlEnteredText, momentText, strengthText, weightText } from '../../text/format.ts';
import { totalsText } from '../../text/session-text.ts';
import { Panel } from '../../ui/panel.tsx';
import styles from './closing.module.css';
import { Fact } from './session-record-fact.tsx';

/** What a session came to and how it ended, as it holds now. */
export function RecordSummary({ view }: { readonly view: SessionView }) {
  const { closing, opening, names } = view;
  const totals = totalsOf(standing(view.injections).map(({ dose }) => dose));
  return (
    <Panel title="Summary">
      <dl className={styles.facts}>
        <Fact name="Given" text={`${String(totals.injections)} injections, ${totalsText(totals)}`} />
        <Fact
          name="Opened"
          text={`${momentText(opening.openedAt)}, ${names[opening.openedBy] ?? 'unknown'}`}
        />
        <Fact name="Weight" text={weightText(opening.weightG)} />
        {view.leftForLater.length > 0 ? <Fact name="Left for later" text={leftVeins(view)} /> : null}
        {closing ? <Ending view={view} closing={closing} /> : null}
      </dl>
    </Panel>
  );
}

/** `L5: Pain, L7` */
function leftVeins({ leftForLater, veins }: SessionView): string {
  return leftForLater
    .map(({ veinId, reason }) => {
      const vein = veins.find(({ id }) => id === veinId);
      const label = vein ? veinLabel(vein) : 'a vein that is no longer mapped';
      return reason === '' ? label : `${label}: ${reason}`;
    })
    .join(', ');
}

interface EndingProps {
  readonly view: SessionView;
  readonly closing: SessionClosing;
}

function Ending({ view, closing }: EndingProps) {
  const points = aftercarePoints(view.profile, givesFoam(view.injections));
  const left = points.filter(({ id }) => !closing.aftercareExplained.includes(id)).length;
  const explained =
    left === 0
      ? 'all explained'
      : `${String(points.length - left)} of ${countedText(points.length, 'point')}`;
  return (
    <>
      <Fact
        name="Closed"
        text={`${momentText(closing.closedAt)}, ${view.names[closing.closedBy] ?? 'unknown'}`}
      />
      <Fact name="Compression" text={compressionText(closing)} />
      <Fact name="Observed" text={observedText(closing, view)} />
      <Fact
        name="Aftercare"
        text={`${explained} · leaflet ${closing.aftercareGiven ? 'given' : 'not given'}`}
      />
      <Fact
        name="Next"
        text={closing.nextOn === null ? 'No date agreed' : nextDateText(closing.nextOn, view.opening.onDate)}
      />
      {closing.ampoules.map((count) => (
        <Fact
          key={count.lotId}
          name={lotName(view, count)}
          text={`${boxText(view, count)}${countText(count)}`}
        />
      ))}
      {closing.differenceReason ? <Fact name="Difference" text={closing.differenceReason} /> : null}
      {closing.note ? <Fact name="Note" text={closing.note} /> : null}
    </>
  );
}

function lotName(view: SessionView, { lotId }: AmpouleCount): string {
  return `Lot ${view.boxes.find(({ id }) => id === lotId)?.lotNumber ?? 'unknown'}`;
}

/** `1 %, until 10 Nov 2026 · ` */
function boxText(view: SessionView, { lotId }: AmpouleCount): string {
  const box = view.boxes.find(({ id }) => id === lotId);
  return box ? `${strengthText(box.product.strengthUgPerMl)}, until ${dateText(box.expiresOn)} · ` : '';
}

/** `2 ampoules · injected 3.3 mL · thrown away 0.7 mL` */
export function countText({ ampoulesOpened, injectedUl, wastedUl }: AmpouleCount): string {
  return `${countedText(ampoulesOpened, 'ampoule')} · injected ${mlEnteredText(injectedUl)} · thrown away ${mlEnteredText(wastedUl)}`;
}
