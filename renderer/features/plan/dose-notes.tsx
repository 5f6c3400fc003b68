import { IconAlertTriangle, IconCheck, IconOctagon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { massOf } from '../../../shared/domain/dose/arithmetic.ts';
import { extentOf, type UsualDose } from '../../../shared/domain/dose/usual-dose.ts';
import { mgText, mlExactText } from '../../text/format.ts';
import { severityText } from '../../text/limit-text.ts';
import { differenceText, injectionLimitText, perCmText, plannedSlipText } from '../../text/plan-dose-text.ts';
import { doseText, offLabelText } from '../../text/plan-text.ts';
import { Button } from '../../ui/button.tsx';
import { totalUlOf, ulPerCm, type JudgedDose } from './dose-entry.ts';
import type { PlanCard } from './plan-cards.ts';
import type { ItemDose } from './plan-draft.ts';
import styles from './dose-notes.module.css';

interface DoseNotesProps {
  readonly judged: JudgedDose;
  readonly card: PlanCard;
  /** What the person who plans usually gives to such veins; null: too little is known. */
  readonly custom: UsualDose | null;
  readonly onTakeProposal: (proposed: ItemDose) => void;
}

/** What a dose comes to, and what is to be said of it before it is saved. */
export function DoseNotes({ judged, card, custom, onTakeProposal }: DoseNotesProps) {
  const { offLabel, perInjection, slips } = judged;
  const passed = perInjection.filter(({ projectedState }) => projectedState === 'over');
  return (
    <div className={styles.notes}>
      <PerLength judged={judged} card={card} custom={custom} />
      <Proposal judged={judged} card={card} onTakeProposal={onTakeProposal} />
      <div role="status">
        <ul className={styles.flags}>
          {slips.map((slip) => (
            <Flag key={slip.against} grave>
              {plannedSlipText(slip)}
            </Flag>
          ))}
          {passed.map((gauge) => (
            <Flag key={gauge.limit.id} grave={gauge.limit.severity === 'hard'}>
              {injectionLimitText(gauge)}. {severityText(gauge.limit.severity)}.
            </Flag>
          ))}
          {offLabel ? <Flag>{offLabelText(offLabel)}</Flag> : null}
        </ul>
      </div>
      {passed.length === 0 && perInjection[0] ? (
        <p className={styles.caption}>{injectionLimitText(perInjection[0])}</p>
      ) : null}
    </div>
  );
}

function Flag({ grave = false, children }: { readonly grave?: boolean; readonly children: ReactNode }) {
  return (
    <li className={styles.flag} data-grave={grave || undefined}>
      {grave ? <IconOctagon size={17} aria-hidden /> : <IconAlertTriangle size={17} aria-hidden />}
      <span>{children}</span>
    </li>
  );
}

function PerLength({ judged: { dose }, card, custom }: Pick<DoseNotesProps, 'judged' | 'card' | 'custom'>) {
  if (!dose) return null;
  const isWeb = card.measures.areaMm2 !== null;
  const own = ulPerCm(totalUlOf(dose), extentOf(card.measures), isWeb);
  const usual = custom && ulPerCm(custom.volumeUl, custom.extent, isWeb);
  const massUg = dose.punctures * massOf({ ...dose.preparation, volumeUl: dose.volumePerPunctureUl });
  return (
    <p className={styles.sum}>
      <strong>{mlExactText(totalUlOf(dose))}</strong>, {mgText(massUg)}
      {own === null ? null : <span> · {perCmText(own, isWeb)}</span>}
      <span className={styles.caption}>
        {custom && usual !== null
          ? ` Your usual: ${perCmText(usual, isWeb)} (median of ${String(custom.samples)})`
          : ' Your usual: not known yet'}
      </span>
    </p>
  );
}

function Proposal({
  judged: { dose, proposed, difference },
  card: { choices },
  onTakeProposal,
}: Pick<DoseNotesProps, 'judged' | 'card' | 'onTakeProposal'>) {
  if (!proposed)
    return <p className={styles.caption}>These limits propose nothing for such a vein: the dose is yours.</p>;
  const isSame = dose !== null && difference === null;
  const others = choices.filter(({ preparation }) => preparation.form !== proposed.preparation.form);
  return (
    <div className={styles.proposed}>
      <span>
        Proposed: <strong>{doseText(proposed)}</strong>
        {others.map((other) => (
          <span key={other.preparation.form}> or {doseText(other)}</span>
        ))}
        {difference ? <span className={styles.differs}>≠ {differenceText(difference)}</span> : null}
      </span>
      {isSame ? (
        <span className={styles.same}>
          <IconCheck size={17} aria-hidden /> as proposed
        </span>
      ) : (
        <Button
          size="small"
          onClick={() => {
            onTakeProposal(proposed);
          }}
        >
          Take the proposal
        </Button>
      )}
    </div>
  );
}
