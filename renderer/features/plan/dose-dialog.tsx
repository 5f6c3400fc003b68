import { Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { LabelProfile } from '../../../shared/domain/dose/label-profile.ts';
import { massOf } from '../../../shared/domain/dose/arithmetic.ts';
import type { Preparation } from '../../../shared/domain/dose/ledger.ts';
import { offLabelReason } from '../../../shared/domain/dose/off-label.ts';
import { parseVolumeMl } from '../../../shared/domain/dose/volume-entry.ts';
import { microgramsPerMillilitre, microlitres } from '../../../shared/kernel/units.ts';
import { mgText, mlEntered, mlTotalText, strengthText } from '../../text/format.ts';
import { REGION_WORDS, sizeWords, veinWordsInFull } from '../../text/map-text.ts';
import { doseText, offLabelText } from '../../text/plan-text.ts';
import { volumeEntryText } from '../../text/session-text.ts';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { sameDose, type PlanCard } from './plan-cards.ts';
import type { ItemDose } from './plan-draft.ts';
import styles from './dose-dialog.module.css';

interface DoseDialogProps {
  readonly card: PlanCard;
  readonly profile: LabelProfile;
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
const START: ItemDose = {
  preparation: { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(5_000) },
  punctures: 1,
  volumePerPunctureUl: microlitres(100),
};
const MOST_PUNCTURES = 99;

/** The dose of a vein, beside what the profile proposes, and the session it is in. */
export function DoseDialog(props: DoseDialogProps) {
  const { card, profile, sessionNumbers, onSave, onRemove, onClose } = props;
  const begin = card.dose ?? card.proposed ?? START;
  const [preparation, setPreparation] = useState<Preparation>(begin.preparation);
  const [punctures, setPunctures] = useState(begin.punctures);
  const [volume, setVolume] = useState(mlEntered(begin.volumePerPunctureUl));
  const [sessionNumber, setSession] = useState(props.sessionNumber);
  const [isLocked, setLocked] = useState(card.isLocked);
  const parsed = parseVolumeMl(volume);
  const dose: ItemDose | null = parsed.ok
    ? { preparation, punctures, volumePerPunctureUl: parsed.value }
    : null;
  const offLabel = offLabelReason(profile, card.forLabel, preparation);
  const { proposed } = card;
  return (
    <Modal opened onClose={onClose} title={`${card.label} · dose`} size={520} centered>
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
        <SegmentedControl
          label="Strength"
          options={STRENGTHS}
          value={String(preparation.strengthUgPerMl)}
          height={44}
          onChange={(value) => {
            setPreparation({ ...preparation, strengthUgPerMl: microgramsPerMillilitre(Number(value)) });
          }}
        />
        <div className={styles.line}>
          <SegmentedControl
            label="Form"
            options={FORMS}
            value={preparation.form}
            height={44}
            onChange={(form) => {
              const { strengthUgPerMl } = preparation;
              setPreparation(
                form === 'foam' ? { form, strengthUgPerMl, gasParts: 4 } : { form, strengthUgPerMl },
              );
            }}
          />
          {preparation.form === 'foam' ? (
            <NativeSelect
              aria-label="Parts of gas to one of liquid"
              value={String(preparation.gasParts)}
              data={[1, 2, 3, 4, 5, 6, 7, 8, 9].map((parts) => ({
                value: String(parts),
                label: `1 + ${String(parts)}`,
              }))}
              onChange={(event) => {
                setPreparation({ ...preparation, gasParts: Number(event.currentTarget.value) });
              }}
            />
          ) : null}
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
              aria-invalid={!parsed.ok}
              onChange={(event) => {
                setVolume(event.currentTarget.value);
              }}
            />
          </label>
          {dose ? <Sum dose={dose} /> : null}
        </div>
        <FieldError>{parsed.ok ? null : volumeEntryText(parsed.error)}</FieldError>
        {offLabel ? <p className={styles.flag}>▲ {offLabelText(offLabel)}</p> : null}
        {proposed ? (
          <div className={styles.proposed}>
            <span>
              Proposed: <strong>{doseText(proposed)}</strong>
            </span>
            {dose && sameDose(dose, proposed) ? (
              <span>✓ as proposed</span>
            ) : (
              <Button
                size="small"
                onClick={() => {
                  setPreparation(proposed.preparation);
                  setPunctures(proposed.punctures);
                  setVolume(mlEntered(proposed.volumePerPunctureUl));
                }}
              >
                Take the proposal
              </Button>
            )}
          </div>
        ) : (
          <p className={styles.caption}>These limits propose nothing for such a vein: the dose is yours.</p>
        )}
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
          Locked: the planner leaves it in this session
        </label>
        <div className={styles.formEnd}>
          {card.index === null ? null : <Button onClick={onRemove}>Take out of the plan</Button>}
          <span className={styles.gap} />
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="main" submit disabledBecause={dose ? null : 'The volume cannot be read'}>
            Save the dose
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Sum({ dose }: { readonly dose: ItemDose }) {
  const { preparation, punctures, volumePerPunctureUl } = dose;
  const massUg = punctures * massOf({ ...preparation, volumeUl: volumePerPunctureUl });
  return (
    <span className={styles.sum}>
      = <strong>{mlTotalText(punctures * volumePerPunctureUl)}</strong>, {mgText(massUg)}
    </span>
  );
}
