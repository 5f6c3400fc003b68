import { rolesFor, type Action, type Role } from '../../shared/domain/staff/roles.ts';

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  surgeon: 'Surgeon',
  nurse: 'Nurse',
  clinician: 'Clinician',
  administrator: 'Administrator',
};

/** `Surgeon` */
export function roleText(role: Role): string {
  return ROLE_WORDS[role];
}

/** `surgeon or nurse`, for a sentence. */
export function rolesText(roles: readonly Role[]): string {
  const words = roles.map((role) => ROLE_WORDS[role].toLowerCase());
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** Why somebody cannot do this: who can. */
export function mayNotText(action: Action): string {
  const [first = ''] = rolesText(rolesFor(action));
  return `For ${'aeiou'.includes(first) ? 'an' : 'a'} ${rolesText(rolesFor(action))}`;
}

/** What a role may do, in a line. */
export function roleMeaning(role: Role): string {
  switch (role) {
    case 'surgeon':
      return 'assesses, maps, plans, allows, signs';
    case 'nurse':
      return 'opens sessions, records injections, signs';
    case 'clinician':
      return 'reads, reviews the response';
    case 'administrator':
      return 'people, limits, backups';
  }
}
