import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { totalsOf } from '../../../shared/domain/dose/arithmetic.ts';
import {
  SIGNING_ROLES,
  type SessionState,
  type SigningRole,
} from '../../../shared/domain/session/session.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import { failureOf } from '../../api/failure-of.ts';
import {
  dateText,
  legsText,
  mlEnteredText,
  momentText,
  strengthText,
  weekdayDateText,
  weightText,
} from '../../text/format.ts';
import { roleText } from '../../text/role-text.ts';
import { COMPRESSION_WORDS, totalsText } from '../../text/session-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { ConfirmPinDialog } from '../../ui/confirm-pin-dialog.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import styles from './closing.module.css';
import { LedgerPanel } from './ledger-panel.tsx';
import { ReactionRecords } from './reaction-records.tsx';
import type { SessionWrites } from './use-session.ts';
import { standing } from '../../../shared/domain/session/vein-tasks.ts';

interface SessionRecordProps {
  readonly view: SessionView;
  readonly person: Person;
  readonly sign: SessionWrites['sign'];
}

const STATE_WORDS: Readonly<Record<SessionState, string>> = {
  open: 'Being recorded · to read only',
  closed: 'Closed · to be signed',
  signed: 'Signed · locked',
};

/** The record of a session to read: once closed, nothing changes any more but the signatures. */
export function SessionRecord({ view, person, sign }: SessionRecordProps) {
  const { opening } = view;
  return (
    <>
      <PageBar
        title={`Session ${String(opening.number)} of ${String(view.ofSessions)}`}
        aside={
          <span className={styles.aside}>
            <SessionBadge number={opening.number} />
            {weekdayDateText(opening.onDate)} · {legsText(opening.legs)}
          </span>
        }
        end={
          <StatusChip tone="plain" icon={<IconLock size={16} aria-hidden />}>
            {STATE_WORDS[view.state]}
          </StatusChip>
        }
      />
      <div className={styles.record}>
        <div className={styles.recordMain}>
          <LedgerPanel view={view} strikeOut={null} />
        </div>
        <div className={styles.recordSide}>
          {view.state === 'open' ? null : <Signatures view={view} person={person} sign={sign} />}
          <Summary view={view} />
          <Reactions view={view} />
        </div>
      </div>
    </>
  );
}

function Signatures({ view, person, sign }: SessionRecordProps) {
  const [role, setRole] = useState<SigningRole | null>(null);
  return (
    <Panel title="Signatures">
      <div className={styles.signs}>
        {SIGNING_ROLES.map((each) => {
          const signature = view.signatures.find((given) => given.role === each);
          return signature ? (
            <StatusChip key={each} tone="ok">
              {roleText(each)}: {view.names[signature.signedBy] ?? 'unknown'},{' '}
              {momentText(signature.signedAt)}
            </StatusChip>
          ) : (
            <Button
              key={each}
              kind={person.roles.includes(each) ? 'main' : 'plain'}
              disabledBecause={
                person.roles.includes(each) ? null : `A ${each} signs here, signed in as themselves`
              }
              onClick={() => {
                sign.reset();
                setRole(each);
              }}
            >
              Sign as {each}
            </Button>
          );
        })}
      </div>
      {role ? (
        <ConfirmPinDialog
          title={`Sign as ${role}`}
          people={[person]}
          reasonLabel={null}
          confirmLabel="Sign"
          busy={sign.isPending}
          failure={sign.error ? failureOf(sign.error) : null}
          onConfirm={({ pin }) => {
            sign.mutate(
              { sessionId: view.opening.id, role, pin },
              {
                onSuccess: () => {
                  setRole(null);
                },
              },
            );
          }}
          onClose={() => {
            setRole(null);
          }}
        >
          <p>With your PIN you sign that this record is complete and right. It is locked from then on.</p>
        </ConfirmPinDialog>
      ) : null}
    </Panel>
  );
}

function Summary({ view }: { readonly view: SessionView }) {
  const { closing, opening } = view;
  const totals = totalsOf(standing(view.injections).map(({ dose }) => dose));
  return (
    <Panel title="Summary">
      <dl className={styles.facts}>
        <dt>Given</dt>
        <dd>
          {totals.injections} injections, {totalsText(totals)}
        </dd>
        <dt>Opened</dt>
        <dd>
          {momentText(opening.openedAt)}, {view.names[opening.openedBy] ?? 'unknown'}
        </dd>
        <dt>Weight</dt>
        <dd>{weightText(opening.weightG)}</dd>
        {closing ? (
          <>
            <dt>Closed</dt>
            <dd>
              {momentText(closing.closedAt)}, {view.names[closing.closedBy] ?? 'unknown'}
            </dd>
            <dt>Compression</dt>
            <dd>
              {COMPRESSION_WORDS[closing.compressionClass]}
              {closing.compressionClass === 'none' ? '' : `, ${String(closing.compressionDays)} days`}
            </dd>
            <dt>Observed</dt>
            <dd>{closing.observedMinutes} minutes</dd>
            <dt>Aftercare</dt>
            <dd>{closing.aftercareGiven ? 'Leaflet explained and given' : 'Not given'}</dd>
            {closing.ampoules.map((count) => {
              const box = view.boxes.find(({ id }) => id === count.lotId);
              return (
                <Fact
                  key={count.lotId}
                  name={
                    box
                      ? `${strengthText(box.product.strengthUgPerMl)}, lot ${box.lotNumber}, until ${dateText(box.expiresOn)}`
                      : 'Lot'
                  }
                  text={`${String(count.ampoulesOpened)} ampoules · injected ${mlEnteredText(count.injectedUl)} · thrown away ${mlEnteredText(count.wastedUl)}`}
                />
              );
            })}
            {closing.differenceReason ? (
              <>
                <dt>Difference</dt>
                <dd>{closing.differenceReason}</dd>
              </>
            ) : null}
            {closing.note ? (
              <>
                <dt>Note</dt>
                <dd>{closing.note}</dd>
              </>
            ) : null}
          </>
        ) : null}
      </dl>
    </Panel>
  );
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}

function Reactions({ view }: { readonly view: SessionView }) {
  if (view.reactions.length === 0) return null;
  return (
    <Panel title="Reactions">
      <ReactionRecords view={view} strikeOut={null} />
    </Panel>
  );
}
