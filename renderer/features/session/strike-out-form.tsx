import { mlEnteredText } from '../../text/format.ts';
import { STRIKE_REASONS } from '../../text/session-text.ts';
import type { LedgerRow } from './ledger-rows.ts';
import { StrikeOutEntry } from './strike-out-entry.tsx';
import type { SessionWrites } from './use-session.ts';

interface StrikeOutFormProps {
  readonly row: LedgerRow;
  readonly strikeOut: SessionWrites['strikeOut'];
  readonly onDone: () => void;
}

/** Stands in place of the row: why the injection does not count. */
export function StrikeOutForm({ row, strikeOut, onDone }: StrikeOutFormProps) {
  const { injection, label } = row;
  const number = String(injection.number);
  return (
    <StrikeOutEntry
      label={`Strike out injection ${number}`}
      question={`Strike out ${number} · ${mlEnteredText(injection.dose.volumeUl)} in ${label}?`}
      reasons={STRIKE_REASONS}
      isBusy={strikeOut.isPending}
      error={strikeOut.error}
      onStrike={(reason) => {
        strikeOut.mutate({ injectionId: injection.id, reason }, { onSuccess: onDone });
      }}
      onKeep={onDone}
    />
  );
}
