import type { HindranceKind } from './hindrance.ts';

/** What is known to stand in the way of a session before the patient comes, as lists and pages call it. */
export type KnownHindrance =
  | 'contraindicated'
  | 'acceptance-needed'
  | 'no-consent'
  | 'no-eligibility'
  | 'no-allergy-statement'
  | 'duplex-first'
  | 'feeder-first'
  | 'other-session-open';

const NAME_OF: Readonly<Record<HindranceKind, KnownHindrance | null>> = {
  contraindicated: 'contraindicated',
  acceptance: 'acceptance-needed',
  consent: 'no-consent',
  assessment: 'no-eligibility',
  allergies: 'no-allergy-statement',
  duplex: 'duplex-first',
  feeder: 'feeder-first',
  'other-session': 'other-session-open',
  identity: null,
  leg: null,
  weight: null,
  changes: null,
};

/** How a hindrance is called before the patient comes; null for what is asked on the day itself. */
export function nameOfHindrance(kind: HindranceKind): KnownHindrance | null {
  return NAME_OF[kind];
}
