import { IconAlertTriangle, IconCheck, IconColumns2, IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { mlTotalText } from '../../text/format.ts';
import { courseText, dateChangesText } from '../../text/plan-change-text.ts';
import {
  COMPARE_WORDS,
  counted,
  datesText,
  expectationText,
  notPlacedText,
  proposalTitle,
} from '../../text/plan-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import type { PlanBoard } from './plan-board.ts';
import type { ShownProposal } from './plan-proposal.ts';
import styles from './plan-banner.module.css';

interface PlanBannerProps {
  readonly proposal: ShownProposal;
  readonly board: PlanBoard;
  readonly oneLegPerSession: boolean;
  /** Whether the proposal is shown in full. */
  readonly compares: boolean;
  readonly onCompare: (compares: boolean) => void;
  /** Null: the plan can only be read. */
  readonly onAccept: (() => void) | null;
}

/** What the planner proposes and how sure it is; beside it whether the plan keeps the rules, and what it leads to. */
export function PlanBanner(props: PlanBannerProps) {
  const { proposal, board, oneLegPerSession, compares, onCompare, onAccept } = props;
  const { sessions, proof, lowerBound, volumeUl, isThePlan, events, dateChanges, moves, notPlaced } =
    proposal;
  const proven = proof === 'proven';
  const changes = [courseText(events), dateChangesText(dateChanges)].filter((text) => text !== null);
  const since = changes.length > 0 ? changes.join(' · ') : null;
  const pairs = board.feeders.kept + board.feeders.broken;
  const movedVeins = new Set(moves.map(({ key }) => key)).size;
  return (
    <section className={styles.banner} aria-label="Proposal">
      <strong className={styles.bannerNumber}>{sessions}</strong>
      <div className={styles.bannerTitle}>
        <h2>{proposalTitle(sessions, board.outlook.held > 0, proposal)}</h2>
        {since === null ? (
          <span>
            {mlTotalText(volumeUl)}, at least {counted(lowerBound, 'session')}
          </span>
        ) : (
          <span className={styles.since} title={since}>
            <IconHistory size={15} aria-hidden /> {since}
          </span>
        )}
      </div>
      <StatusChip tone={proven ? 'ok' : 'info'}>{proven ? 'Proven' : 'Perhaps fewer'}</StatusChip>
      <ul className={styles.rules}>
        <Rule kept={board.feeders.broken === 0}>
          Feeders first or together{pairs === 0 ? '' : `: ${String(board.feeders.kept)} of ${String(pairs)}`}
        </Rule>
        <LegsRule board={board} oneLegPerSession={oneLegPerSession} />
      </ul>
      <Outlook board={board} notPlaced={notPlaced} isThePlan={isThePlan} />
      <div className={styles.bannerEnd}>
        {movedVeins > 0 || notPlaced.length > 0 ? (
          <Button
            icon={<IconColumns2 size={18} aria-hidden />}
            pressed={compares}
            onClick={() => {
              onCompare(!compares);
            }}
          >
            {COMPARE_WORDS.button(movedVeins)}
          </Button>
        ) : null}
        {isThePlan ? (
          <StatusChip tone="ok">The plan follows it</StatusChip>
        ) : onAccept ? (
          <Button kind="main" onClick={onAccept}>
            Accept plan
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** What the plan leads to beside what the clinic expects; first of all what has no place. */
function Outlook({
  board: { outlook },
  notPlaced,
  isThePlan,
}: Pick<PlanBannerProps, 'board'> & Pick<ShownProposal, 'notPlaced' | 'isThePlan'>) {
  const [first, ...others] = notPlaced;
  if (first)
    return (
      <p className={styles.notPlaced}>
        <IconAlertTriangle size={17} aria-hidden />
        <span title={`${first.label} ${notPlacedText(first.because)}`}>
          {counted(notPlaced.length, 'vein')} without a place: {first.label} {notPlacedText(first.because)}
          {others.length > 0 ? ' …' : ''}
        </span>
      </p>
    );
  const expected = expectationText(outlook);
  const dates = datesText(outlook);
  return (
    <p className={styles.expects} title={outlook.expectation?.source.text}>
      {expected ? (
        <span className={styles.expected}>
          {dates && !isThePlan ? 'Plan now: ' : null}
          {expected}
        </span>
      ) : null}
      {dates ? <span>{dates}</span> : null}
    </p>
  );
}

function LegsRule({ board, oneLegPerSession }: Pick<PlanBannerProps, 'board' | 'oneLegPerSession'>) {
  if (!oneLegPerSession) return <Rule kept>Both legs may share a session</Rule>;
  return (
    <Rule kept={board.columns.every(({ legs, held }) => held !== null || legs.length < 2)}>
      One leg per session
    </Rule>
  );
}

function Rule({ kept, children }: { readonly kept: boolean; readonly children: ReactNode }) {
  return (
    <li data-kept={kept}>
      {kept ? <IconCheck size={17} aria-hidden /> : <IconAlertTriangle size={17} aria-label="not kept:" />}{' '}
      <span>{children}</span>
    </li>
  );
}
