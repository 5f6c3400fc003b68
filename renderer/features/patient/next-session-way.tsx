import { Link } from '@tanstack/react-router';
import type { Hindrance } from '../../../shared/domain/session/hindrance.ts';
import type { SessionCaution } from '../../../shared/domain/session/session-cautions.ts';
import type { CaseId, PatientId, SessionId } from '../../../shared/kernel/ids.ts';
import { WAY_WORDS } from '../../text/next-session-text.ts';
import { focusAllergies } from './allergies-panel.tsx';
import styles from './next-session.module.css';

type Place = keyof typeof WAY_WORDS;

const WAY_OF_HINDRANCE: Readonly<Record<Hindrance['kind'], Place>> = {
  contraindicated: 'assess',
  acceptance: 'opening',
  consent: 'assess',
  assessment: 'assess',
  allergies: 'allergies',
  duplex: 'assess',
  feeder: 'plan',
  'other-session': 'session',
  identity: 'opening',
  leg: 'opening',
  weight: 'opening',
  changes: 'opening',
};
const WAY_OF_CAUTION: Readonly<Record<SessionCaution['kind'], Place>> = {
  'no-veins': 'plan',
  unconfirmed: 'map',
  resting: 'review',
  date: 'plan',
};

/** What the ways lead from. */
export interface Ways {
  readonly patientId: PatientId;
  readonly caseId: CaseId;
  readonly number: number;
  /** The session of the patient that is open; null: none is. */
  readonly openSessionId: SessionId | null;
}

/** The way to where something that stands in the way is put right. */
export function WayOfHindrance({ kind, ways }: { readonly kind: Hindrance['kind']; readonly ways: Ways }) {
  return <Way to={WAY_OF_HINDRANCE[kind]} ways={ways} />;
}

/** The way to where something that ought to be looked at is put right. */
export function WayOfCaution({ kind, ways }: { readonly kind: SessionCaution['kind']; readonly ways: Ways }) {
  return <Way to={WAY_OF_CAUTION[kind]} ways={ways} />;
}

function Way({ to, ways }: { readonly to: Place; readonly ways: Ways }) {
  const { patientId, caseId, number, openSessionId } = ways;
  const words = WAY_WORDS[to];
  switch (to) {
    case 'allergies':
      return (
        <button type="button" className={styles.way} onClick={focusAllergies}>
          {words}
        </button>
      );
    case 'opening':
      return (
        <Link
          to="/patients/$patientId/cases/$caseId/sessions/new/$number"
          params={{ patientId, caseId, number }}
          className={styles.way}
        >
          {words}
        </Link>
      );
    case 'session':
      return openSessionId === null ? null : (
        <Link
          to="/patients/$patientId/sessions/$sessionId"
          params={{ patientId, sessionId: openSessionId }}
          className={styles.way}
        >
          {words}
        </Link>
      );
    default:
      return (
        <Link
          to={`/patients/$patientId/cases/$caseId/${to}`}
          params={{ patientId, caseId }}
          className={styles.way}
        >
          {words}
        </Link>
      );
  }
}
