import type { CorrectIdentity, CreatePatient, PatientHeader } from '../../../shared/contract/patient.ts';
import type { AllergyStatement, Sex } from '../../../shared/domain/patient/patient.ts';
import { grams } from '../../../shared/kernel/units.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { ruleText } from '../../text/field-text.ts';
import { readDate, readHeightMm, readSubstances, readWeightG } from '../../text/read-fields.ts';

/** The identity of a patient, as typed. */
export interface IdentityDraft {
  readonly recordNumber: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: string;
  readonly sex: Sex | null;
}

/** What is said about allergies, as chosen and typed. */
export interface AllergyDraft {
  readonly asked: 'not-asked' | 'none' | 'some';
  readonly substances: string;
  readonly polidocanol: boolean;
  readonly prone: boolean;
}

export interface MeasureDraft {
  readonly weight: string;
  readonly height: string;
}

export type PatientDraft = IdentityDraft & AllergyDraft & MeasureDraft;

export const EMPTY_PATIENT: PatientDraft = {
  recordNumber: '',
  familyName: '',
  givenName: '',
  birthDate: '',
  sex: null,
  asked: 'not-asked',
  substances: '',
  polidocanol: false,
  prone: false,
  weight: '',
  height: '',
};

type Errors<Draft> = Readonly<Partial<Record<keyof Draft & string, string>>>;

/** The form of a patient who is there already. */
export function identityDraftOf(patient: PatientHeader): IdentityDraft {
  const { recordNumber, familyName, givenName, birthDate, sex } = patient;
  return { recordNumber, familyName, givenName, birthDate, sex };
}

export function allergyDraftOf(statement: AllergyStatement | null): AllergyDraft {
  if (!statement) return { asked: 'not-asked', substances: '', polidocanol: false, prone: false };
  const { substances, polidocanol, proneToHypersensitivity } = statement;
  return {
    asked: substances.length > 0 || polidocanol ? 'some' : 'none',
    substances: substances.join(', '),
    polidocanol,
    prone: proneToHypersensitivity,
  };
}

/** What is wrong with an identity on a day. */
export function identityErrors(draft: IdentityDraft, today: CalendarDate): Errors<IdentityDraft> {
  const required = (['recordNumber', 'familyName', 'givenName'] as const).filter(
    (field) => draft[field].trim() === '',
  );
  const birthDate = readDate(draft.birthDate, today);
  return {
    ...Object.fromEntries(required.map((field) => [field, ruleText('required')])),
    ...(!birthDate && { birthDate: ruleText(draft.birthDate.trim() === '' ? 'required' : 'not-a-date') }),
    ...(birthDate && birthDate > today && { birthDate: ruleText('in-future') }),
    ...(!draft.sex && { sex: ruleText('not-chosen') }),
  };
}

export function allergyErrors(draft: AllergyDraft): Errors<AllergyDraft> {
  const named = readSubstances(draft.substances);
  if (draft.asked !== 'some') return {};
  if (named.length === 0 && !draft.polidocanol) return { substances: ruleText('required') };
  return named.length > 20 || named.some((name) => name.length > 60)
    ? { substances: ruleText('too_big') }
    : {};
}

export function measureErrors(draft: MeasureDraft): Errors<MeasureDraft> {
  return {
    ...(draft.weight.trim() !== '' &&
      readWeightG(draft.weight) === null && { weight: ruleText('not-a-weight') }),
    ...(draft.height.trim() !== '' &&
      readHeightMm(draft.height) === null && { height: ruleText('not-a-height') }),
  };
}

export function patientErrors(draft: PatientDraft, today: CalendarDate): Errors<PatientDraft> {
  return { ...identityErrors(draft, today), ...allergyErrors(draft), ...measureErrors(draft) };
}

/** An identity as the core takes it; null while it has faults. */
export function identityInput(
  draft: IdentityDraft,
  today: CalendarDate,
): Pick<CorrectIdentity, 'recordNumber' | 'familyName' | 'givenName' | 'birthDate' | 'sex'> | null {
  const birthDate = readDate(draft.birthDate, today);
  if (!birthDate || !draft.sex) return null;
  const { recordNumber, familyName, givenName, sex } = draft;
  return { recordNumber, familyName, givenName, birthDate, sex };
}

/** Null: not asked. */
export function allergyInput(draft: AllergyDraft): CreatePatient['allergies'] {
  if (draft.asked === 'not-asked') return null;
  const isSome = draft.asked === 'some';
  return {
    substances: isSome ? [...readSubstances(draft.substances)] : [],
    polidocanol: isSome && draft.polidocanol,
    proneToHypersensitivity: draft.prone,
  };
}

export function measureInput(draft: MeasureDraft): Pick<CreatePatient, 'weightG' | 'heightMm'> {
  const weightG = readWeightG(draft.weight);
  return { weightG: weightG === null ? null : grams(weightG), heightMm: readHeightMm(draft.height) };
}

/** A new patient as the core takes it; null while the form has faults. */
export function patientInput(draft: PatientDraft, today: CalendarDate): CreatePatient | null {
  const identity = identityInput(draft, today);
  return identity && { ...identity, ...measureInput(draft), allergies: allergyInput(draft) };
}

/** The fields of the form by the paths of the core. */
export function fieldsOfPaths(errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const names: Readonly<Record<string, string>> = { weightG: 'weight', heightMm: 'height' };
  return Object.fromEntries(
    Object.entries(errors).map(([path, text]) => [
      names[path] ?? (path.startsWith('allergies') ? 'substances' : path),
      text,
    ]),
  );
}
