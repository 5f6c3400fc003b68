import type { ReactNode } from 'react';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { mlTotalText } from '../../text/format.ts';
import { counted, notPlacedText, proposalTitle } from '../../text/plan-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import type { PlanBoard } from './plan-board.ts';
import type { ShownProposal } from './plan-proposal.ts';
import styles from './plan-banner.module.css';

interface PlanBannerProps {
  readonly proposal: ShownProposal;
  readonly board: PlanBoard;
  readonly oneLegPerSession: boolean;
  readonly intervalDays: number;
  /** Null: the plan can only be read. */
  readonly onAccept: (() => void) | null;
}

/** What the planner proposes and how sure it is; beside it whether the plan keeps the rules. */
export function PlanBanner({ proposal, board, oneLegPerSession, intervalDays, onAccept }: PlanBannerProps) {
  const { sessions, proof, lowerBound, notPlaced, volumeUl, isThePlan } = proposal;
  const proven = proof === 'proven';
  const anyHeld = board.columns.some(({ held }) => held !== null);
  return (
    <section className={styles.banner} aria-label="Proposal">
      <strong className={styles.bannerNumber}>{sessions}</strong>
      <div className={styles.bannerTitle}>
        <h2>{proposalTitle(sessions, anyHeld, proposal)}</h2>
        <span>
          {mlTotalText(volumeUl)} need at least {lowerBound}
        </span>
      </div>
      <StatusChip tone={proven ? 'ok' : 'info'}>{proven ? 'Proven' : 'Perhaps fewer'}</StatusChip>
      <ul className={styles.rules}>
        <Rule kept={board.feeders.broken === 0}>
          Feeders first or together: {board.feeders.kept} of {board.feeders.kept + board.feeders.broken} kept
        </Rule>
        <Rule kept={board.columns.every(({ legs, held }) => held || !oneLegPerSession || legs.length < 2)}>
          {oneLegPerSession ? 'One leg per session' : 'Both legs may share a session'} · {intervalDays} days
          apart
        </Rule>
      </ul>
      {notPlaced.length > 0 ? (
        <p className={styles.notPlaced}>
          <IconAlertTriangle size={17} aria-hidden />
          <span>
            {counted(notPlaced.length, 'vein')} without a place: {notPlaced[0]?.label}{' '}
            {notPlaced[0] ? notPlacedText(notPlaced[0].because) : ''}
            {notPlaced.length > 1 ? ' …' : ''}
          </span>
        </p>
      ) : (
        <p className={styles.expects}>Clinic expects 2–6 sessions, 50–80 % improvement in 3 months</p>
      )}
      <div className={styles.bannerEnd}>
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

function Rule({ kept, children }: { readonly kept: boolean; readonly children: ReactNode }) {
  return (
    <li data-kept={kept}>
      {kept ? <IconCheck size={17} aria-hidden /> : <IconAlertTriangle size={17} aria-label="not kept:" />}{' '}
      <span>{children}</span>
    </li>
  );
}
