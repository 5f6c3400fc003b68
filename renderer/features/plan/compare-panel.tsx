import { useMemo, useState } from 'react';
import type { CourseProposal } from '../../../shared/domain/plan/course-proposal.ts';
import type { TakenMoves } from '../../../shared/domain/plan/take-moves.ts';
import {
  courseEventText,
  dateChangesText,
  planProblemText,
  type PlanNames,
} from '../../text/plan-change-text.ts';
import { COMPARE_WORDS, counted, notPlacedText } from '../../text/plan-text.ts';
import { Button } from '../../ui/button.tsx';
import { CompareMoves } from './compare-moves.tsx';
import { CompareSessions } from './compare-sessions.tsx';
import { planBoard, type PlanBoard } from './plan-board.ts';
import type { PlanDraft } from './plan-draft.ts';
import type { PlanFacts } from './plan-facts.ts';
import styles from './compare-panel.module.css';

interface ComparePanelProps {
  readonly proposal: CourseProposal;
  readonly now: PlanBoard;
  readonly facts: PlanFacts;
  readonly names: PlanNames;
  /** The draft with some of the moves, and what would be wrong with it. */
  readonly take: (keys: ReadonlySet<string>) => TakenMoves;
  /** Null: the plan can only be read. */
  readonly onTake: ((draft: PlanDraft) => void) | null;
  readonly onClose: () => void;
}

/** The proposal beside the plan: each move with its reason, to be taken by itself or all together, and what would come of it. */
export function ComparePanel({ proposal, now, facts, names, take, onTake, onClose }: ComparePanelProps) {
  const keys = useMemo(() => new Set(proposal.moves.map(({ key }) => key)), [proposal]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => new Set([...keys].filter((key) => !left.has(key))), [keys, left]);
  const taken = useMemo(() => take(chosen), [take, chosen]);
  const next = useMemo(() => planBoard(taken.draft, facts), [taken, facts]);
  const cannotSave = taken.problems.some(({ code }) => code === 'feeder-later');
  return (
    <section className={styles.panel} aria-label={COMPARE_WORDS.title}>
      <div className={styles.list}>
        <header className={styles.head}>
          <h2>{COMPARE_WORDS.moves(keys.size)}</h2>
          {keys.size > 1 ? (
            <Button
              size="small"
              kind="quiet"
              onClick={() => {
                setLeft(chosen.size === 0 ? new Set() : keys);
              }}
            >
              {chosen.size === 0 ? COMPARE_WORDS.chooseAll : COMPARE_WORDS.chooseNone}
            </Button>
          ) : null}
        </header>
        <div className={styles.scroll}>
          <CompareMoves
            moves={proposal.moves}
            veins={facts.veins}
            names={names}
            chosen={chosen}
            onChoose={
              onTake &&
              ((key, isChosen) => {
                setLeft(
                  (were) => new Set(isChosen ? [...were].filter((each) => each !== key) : [...were, key]),
                );
              })
            }
          />
          <WhatElse proposal={proposal} names={names} />
        </div>
        <footer className={styles.foot}>
          <div role="status">
            <ul className={styles.problems}>
              {taken.problems.map((problem) => {
                const text = planProblemText(problem, names);
                return <li key={text}>▲ {text}</li>;
              })}
            </ul>
          </div>
          <div className={styles.end}>
            <Button onClick={onClose}>{COMPARE_WORDS.close}</Button>
            {onTake ? (
              <Button
                kind="main"
                disabledBecause={
                  chosen.size === 0 ? COMPARE_WORDS.noneChosen : cannotSave ? COMPARE_WORDS.cannotSave : null
                }
                onClick={() => {
                  onTake(taken.draft);
                }}
              >
                {COMPARE_WORDS.take(chosen.size, keys.size)}
              </Button>
            ) : null}
          </div>
        </footer>
      </div>
      <CompareSessions now={now} next={next} weightG={facts.weightG} pace={facts.view.profile.pace} />
    </section>
  );
}

/** What found no place, with what to do about it, and what came otherwise than planned. */
function WhatElse({ proposal, names }: Pick<ComparePanelProps, 'proposal' | 'names'>) {
  const { notPlaced, events, dateChanges } = proposal;
  const days = dateChangesText(dateChanges);
  return (
    <>
      {notPlaced.length > 0 ? (
        <>
          <h3 className={styles.title}>{counted(notPlaced.length, 'vein')} without a place</h3>
          <ul className={styles.lines}>
            {notPlaced.map(({ veinId, because, limitIds }) => (
              <li key={veinId}>
                <strong>{names.labelOf(veinId)}</strong> {notPlacedText(because, limitIds, names.limits)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {events.length > 0 ? (
        <>
          <h3 className={styles.title}>{COMPARE_WORDS.since}</h3>
          <ul className={styles.lines}>
            {events.map((event) => (
              <li key={`${event.code} ${event.veinId}`}>
                <strong>{names.labelOf(event.veinId)}</strong> {courseEventText(event, names)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {days === null ? null : <p className={styles.lines}>With all of it: {days}</p>}
    </>
  );
}
