import { IconAlertTriangle, IconLock, IconOctagon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PatientHeader } from '../../shared/contract/patient.ts';
import type { Leg } from '../../shared/domain/leg-map/vein.ts';
import type { Person } from '../../shared/domain/staff/roles.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import { allergyText } from '../text/allergy-text.ts';
import { ageText, dateText, nameText, sexLetter, weightText } from '../text/format.ts';
import { roleText } from '../text/role-text.ts';
import { Button } from './button.tsx';
import { DemoChip, StatusChip } from './chip.tsx';
import { LegBlock } from './leg-block.tsx';
import { Logo } from './logo.tsx';
import styles from './patient-bar.module.css';

interface PatientBarProps {
  /** Null: no patient is open. */
  readonly patient: PatientHeader | null;
  /** What stands there instead of a patient. */
  readonly title: string;
  readonly today: CalendarDate;
  readonly isDemo: boolean;
  readonly person: Person;
  /** The legs of the session at hand; empty: none. */
  readonly legs: readonly Leg[];
  readonly onLock: () => void;
  readonly onChangePerson: () => void;
}

/** The bar on top, 56 px: who is treated, and who is working. */
export function PatientBar(props: PatientBarProps) {
  const { patient, title, today, isDemo, person, legs, onLock, onChangePerson } = props;
  return (
    <header className={styles.bar}>
      <Logo />
      {patient ? (
        <PatientFacts patient={patient} today={today} />
      ) : (
        <span className={styles.title}>{title}</span>
      )}
      <div className={styles.end}>
        <LegBlock legs={legs} />
        {isDemo ? <DemoChip /> : null}
        <button
          type="button"
          className={styles.person}
          aria-haspopup="dialog"
          title="Let somebody else go on here"
          onClick={onChangePerson}
        >
          <strong>{person.name}</strong>
          <span>{person.roles.map(roleText).join(', ')}</span>
        </button>
        <Button label="Lock the screen (Ctrl+L)" icon={<IconLock size={18} aria-hidden />} onClick={onLock}>
          {null}
        </Button>
      </div>
    </header>
  );
}

/** More letters than two lines of the bar hold, beside all else that stands there. */
const LONG_NAME = 26;
const LONG_ALLERGIES = 40;

function PatientFacts({ patient, today }: { readonly patient: PatientHeader; readonly today: CalendarDate }) {
  const { weight } = patient;
  const name = nameText(patient);
  const allergies = allergyText(patient.allergies);
  return (
    <div className={styles.facts} role="group" aria-label="Patient">
      <span className={styles.name} data-long={name.length > LONG_NAME || undefined} title={name}>
        {name}
      </span>
      <Fact label="Born">
        {dateText(patient.birthDate)} · {ageText(patient.birthDate, today)} · {sexLetter(patient.sex)}
      </Fact>
      <Fact label="Record no.">
        <span className="pp-code">{patient.recordNumber}</span>
      </Fact>
      <Fact label="Weight">
        {weight
          ? `${weightText(weight.weightG)} · ${weight.onDate === today ? 'today' : dateText(weight.onDate)}`
          : 'not weighed'}
      </Fact>
      <span className={styles.allergies}>
        <StatusChip tone={allergies.tone} icon={signOf(allergies.tone)} title={allergies.words}>
          <span
            className={styles.allergyWords}
            data-long={allergies.words.length > LONG_ALLERGIES || undefined}
          >
            {allergies.words}
          </span>
        </StatusChip>
      </span>
    </div>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <span>{label}</span>
      <strong>{children}</strong>
    </div>
  );
}

function signOf(tone: 'plain' | 'warn' | 'hard'): ReactNode {
  if (tone === 'plain') return null;
  return tone === 'warn' ? (
    <IconAlertTriangle size={16} aria-hidden />
  ) : (
    <IconOctagon size={16} aria-hidden />
  );
}
