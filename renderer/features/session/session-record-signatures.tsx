import { useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { totalsOf } from '../../../shared/domain/dose/arithmetic.ts';
import { firstAfter } from '../../../shared/domain/session/amendment.ts';
import { isCounted } from '../../../shared/domain/session/closing.ts';
import { countMissing, type CompletenessItem } from '../../../shared/domain/session/completeness.ts';
import { standingReactions } from '../../../shared/domain/session/reaction.ts';
import { SIGNING_ROLES, type SigningRole } from '../../../shared/domain/session/session.ts';
import { standing } from '../../../shared/domain/session/vein-tasks.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import { failureOf } from '../../api/failure-of.ts';
import { CORRECT_CLOSING, COUNT_FIRST, missingSummary } from '../../text/closing-text.ts';
import { momentText } from '../../text/format.ts';
import { roleText } from '../../text/role-text.ts';
import { totalsText } from '../../text/session-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { ConfirmPinDialog } from '../../ui/confirm-pin-dialog.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './closing.module.css';
import { Fact } from './session-record-fact.tsx';
import type { SessionWrites } from './use-session.ts';

interface RecordSignaturesProps {
  readonly view: SessionView;
  readonly items: readonly CompletenessItem[];
  readonly person: Person;
  readonly sign: SessionWrites['sign'];
  /** Null: this person may not amend. */
  readonly onAmend: (() => void) | null;
}

/** Who has signed what, who has not, and what would be signed now. */
export function RecordSignatures({ view, items, person, sign, onAmend }: RecordSignaturesProps) {
  const [role, setRole] = useState<SigningRole | null>(null);
  const isRecountNeeded = !isCounted(view.closing?.ampoules ?? [], view.injections);
  const isOpen = SIGNING_ROLES.some((each) => !view.signatures.some((given) => given.role === each));
  return (
    <Panel title="Signatures">
      <div className={styles.signs}>
        {isRecountNeeded ? <RecountNote onAmend={onAmend} /> : null}
        {SIGNING_ROLES.map((each) => (
          <Signature
            key={each}
            role={each}
            view={view}
            person={person}
            isRecountNeeded={isRecountNeeded}
            onSign={() => {
              sign.reset();
              setRole(each);
            }}
          />
        ))}
        <Notes view={view} person={person} />
      </div>
      {isOpen ? <WhatIsSigned view={view} items={items} /> : null}
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
          <WhatIsSigned view={view} items={items} />
        </ConfirmPinDialog>
      ) : null}
    </Panel>
  );
}

/** Said before anybody gives a PIN for it, with the way on. */
function RecountNote({ onAmend }: Pick<RecordSignaturesProps, 'onAmend'>) {
  return (
    <>
      <FailureNote failure={{ code: 'session/recount-needed' }} />
      {onAmend ? (
        <Button kind="main" onClick={onAmend}>
          {CORRECT_CLOSING}
        </Button>
      ) : null}
    </>
  );
}

interface SignatureProps {
  readonly role: SigningRole;
  readonly view: SessionView;
  readonly person: Person;
  readonly isRecountNeeded: boolean;
  readonly onSign: () => void;
}

function Signature({ role, view, person, isRecountNeeded, onSign }: SignatureProps) {
  const signature = view.signatures.find((given) => given.role === role);
  const holdsRole = person.roles.includes(role);
  if (!signature) {
    return (
      <Button
        kind={holdsRole ? 'main' : 'plain'}
        disabledBecause={
          holdsRole ? (isRecountNeeded ? COUNT_FIRST : null) : `A ${role} signs here, signed in as themselves`
        }
        onClick={onSign}
      >
        Sign as {role}
      </Button>
    );
  }
  const amended = firstAfter(view.amendments, signature);
  return (
    <StatusChip tone="ok">
      {roleText(role)}: {view.names[signature.signedBy] ?? 'unknown'}, {momentText(signature.signedAt)}
      {amended ? ` · signed before amendment ${String(amended.number)}` : ''}
    </StatusChip>
  );
}

/** What is to be known of the signatures: who is missing, and that one person may have given both. */
function Notes({ view, person }: Pick<RecordSignaturesProps, 'view' | 'person'>) {
  const [nurse, surgeon] = SIGNING_ROLES.map((role) => view.signatures.find((given) => given.role === role));
  const holdsBoth = SIGNING_ROLES.every((role) => person.roles.includes(role));
  return (
    <>
      {surgeon && !nurse ? (
        <StatusChip tone="warn">Not signed by a nurse. A nurse may still sign.</StatusChip>
      ) : null}
      {nurse && surgeon && nurse.signedBy === surgeon.signedBy ? (
        <StatusChip tone="info">Both signatures are of one person, who holds both roles.</StatusChip>
      ) : null}
      {holdsBoth && (!nurse || !surgeon) ? (
        <p className={styles.hint}>You hold both roles: each signature is given by itself.</p>
      ) : null}
    </>
  );
}

/** What a signature is put under, in one glance. */
function WhatIsSigned({ view, items }: Pick<RecordSignaturesProps, 'view' | 'items'>) {
  const given = standing(view.injections);
  const totals = totalsOf(given.map(({ dose }) => dose));
  const struck = view.injections.length - given.length;
  const overrides = given.filter(({ override }) => override !== null).length;
  const reasons = given.filter(({ reason, override }) => reason !== null && override === null).length;
  const reactions = standingReactions(view.reactions).length;
  const missing = countMissing(items);
  return (
    <dl className={styles.facts} aria-label="What is signed">
      <Fact name="Given" text={`${String(totals.injections)} injections, ${totalsText(totals)}`} />
      <Fact name="Struck out" text={String(struck)} />
      <Fact name="Overrides" text={`${String(overrides)} by a surgeon · ${String(reasons)} with a reason`} />
      <Fact name="Reactions" text={String(reactions)} />
      <Fact name="Complete" text={missing === 0 ? '✓ Nothing is missing' : `▲ ${missingSummary(missing)}`} />
    </dl>
  );
}
