import type { PersonId } from '../../kernel/ids.ts';

export const ROLES = ['surgeon', 'nurse', 'clinician', 'administrator'] as const;
/** What a person may do. A person may hold several roles: in a small clinic the surgeon is the administrator as well. */
export type Role = (typeof ROLES)[number];

/** Somebody who works in the clinic. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
}

/** Everything that is not open to everyone who is signed in, and to whom it is open. Reading patients is open to all. */
const ALLOWED = {
  'patient/write': ['surgeon', 'nurse'],
  'case/write': ['surgeon'],
  'assessment/write': ['surgeon'],
  'consent/record': ['surgeon', 'nurse'],
  'map/write': ['surgeon'],
  'plan/write': ['surgeon'],
  'session/open': ['surgeon', 'nurse'],
  'session/record': ['surgeon', 'nurse'],
  'session/resume': ['surgeon'],
  'session/close': ['surgeon', 'nurse'],
  'session/sign': ['surgeon', 'nurse'],
  'session/amend': ['surgeon'],
  'limit/override': ['surgeon'],
  'limit/tighten': ['surgeon'],
  'contraindication/accept': ['surgeon'],
  'check/waive': ['surgeon'],
  'review/write': ['surgeon', 'clinician'],
  'complication/record': ['surgeon', 'nurse', 'clinician'],
  'recall/note': ['surgeon', 'nurse', 'clinician'],
  'stock/write': ['surgeon', 'nurse', 'administrator'],
  'profile/choose': ['administrator'],
  'profile/edit': ['surgeon', 'clinician', 'administrator'],
  'profile/approve': ['surgeon', 'clinician'],
  'people/manage': ['administrator'],
  'clinic/set': ['administrator'],
  'rooms/manage': ['administrator'],
  'day/arrange': ['surgeon', 'nurse', 'administrator'],
  'backup/make': ['administrator'],
  'override/read': ['administrator', 'clinician', 'surgeon'],
  'audit/read': ['administrator', 'clinician', 'surgeon'],
} as const satisfies Record<string, readonly Role[]>;

/** Something that only some roles may do. */
export type Action = keyof typeof ALLOWED;

/** The roles that may do it. */
export function rolesFor(action: Action): readonly Role[] {
  return ALLOWED[action];
}

/** Whether somebody with these roles may do it. */
export function mayDo(roles: readonly Role[], action: Action): boolean {
  return rolesFor(action).some((role) => roles.includes(role));
}
