import { describe, expect, it } from 'vitest';
import { CreatePatient } from '../../../../shared/contract/patient.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import {
  allergyErrors,
  allergyInput,
  EMPTY_PATIENT,
  fieldsOfPaths,
  patientErrors,
  patientInput,
} from '../../../../renderer/features/patient/patient-form.ts';

const today = calendarDate('2026-10-08');
const filled = {
  ...EMPTY_PATIENT,
  recordNumber: 'DC-00417',
  familyName: 'Lindqvist',
  givenName: 'Maja',
  birthDate: '14.03.1981',
  sex: 'female',
  weight: '44,0',
  height: '152',
} as const;

describe('a new patient', () => {
  it('needs name, number, birth date and sex, and says so at each field', () => {
    expect(Object.keys(patientErrors(EMPTY_PATIENT, today)).sort()).toEqual([
      'birthDate',
      'familyName',
      'givenName',
      'recordNumber',
      'sex',
    ]);
    expect(patientInput(EMPTY_PATIENT, today)).toBeNull();
  });

  it('is taken by the core as it was meant', () => {
    expect(patientErrors(filled, today)).toEqual({});
    expect(CreatePatient.parse(patientInput(filled, today))).toEqual({
      recordNumber: 'DC-00417',
      familyName: 'Lindqvist',
      givenName: 'Maja',
      birthDate: '1981-03-14',
      sex: 'female',
      weightG: 44_000,
      heightMm: 1520,
      allergies: null,
    });
  });

  it('cannot be born tomorrow or weigh 4 kg', () => {
    const errors = patientErrors({ ...filled, birthDate: '9.10.2026', weight: '4' }, today);
    expect(Object.keys(errors).sort()).toEqual(['birthDate', 'weight']);
  });

  it('may stay unweighed: nothing is made up', () => {
    expect(patientInput({ ...filled, weight: '', height: '' }, today)).toMatchObject({
      weightG: null,
      heightMm: null,
    });
  });
});

describe('allergies', () => {
  const some = {
    asked: 'some',
    substances: 'penicillin, plaster',
    polidocanol: false,
    prone: false,
  } as const;

  it('not asked is not the same as none known', () => {
    expect(allergyInput({ ...some, asked: 'not-asked' })).toBeNull();
    expect(allergyInput({ ...some, asked: 'none' })).toEqual({
      substances: [],
      polidocanol: false,
      proneToHypersensitivity: false,
    });
  });

  it('must be named where there are some', () => {
    expect(allergyErrors({ ...some, substances: ' ' })).toHaveProperty('substances');
    expect(allergyErrors({ ...some, substances: '', polidocanol: true })).toEqual({});
  });
});

it('puts what the core refuses at its field', () => {
  expect(fieldsOfPaths({ weightG: 'a', 'allergies.substances.3': 'b', birthDate: 'c' })).toEqual({
    weight: 'a',
    substances: 'b',
    birthDate: 'c',
  });
});
