import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseAmount, PERCENT } from '../../../../shared/domain/dose/amount-entry.ts';
import { FORMS } from '../../../../shared/domain/dose/ledger.ts';
import type { ProfileFigure } from '../../../../shared/domain/dose/profile-figures.ts';
import { VEIN_KINDS, VEIN_PATTERNS } from '../../../../shared/domain/leg-map/vein.ts';
import { strengthText } from '../../../text/format.ts';
import { profileEditorText } from '../../../text/profile-editor-text.ts';
import { amountFault, spacingText } from '../../../text/profile-text.ts';
import { Button } from '../../../ui/button.tsx';
import { rangeOf, type StrengthDraft } from './figure-drafts.ts';
import styles from './profile-editor.module.css';
import { WidthFields } from './width-fields.tsx';

const words = profileEditorText.fields;

interface StrengthFieldsProps {
  readonly rule: StrengthDraft;
  /** What may be ticked, in µg/mL. */
  readonly choices: readonly number[];
  /** The rule as it was read. */
  readonly figure: ProfileFigure | undefined;
  readonly faultOf: (field: string) => string | undefined;
  readonly onChange: (change: Partial<StrengthDraft>) => void;
}

/** What may be given into a kind of vein, what is proposed, and how densely. */
export function StrengthFields({ rule, choices, figure, faultOf, onChange }: StrengthFieldsProps) {
  return (
    <>
      <div className={styles.row}>
        <NativeSelect
          label={words.kind}
          value={rule.veinKind}
          data={[...VEIN_KINDS]}
          error={faultOf('veinKind')}
          onChange={({ currentTarget: { value } }) => {
            const veinKind = VEIN_KINDS.find((each) => each === value);
            if (veinKind) onChange({ veinKind });
          }}
        />
        <NativeSelect
          label={words.pattern}
          value={rule.pattern}
          data={[...VEIN_PATTERNS, { value: 'any', label: words.anyPattern }]}
          onChange={({ currentTarget: { value } }) => {
            onChange({ pattern: VEIN_PATTERNS.find((each) => each === value) ?? 'any' });
          }}
        />
        <NativeSelect
          label={words.form}
          value={rule.form}
          data={[...FORMS]}
          onChange={({ currentTarget: { value } }) => {
            const form = FORMS.find((each) => each === value);
            if (form) onChange({ form });
          }}
        />
        <WidthFields {...rule} fault={faultOf('diameterMm')} onChange={onChange} />
      </div>
      <Checkbox
        label={words.central}
        checked={rule.central}
        onChange={(event) => {
          onChange({ central: event.currentTarget.checked });
        }}
      />
      <StrengthsAllowed
        rule={rule}
        choices={choices}
        fault={faultOf('strengthsUgPerMl')}
        onChange={onChange}
      />
      <div className={styles.row}>
        <NativeSelect
          label={words.proposed}
          value={String(rule.proposed)}
          data={[...new Set([...rule.strengths, rule.proposed])].map((strength) => ({
            value: String(strength),
            label: strengthText(strength),
          }))}
          error={faultOf('proposedUgPerMl')}
          onChange={({ currentTarget: { value } }) => {
            onChange({ proposed: Number(value) });
          }}
        />
        <TextInput
          label={words.volume}
          inputMode="decimal"
          autoComplete="off"
          value={rule.volume}
          error={faultOf('proposedVolumeUl')}
          onChange={(event) => {
            onChange({ volume: event.currentTarget.value });
          }}
        />
        <TextInput
          label={rule.pattern === 'web' ? words.everyMm2 : words.everyMm}
          description={figure?.about === 'strength' ? spacingText(figure.value) : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="numeric"
          autoComplete="off"
          value={rule.every}
          error={faultOf('punctureEvery')}
          onChange={(event) => {
            onChange({ every: event.currentTarget.value });
          }}
        />
      </div>
    </>
  );
}

type AllowedProps = Pick<StrengthFieldsProps, 'rule' | 'choices' | 'onChange'> & {
  readonly fault: string | undefined;
};

function StrengthsAllowed({ rule, choices, fault, onChange }: AllowedProps) {
  const [other, setOther] = useState('');
  const [otherFault, setOtherFault] = useState<string | null>(null);
  const setStrengths = (strengths: readonly number[]) => {
    onChange({ strengths: [...new Set(strengths)].toSorted((a, b) => a - b) });
  };
  const add = () => {
    const parsed = parseAmount(other, PERCENT);
    setOtherFault(parsed.ok ? null : amountFault(parsed.error, rangeOf(PERCENT, '%')));
    if (!parsed.ok) return;
    setStrengths([...rule.strengths, parsed.value]);
    setOther('');
  };
  return (
    <div className={styles.row}>
      <Checkbox.Group
        label={words.strengths}
        value={rule.strengths.map(String)}
        error={fault}
        onChange={(strengths) => {
          setStrengths(strengths.map(Number));
        }}
      >
        <div className={styles.checks}>
          {[...new Set([...choices, ...rule.strengths])]
            .toSorted((a, b) => a - b)
            .map((strength) => (
              <Checkbox key={strength} value={String(strength)} label={strengthText(strength)} />
            ))}
        </div>
      </Checkbox.Group>
      <TextInput
        className={styles.short}
        label={words.otherStrength}
        inputMode="decimal"
        autoComplete="off"
        value={other}
        error={otherFault}
        onChange={(event) => {
          setOther(event.currentTarget.value);
          setOtherFault(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
      />
      <Button size="small" className={styles.beside} onClick={add}>
        {words.addStrength}
      </Button>
    </div>
  );
}
