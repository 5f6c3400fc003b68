import type { PatientHeader } from '../../../shared/contract/patient.ts';
import { LEGS, type Leg } from '../../../shared/domain/leg-map/vein.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { ageText, dateText, legWord, legsText, nameText, weightText } from '../../text/format.ts';
import { weightDoubtText } from '../../text/eligibility-text.ts';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { TwoLegFigure } from '../../ui/two-leg-figure.tsx';
import { CheckCard } from './check-card.tsx';
import type { OpeningForm, OpeningModel } from './opening-model.ts';
import styles from './opening.module.css';

export interface CheckProps {
  readonly model: OpeningModel;
  readonly form: OpeningForm;
  readonly change: (part: Partial<OpeningForm>) => void;
}

/** The patient has said name and birth date, and they are these. */
export function IdentityCheck(
  props: CheckProps & { readonly patient: PatientHeader; readonly today: CalendarDate },
) {
  const { model, form, change, patient, today } = props;
  return (
    <CheckCard check="identity" title="Identity" state={model.checks.identity}>
      <p className={styles.name}>{nameText(patient)}</p>
      <p className={styles.born}>
        Born {dateText(patient.birthDate)} · {ageText(patient.birthDate, today)} · record no.{' '}
        <span className="pp-code">{patient.recordNumber}</span>
      </p>
      <Button
        pressed={form.identityConfirmed}
        className={styles.wide}
        onClick={() => {
          change({ identityConfirmed: !form.identityConfirmed });
        }}
      >
        {form.identityConfirmed ? '✓ ' : ''}The patient said this name and birth date
      </Button>
    </CheckCard>
  );
}

/** The leg, named aloud by the patient, in the largest letters of the app. */
export function LegCheck({ model, form, change }: CheckProps) {
  const toggle = (leg: Leg) => {
    const legs = form.legs.includes(leg) ? form.legs.filter((each) => each !== leg) : [...form.legs, leg];
    change({ legs });
  };
  const wrong = form.legs.filter((leg) => !model.plannedLegs.includes(leg));
  return (
    <CheckCard check="leg" title="Leg" state={model.checks.leg}>
      <p>Ask: “Which leg do we treat today?” Then press what the patient says.</p>
      <div className={styles.legs}>
        {LEGS.map((leg) => (
          <button
            key={leg}
            type="button"
            className={styles.leg}
            aria-pressed={form.legs.includes(leg)}
            onClick={() => {
              toggle(leg);
            }}
          >
            <TwoLegFigure legs={[leg]} height={52} inverted={form.legs.includes(leg)} />
            {legWord(leg)}
          </button>
        ))}
      </div>
      <FieldError>
        {wrong.length > 0
          ? `The plan holds the ${legsText(model.plannedLegs)} for this session. Clear it up with the patient; only a surgeon can change the plan.`
          : null}
      </FieldError>
    </CheckCard>
  );
}

/** The weight of the day: the limits per kilogram are made from it. */
export function WeightCheck(
  props: CheckProps & { readonly patient: PatientHeader; readonly today: CalendarDate },
) {
  const { model, form, change, patient, today } = props;
  const last = patient.weight;
  const unreadable = model.weightText.trim() !== '' && model.weightG === null;
  return (
    <CheckCard check="weight" title="Weight today" state={model.checks.weight}>
      <div className={styles.weight}>
        <label>
          <span className="pp-hidden">Weight today in kg</span>
          <input
            inputMode="decimal"
            autoComplete="off"
            value={model.weightText}
            aria-invalid={unreadable}
            aria-describedby="weight-says"
            onChange={(event) => {
              change({ weightText: event.currentTarget.value });
            }}
          />{' '}
          kg
        </label>
        {last && last.onDate !== today ? (
          <Button
            onClick={() => {
              change({ weightText: (last.weightG / 1000).toFixed(1) });
            }}
          >
            Weighed: still {weightText(last.weightG)}
          </Button>
        ) : null}
      </div>
      <p id="weight-says" className={styles.caption}>
        {last
          ? `Last: ${weightText(last.weightG)} on ${dateText(last.onDate)}.`
          : 'Never weighed here before.'}
      </p>
      <FieldError>{unreadable ? 'Type kilograms with at most one decimal, 20 to 300.' : null}</FieldError>
      {model.weightG && model.weightDoubt ? (
        <div className={styles.relative}>
          <p>▲ {weightDoubtText(model.weightDoubt, model.weightG)}</p>
          <Button
            pressed={form.weightConfirmedG === model.weightG}
            onClick={() => {
              change({ weightConfirmedG: form.weightConfirmedG === model.weightG ? null : model.weightG });
            }}
          >
            {form.weightConfirmedG === model.weightG ? '✓ ' : ''}
            {weightText(model.weightG)} is right
          </Button>
        </div>
      ) : null}
    </CheckCard>
  );
}
