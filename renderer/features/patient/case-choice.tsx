import { NativeSelect } from '@mantine/core';
import type { CaseSummary } from '../../../shared/contract/patient.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { historyText } from '../../text/patient-history-text.ts';

interface CaseChoiceProps {
  readonly cases: readonly CaseSummary[];
  /** Null: all of them. */
  readonly caseId: CaseId | null;
  readonly onCase: (id: CaseId | null) => void;
}

/** One case or all of them; nothing to choose where there is but one. */
export function CaseChoice({ cases, caseId, onCase }: CaseChoiceProps) {
  if (cases.length < 2) return null;
  return (
    <NativeSelect
      aria-label={historyText.caseChoice}
      value={caseId ?? ''}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onCase(cases.find(({ id }) => id === value)?.id ?? null);
      }}
      data={[
        { value: '', label: historyText.allCases },
        ...cases.map(({ id, reason, openedOn }) => ({
          value: id,
          label: `${openedOn.slice(0, 4)} · ${reason.slice(0, 40)}`,
        })),
      ]}
    />
  );
}
