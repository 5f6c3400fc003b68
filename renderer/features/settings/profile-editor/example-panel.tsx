import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DosePatient } from '../../../../shared/domain/dose/ledger.ts';
import { totalsOf } from '../../../../shared/domain/dose/arithmetic.ts';
import type { ProfileRules } from '../../../../shared/domain/dose/profile-figures.ts';
import { grams } from '../../../../shared/kernel/units.ts';
import { mlEnteredText, mlTotalText, preparationText, strengthText } from '../../../text/format.ts';
import { profileEditorText } from '../../../text/profile-editor-text.ts';
import { capOnPatientText, limitTitle } from '../../../text/profile-text.ts';
import { readWeightG } from '../../../text/read-fields.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Gauge } from '../../../ui/gauge.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { exampleOf, type ExampleCap, type ExampleProposal } from './profile-example.ts';
import styles from './example-panel.module.css';

const words = profileEditorText.example;
const WEIGHTS = ['44', '70', '100'] as const;

interface ExamplePanelProps {
  readonly rules: ProfileRules;
  /** False: some figures cannot be read, and are left out. */
  readonly isWhole: boolean;
}

/** What each rule does on a patient whose weight and history can be set. */
export function ExamplePanel({ rules, isWhole }: ExamplePanelProps) {
  const [weight, setWeight] = useState('70');
  const [isFirstSession, setFirst] = useState(true);
  const [prone, setProne] = useState(false);
  const weightG = readWeightG(weight);
  const patient: DosePatient = {
    weightG: grams(weightG ?? 70_000),
    isFirstSession,
    proneToHypersensitivity: prone,
  };
  const example = exampleOf(rules, patient);
  return (
    <Panel title={words.title} aside={isWhole ? null : words.partly} className={styles.panel}>
      <div className={styles.patient}>
        <SegmentedControl
          label={words.weight}
          options={WEIGHTS.map((value) => ({ value, label: `${value} kg` }))}
          value={WEIGHTS.find((value) => value === weight) ?? null}
          onChange={setWeight}
        />
        <TextInput
          className={styles.other}
          aria-label={words.otherWeight}
          placeholder={words.otherWeight}
          inputMode="decimal"
          autoComplete="off"
          value={WEIGHTS.some((value) => value === weight) ? '' : weight}
          error={weightG === null ? words.notAWeight : null}
          onChange={(event) => {
            setWeight(event.currentTarget.value === '' ? '70' : event.currentTarget.value);
          }}
        />
        <div className={styles.history}>
          <Checkbox
            label={words.first}
            checked={isFirstSession}
            onChange={(event) => {
              setFirst(event.currentTarget.checked);
            }}
          />
          <Checkbox
            label={words.prone}
            checked={prone}
            onChange={(event) => {
              setProne(event.currentTarget.checked);
            }}
          />
        </div>
      </div>
      <div className={styles.body}>
        <h3>{words.proposals}</h3>
        <dl className={styles.proposals}>
          {example.proposals.map((proposal) => (
            <Proposal key={proposal.vein} proposal={proposal} />
          ))}
        </dl>
        <h3>{words.caps}</h3>
        <DataTable className={styles.table} columns={words.capColumns}>
          {example.caps.map((cap) => (
            <CapRow key={cap.limit.id} cap={cap} />
          ))}
        </DataTable>
        <h3>{words.injection}</h3>
        <p className={styles.verdict} data-verdict={example.firstInjection.verdict}>
          {words.verdicts[example.firstInjection.verdict]}
        </p>
        <div className={styles.gauges}>
          {example.firstInjection.gauges.map((gauge) => (
            <Gauge
              key={gauge.limit.id}
              gauge={gauge}
              compact
              binds={gauge.limit.id === example.firstInjection.bindingLimitId}
            />
          ))}
        </div>
      </div>
    </Panel>
  );
}

function Proposal({ proposal: { vein, dose } }: { readonly proposal: ExampleProposal }) {
  if (!dose) {
    return (
      <>
        <dt>{words.veins[vein]}</dt>
        <dd>{words.nothing}</dd>
      </>
    );
  }
  const each = { ...dose.preparation, volumeUl: dose.volumePerPunctureUl };
  const { liquidUl, foamUl } = totalsOf(Array.from({ length: dose.punctures }, () => each));
  return (
    <>
      <dt>{words.veins[vein]}</dt>
      <dd>
        {words.dose(
          dose.punctures,
          mlEnteredText(dose.volumePerPunctureUl),
          preparationText(dose.preparation),
          mlTotalText(liquidUl + foamUl),
        )}
      </dd>
    </>
  );
}

function CapRow({ cap: { limit, holds, cap, ofStrengths } }: { readonly cap: ExampleCap }) {
  return (
    <tr data-holds={holds}>
      <td>
        {limitTitle(limit)}
        {holds ? null : <span className={styles.quiet}>{words.notNow}</span>}
      </td>
      <td>
        {capOnPatientText(limit, cap)}
        {ofStrengths.length > 0 ? (
          <span className={styles.quiet}>
            {ofStrengths
              .map(
                ({ strengthUgPerMl, volumeUl }) =>
                  `${mlTotalText(volumeUl, 'down')} of ${strengthText(strengthUgPerMl)}`,
              )
              .join(' · ')}
          </span>
        ) : null}
      </td>
    </tr>
  );
}
