import type { FirstStart } from '../../../shared/contract/clinic.ts';
import { DEFAULT_PROFILE_ID } from '../../../shared/domain/dose/profiles/index.ts';
import type { Role } from '../../../shared/domain/staff/roles.ts';
import { ruleText } from '../../text/field-text.ts';

/** The form of the first start, as typed. */
export interface FirstStartDraft {
  readonly clinicName: string;
  readonly name: string;
  readonly pin: string;
  readonly pinAgain: string;
  readonly alsoRoles: readonly Role[];
  readonly profileId: string;
}

export const EMPTY_FIRST_START: FirstStartDraft = {
  clinicName: '',
  name: '',
  pin: '',
  pinAgain: '',
  alsoRoles: [],
  profileId: DEFAULT_PROFILE_ID,
};

/** What is wrong with the form, by field. */
export function firstStartErrors(
  draft: FirstStartDraft,
): Readonly<Partial<Record<keyof FirstStartDraft, string>>> {
  return {
    ...(draft.clinicName.trim() === '' && { clinicName: ruleText('required') }),
    ...(draft.name.trim() === '' && { name: ruleText('required') }),
    ...(!/^\d{4,8}$/.test(draft.pin) && { pin: ruleText('pin') }),
    ...(draft.pin !== draft.pinAgain && { pinAgain: ruleText('pins-differ') }),
  };
}

/** What goes to the core, of a form without errors. */
export function firstStartInput(draft: FirstStartDraft): FirstStart {
  return {
    clinicName: draft.clinicName,
    administrator: { name: draft.name, pin: draft.pin, alsoRoles: [...draft.alsoRoles] },
    profileId: draft.profileId,
  };
}
