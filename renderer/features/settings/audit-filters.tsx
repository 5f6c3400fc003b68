import { NativeSelect, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReadAudit } from '../../../shared/contract/clinic.ts';
import type { PatientIdentity } from '../../../shared/domain/patient/patient.ts';
import { isCalendarDate } from '../../../shared/kernel/time.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useClinic } from '../../api/use-clinic.ts';
import { auditText as words } from '../../text/audit-text.ts';
import { nameText } from '../../text/format.ts';
import { Button } from '../../ui/button.tsx';
import styles from './audit.module.css';

/** What the list of the audit is narrowed to. */
export interface AuditFilter extends Pick<ReadAudit, 'personId' | 'onDate'> {
  readonly patient: PatientIdentity | null;
}

export const NO_FILTER: AuditFilter = { personId: null, onDate: null, patient: null };

interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
}

/** Narrows the list to a person, a day, a patient. */
export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const people = useClinic()?.people ?? [];
  const isNarrow = filter.personId !== null || filter.onDate !== null || filter.patient !== null;
  return (
    <div className={styles.filters}>
      <NativeSelect
        size="md"
        label={words.person}
        value={filter.personId ?? ''}
        data={[
          { value: '', label: words.everybody },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => {
          const chosen = people.find(({ id }) => id === event.currentTarget.value);
          onChange({ ...filter, personId: chosen?.id ?? null });
        }}
      />
      <TextInput
        label={words.day}
        type="date"
        value={filter.onDate ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ ...filter, onDate: isCalendarDate(value) ? value : null });
        }}
      />
      <PatientFilter
        patient={filter.patient}
        onChange={(patient) => {
          onChange({ ...filter, patient });
        }}
      />
      {isNarrow ? (
        <Button
          onClick={() => {
            onChange(NO_FILTER);
          }}
        >
          {words.clear}
        </Button>
      ) : null}
    </div>
  );
}

interface PatientFilterProps {
  readonly patient: PatientIdentity | null;
  readonly onChange: (patient: PatientIdentity | null) => void;
}

function PatientFilter({ patient, onChange }: PatientFilterProps) {
  const trpc = useTRPC();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const isChosen = patient !== null && text === optionOf(patient).label;
  const search = useQuery(
    trpc.patients.search.queryOptions(asked === '' || isChosen ? skipToken : { text: asked, limit: 8 }, {
      placeholderData: keepPreviousData,
    }),
  );
  const found: readonly PatientIdentity[] = search.data ?? [];
  const offered = patient && !found.some(({ id }) => id === patient.id) ? [patient, ...found] : found;
  return (
    <Select
      label={words.patient}
      placeholder={words.patientHint}
      searchable
      clearable
      nothingFoundMessage={asked === '' ? undefined : words.nobodyFits}
      filter={({ options }) => options}
      data={offered.map(optionOf)}
      value={patient?.id ?? null}
      searchValue={text}
      onSearchChange={setText}
      onChange={(id) => {
        onChange(offered.find((each) => each.id === id) ?? null);
      }}
    />
  );
}

function optionOf(patient: PatientIdentity): { readonly value: string; readonly label: string } {
  return { value: patient.id, label: `${patient.recordNumber} ${nameText(patient)}` };
}
