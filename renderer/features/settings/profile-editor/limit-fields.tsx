import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { QUANTITIES, SEVERITIES, WINDOWS } from '../../../../shared/domain/dose/label-profile.ts';
import { FORMS } from '../../../../shared/domain/dose/ledger.ts';
import { VEIN_KINDS } from '../../../../shared/domain/leg-map/vein.ts';
import { profileEditorText } from '../../../text/profile-editor-text.ts';
import { quantityChoice, severityWord, windowChoice } from '../../../text/profile-text.ts';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import type { LimitDraft } from './figure-drafts.ts';
import styles from './profile-editor.module.css';
import { capWord } from './read-figures.ts';
import { WidthFields } from './width-fields.tsx';

const words = profileEditorText.fields;

interface LimitFieldsProps {
  readonly limit: LimitDraft;
  readonly faultOf: (field: string) => string | undefined;
  readonly onChange: (change: Partial<LimitDraft>) => void;
}

/** One limit: what it counts, where, how much, how gravely, and when it holds. */
export function LimitFields({ limit, faultOf, onChange }: LimitFieldsProps) {
  const isCount = limit.quantity === 'injections';
  return (
    <>
      <div className={styles.row}>
        <NativeSelect
          label={words.quantity}
          value={limit.quantity}
          data={QUANTITIES.map((value) => ({ value, label: quantityChoice(value) }))}
          onChange={({ currentTarget: { value } }) => {
            const quantity = QUANTITIES.find((each) => each === value);
            if (quantity) onChange({ quantity, ...(quantity === 'injections' && { per: 'person' }) });
          }}
        />
        <NativeSelect
          label={words.window}
          value={limit.window}
          data={WINDOWS.map((value) => ({ value, label: windowChoice(value) }))}
          onChange={({ currentTarget: { value } }) => {
            const window = WINDOWS.find((each) => each === value);
            if (window) onChange({ window });
          }}
        />
        <TextInput
          label={[words.cap, capWord(limit)].filter(Boolean).join(', ')}
          inputMode="decimal"
          autoComplete="off"
          value={limit.amount}
          error={faultOf('cap') ?? faultOf('id')}
          onChange={(event) => {
            onChange({ amount: event.currentTarget.value });
          }}
        />
        {isCount ? null : (
          <NativeSelect
            label={words.per}
            value={limit.per}
            data={[
              { value: 'person', label: words.person },
              { value: 'kilogram', label: words.kilogram },
            ]}
            onChange={({ currentTarget: { value } }) => {
              onChange({ per: value === 'kilogram' ? 'kilogram' : 'person' });
            }}
          />
        )}
      </div>
      <div className={styles.row}>
        <div>
          <span className={styles.label}>{words.severity}</span>
          <SegmentedControl
            label={words.severity}
            value={limit.severity}
            options={SEVERITIES.map((value) => ({ value, label: severityWord(value) }))}
            onChange={(severity) => {
              onChange({ severity });
            }}
          />
          <Fault>{faultOf('severity')}</Fault>
        </div>
        <SessionChoice limit={limit} onChange={onChange} />
        <NativeSelect
          label={words.form}
          value={limit.form}
          data={[{ value: 'any', label: words.anyForm }, ...FORMS]}
          onChange={({ currentTarget: { value } }) => {
            onChange({ form: FORMS.find((each) => each === value) ?? 'any' });
          }}
        />
      </div>
      <div className={styles.row}>
        <Checkbox.Group
          className={styles.kinds}
          label={words.kinds}
          description={words.kindsHint}
          value={[...limit.veinKinds]}
          error={faultOf('scope')}
          onChange={(kinds) => {
            onChange({ veinKinds: VEIN_KINDS.filter((kind) => kinds.includes(kind)) });
          }}
        >
          <div className={styles.checks}>
            {VEIN_KINDS.map((kind) => (
              <Checkbox key={kind} value={kind} label={kind} />
            ))}
          </div>
        </Checkbox.Group>
        <WidthFields {...limit} fault={faultOf('diameterMm')} onChange={onChange} />
      </div>
    </>
  );
}

function SessionChoice({ limit, onChange }: Pick<LimitFieldsProps, 'limit' | 'onChange'>) {
  const sessions = ['every', 'first', 'first-if-prone'] as const;
  const names = {
    every: words.everySession,
    first: words.firstSession,
    'first-if-prone': words.firstIfProne,
  };
  return (
    <NativeSelect
      label={words.session}
      value={limit.session}
      data={sessions.map((value) => ({ value, label: names[value] }))}
      onChange={({ currentTarget: { value } }) => {
        onChange({ session: sessions.find((each) => each === value) ?? 'every' });
      }}
    />
  );
}

function Fault({ children }: { readonly children: string | undefined }) {
  return children ? (
    <p className={styles.fault} role="alert">
      {children}
    </p>
  ) : null;
}
