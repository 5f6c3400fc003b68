import { useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { parseAmount } from '../../../shared/domain/dose/amount-entry.ts';
import { capOf } from '../../../shared/domain/dose/assess-dose.ts';
import type { Limit } from '../../../shared/domain/dose/label-profile.ts';
import { capUnit } from '../../../shared/domain/dose/tighter-caps.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import { failureOf } from '../../api/failure-of.ts';
import { limitName } from '../../text/limit-text.ts';
import { amountFault } from '../../text/profile-text.ts';
import { capRangeText, TIGHTEN_HINT } from '../../text/session-text.ts';
import { ConfirmPinDialog, type PinConfirmation } from '../../ui/confirm-pin-dialog.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import styles from './limits-panel.module.css';
import type { SessionWrites } from './use-session.ts';

interface TightenDialogProps {
  readonly view: SessionView;
  readonly limit: Limit;
  readonly people: readonly Person[];
  readonly setCap: SessionWrites['setCap'];
  readonly onClose: () => void;
}

/** A surgeon's own cap for this session, with the PIN; empty where one is set: the profile's again. */
export function TightenDialog({ view, limit, people, setCap, onClose }: TightenDialogProps) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const profiled = view.profile.limits.find(({ id }) => id === limit.id) ?? limit;
  const most = capOf(profiled, view.dosePatient);
  const isSet = view.tighterCaps.some(({ limitId }) => limitId === limit.id);
  const liftsIt = isSet && text.trim() === '';
  const parsed = parseAmount(text, capUnit(limit, most));
  const fault = parsed.ok || liftsIt ? null : amountFault(parsed.error, capRangeText(limit, most));
  const confirm = ({ personId, pin, reason }: PinConfirmation) => {
    setTried(true);
    if (!parsed.ok && !liftsIt) return;
    const amount = parsed.ok ? parsed.value : null;
    const request = {
      sessionId: view.opening.id,
      limitId: limit.id,
      amount,
      surgeonId: personId,
      pin,
      reason,
    };
    setCap.mutate(request, { onSuccess: onClose });
  };
  return (
    <ConfirmPinDialog
      title={`Tighter for this session: ${limitName(limit)}`}
      people={people.filter((person) => person.active && person.roles.includes('surgeon'))}
      reasonLabel="Why"
      confirmLabel={liftsIt ? 'Take the profile’s again' : 'Set it'}
      busy={setCap.isPending}
      failure={setCap.error ? failureOf(setCap.error) : null}
      onConfirm={confirm}
      onClose={() => {
        setCap.reset();
        onClose();
      }}
    >
      <label className={styles.amount}>
        New limit: {capRangeText(limit, most)}
        <input
          value={text}
          inputMode="decimal"
          autoComplete="off"
          autoFocus
          aria-invalid={tried && fault !== null}
          aria-describedby="tighter-fault"
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
      </label>
      <FieldError id="tighter-fault">{tried || text !== '' ? fault : null}</FieldError>
      <p>{isSet ? `${TIGHTEN_HINT} Left empty, the profile’s own limit holds again.` : TIGHTEN_HINT}</p>
    </ConfirmPinDialog>
  );
}
