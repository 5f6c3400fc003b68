import { Modal, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Preparation } from '../../../shared/domain/dose/ledger.ts';
import { microgramsPerMillilitre, microlitres } from '../../../shared/kernel/units.ts';
import { useTRPC } from '../../api/trpc.ts';
import { mlEntered, strengthText } from '../../text/format.ts';
import { REGION_WORDS, sizeWords, veinWordsInFull } from '../../text/map-text.ts';
import { volumeEntryText } from '../../text/session-text.ts';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { customOf, judgeDose } from './dose-entry.ts';
import { DoseNotes } from './dose-notes.tsx';
import type { PlanCard } from './plan-cards.ts';
import type { ItemDose } from './plan-draft.ts';
import type { PlanFacts } from './plan-facts.ts';
import styles from './dose-dialog.module.css';

interface DoseDialogProps {
  readonly card: PlanCard;
  readonly facts: PlanFacts;
  readonly sessionNumbers: readonly number[];
  readonly sessionNumber: number | null;
  readonly onSave: (dose: ItemDose, sessionNumber: number | null, locked: boolean) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** The strengths that ampoules come in. */
const STRENGTHS = [2_500, 5_000, 10_000, 20_000, 30_000].map((value) => ({
  value: String(value),
  label: strengthText(value),
}));
const FORMS = [
  { value: 'liquid', label: 'Liquid' },
  { value: 'foam', label: 'Foam' },
] as const;
const GAS_PARTS = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((parts) => ({
  value: String(parts),
  label: `1 + ${String(parts)}`,
}));
const START: ItemDose = {
  preparation: { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(5_000) },
  punctures: 1,
  volumePerPunctureUl: microlitres(100),
};
const MOST_PUNCTURES = 99;

/** The dose of a vein, beside what the profile proposes and what one usually gives, and the session it is in. */
export function DoseDialog(props: DoseDialogProps) {
  const { card, facts, sessionNumbers, onSave, onRemove, onClose } = props;
  const begin = card.dose ?? card.proposed ?? START;
  const usual = useQuery(useTRPC().doses.usual.queryOptions()).data ?? [];
  const [preparation, setPreparation] = useState<Preparation>(begin.preparation);
  const [punctures, setPunctures] = useState(begin.punctures);
  const [volume, setVolume] = useState(mlEntered(begin.volumePerPunctureUl));
  const [sessionNumber, setSession] = useState(props.sessionNumber);
  const [isLocked, setLocked] = useState(card.isLocked);
  const judged = judgeDose({ preparation, punctures, volume }, card, facts, usual);
  const { dose, failure } = judged;
  return (
    <Modal opened onClose={onClose} title={`${card.label} · dose`} size={560} centered>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (dose) onSave(dose, sessionNumber, isLocked);
        }}
      >
        <p className={styles.caption}>
          {veinWordsInFull(card.vein)}, {card.vein.diameterMm.toFixed(1)} mm · {sizeWords(card.measures)} mm ·{' '}
          {REGION_WORDS[card.measures.region]}
        </p>
        <div className={styles.line}>
          <SegmentedControl
            label="Strength"
            options={STRENGTHS}
            value={String(preparation.strengthUgPerMl)}
            height={44}
            onChange={(value) => {
              setPreparation({ ...preparation, strengthUgPerMl: microgramsPerMillilitre(Number(value)) });
            }}
          />
          <FormChoice preparation={preparation} onChange={setPreparation} />
        </div>
        <div className={styles.line}>
          <label className={styles.field}>
            Punctures
            <input
              type="number"
              min={1}
              max={MOST_PUNCTURES}
              value={punctures}
              onChange={(event) => {
                const count = event.currentTarget.valueAsNumber;
                if (Number.isInteger(count)) setPunctures(Math.min(MOST_PUNCTURES, Math.max(1, count)));
              }}
            />
          </label>
          <span aria-hidden="true">×</span>
          <label className={styles.field}>
            mL in each
            <input
              inputMode="decimal"
              autoComplete="off"
              value={volume}
              aria-invalid={failure !== null}
              onChange={(event) => {
                setVolume(event.currentTarget.value);
              }}
            />
          </label>
          <FieldError>{failure ? volumeEntryText(failure) : null}</FieldError>
        </div>
        <DoseNotes
          judged={judged}
          card={card}
          custom={customOf(card, preparation.form, usual)}
          onTakeProposal={(proposed) => {
            setPreparation(proposed.preparation);
            setPunctures(proposed.punctures);
            setVolume(mlEntered(proposed.volumePerPunctureUl));
          }}
        />
        <div className={styles.line}>
          <NativeSelect
            label="Session"
            value={sessionNumber === null ? '' : String(sessionNumber)}
            data={[
              { value: '', label: 'Not planned' },
              ...sessionNumbers.map((number) => ({
                value: String(number),
                label: `Session ${String(number)}`,
              })),
            ]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setSession(value === '' ? null : Number(value));
            }}
          />
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={isLocked}
              onChange={(event) => {
                setLocked(event.currentTarget.checked);
              }}
            />
            Locked: the planner leaves it there
          </label>
        </div>
        <div className={styles.formEnd}>
          {card.index === null ? null : <Button onClick={onRemove}>Take out of the plan</Button>}
          <span className={styles.gap} />
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="main" submit disabledBecause={dose ? null : 'The volume cannot be read'}>
            {judged.slips.length > 0 ? 'Save it all the same' : 'Save the dose'}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface FormChoiceProps {
  readonly preparation: Preparation;
  readonly onChange: (preparation: Preparation) => void;
}

/** Liquid or foam, and how much gas in that. */
function FormChoice({ preparation, onChange }: FormChoiceProps) {
  const { strengthUgPerMl } = preparation;
  return (
    <>
      <SegmentedControl
        label="Form"
        options={FORMS}
        value={preparation.form}
        height={44}
        onChange={(form) => {
          onChange(form === 'foam' ? { form, strengthUgPerMl, gasParts: 4 } : { form, strengthUgPerMl });
        }}
      />
      {preparation.form === 'foam' ? (
        <NativeSelect
          aria-label="Parts of gas to one of liquid"
          value={String(preparation.gasParts)}
          data={GAS_PARTS}
          onChange={(event) => {
            onChange({ ...preparation, gasParts: Number(event.currentTarget.value) });
          }}
        />
      ) : null}
    </>
  );
}
