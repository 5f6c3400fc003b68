import { describe, expect, test } from 'vitest';
import { openCase } from '../../electron/services/cases.ts';
import {
  correctIdentity,
  createPatient,
  measure,
  readPatient,
  searchPatients,
  stateAllergies,
} from '../../electron/services/patients.ts';
import { birthDatesIn } from '../../electron/services/patients/birth-dates.ts';
import type { CreatePatient } from '../../shared/contract/patient.ts';
import { calendarDate } from '../../shared/kernel/time.ts';
import { grams } from '../../shared/kernel/units.ts';
import { failureOf, valueOf } from '../db/temporary-database.ts';
import { core, type Core } from '../support/core.ts';
import { aPatient } from '../support/treatment.ts';

const newcomer: CreatePatient = {
  recordNumber: 'R-1',
  familyName: 'Sørensen',
  givenName: 'Zoë Marie',
  birthDate: calendarDate('1981-03-14'),
  sex: 'female',
  weightG: null,
  heightMm: null,
  allergies: null,
};

const found = async (at: Core, text: string) =>
  valueOf(await searchPatients(at.as('nurse'), { text, limit: 10 })).map(({ recordNumber }) => recordNumber);

describe('finding a patient', () => {
  async function clinic() {
    const at = await core();
    await aPatient(at, newcomer);
    await aPatient(at, {
      recordNumber: 'R-2',
      familyName: 'Müller',
      givenName: 'Änne',
      birthDate: calendarDate('1921-12-01'),
    });
    await aPatient(at, { recordNumber: 'X_100%', familyName: 'Zweig', givenName: 'Maria' });
    return at;
  }

  const questions: readonly [string, string, readonly string[]][] = [
    ['parts of a name in any order', 'mar sor', ['R-1']],
    ['accents and case do not matter', 'ZOE SORENSEN', ['R-1']],
    ['a letter that is spelled as two', 'soerensen', ['R-1']],
    ['an umlaut, written either way', 'mueller', ['R-2']],
    ['an umlaut without its dots', 'muller anne', ['R-2']],
    ['a comma as on a list', 'Zweig, Maria', ['X_100%']],
    ['a record number', 'r-2', ['R-2']],
    ['a percent sign stands for itself', '0%', ['X_100%']],
    ['an underscore stands for itself', 'x_1', ['X_100%']],
    ['a birth date with points', '14.03.1981', ['R-1', 'X_100%']],
    ['a birth date with strokes and a short year', '1/12/21', ['R-2']],
    ['a birth date as computers write it, and a name', '1981-03-14 zweig', ['X_100%']],
    ['a birth date with the month first, where no other reading is a day', '03/14/1981', ['R-1', 'X_100%']],
    ['nobody', 'nobody', []],
  ];
  test.each(questions)('by %s', async (_name, text, expected) => {
    expect(await found(await clinic(), text)).toEqual(expected);
  });

  test('without a text it shows those changed last', async () => {
    const at = await core();
    const first = await aPatient(at, newcomer);
    at.clock.advance(1);
    await aPatient(at, { recordNumber: 'R-2' });
    expect(await found(at, ' ')).toEqual(['R-2', 'R-1']);
    at.clock.advance(1);
    const { recordNumber, familyName, givenName, birthDate, sex } = newcomer;
    valueOf(
      await correctIdentity(at.as('nurse'), {
        patientId: first,
        baseVersion: 1,
        ...{ recordNumber, familyName, givenName, birthDate, sex },
      }),
    );
    expect(await found(at, '')).toEqual(['R-1', 'R-2']);
  });

  test('leads to the last case', async () => {
    const at = await core();
    const patientId = await aPatient(at, newcomer);
    valueOf(await openCase(at.as('surgeon'), { patientId, reason: 'first' }));
    at.clock.advance(1);
    const last = valueOf(await openCase(at.as('surgeon'), { patientId, reason: 'second' }));
    const [hit] = valueOf(await searchPatients(at.as('nurse'), { text: 'zoe', limit: 1 }));
    expect(hit?.lastCaseId).toBe(last.id);
  });

  test('a number that is no day of the calendar is no birth date', () => {
    expect(birthDatesIn('31.02.1981')).toEqual([]);
    expect(birthDatesIn('1042')).toEqual([]);
    expect(birthDatesIn('29.02.2024')).toEqual(['2024-02-29']);
  });
});

describe('who a patient is', () => {
  test.each(['R-77', 'r-77'])('a record number belongs to one patient, written %s', async (recordNumber) => {
    const at = await core();
    await aPatient(at, { ...newcomer, recordNumber: 'R-77' });
    const second = await createPatient(at.as('nurse'), { ...newcomer, recordNumber, familyName: 'Other' });
    expect(failureOf(second)).toEqual({ code: 'patient/record-number-taken' });
  });

  test('nobody is born tomorrow', async () => {
    const at = await core();
    const unborn = await createPatient(at.as('nurse'), {
      ...newcomer,
      birthDate: calendarDate('2026-11-03'),
    });
    expect(failureOf(unborn)).toEqual({
      code: 'invalid-input',
      issues: [{ path: 'birthDate', rule: 'in-future' }],
    });
  });

  test('two people who correct the same patient do not overwrite each other', async () => {
    const at = await core();
    const patientId = await aPatient(at, newcomer);
    const { recordNumber, familyName, birthDate, sex } = newcomer;
    const correction = { patientId, baseVersion: 1, recordNumber, familyName, birthDate, sex };
    const first = valueOf(await correctIdentity(at.as('nurse'), { ...correction, givenName: 'Zoe' }));
    expect(first).toMatchObject({ version: 2, givenName: 'Zoe' });
    expect(failureOf(await correctIdentity(at.as('surgeon'), { ...correction, givenName: 'Zoé' }))).toEqual({
      code: 'conflict',
      what: 'patient',
      currentVersion: 2,
    });
    expect(await found(at, 'zoe marie')).toEqual([]);
  });

  test('nothing said about allergies is not the same as none known', async () => {
    const at = await core();
    const patientId = await aPatient(at, newcomer);
    const before = valueOf(await readPatient(at.as('clinician'), patientId)).patient;
    expect(before.allergies).toBeNull();
    const none = { patientId, substances: [], polidocanol: false, proneToHypersensitivity: false };
    const after = valueOf(await stateAllergies(at.as('nurse'), none));
    expect(after.allergies).toMatchObject({ substances: [], statedBy: at.people.nurse.id });
  });

  test('the last weight by its day counts, whenever it was written down', async () => {
    const at = await core();
    const patientId = await aPatient(at, newcomer);
    const weigh = async (onDate: string, weightG: number) =>
      measure(at.as('nurse'), {
        patientId,
        onDate: calendarDate(onDate),
        weightG: grams(weightG),
        heightMm: null,
      });
    valueOf(await weigh('2026-11-02', 60_000));
    const header = valueOf(await weigh('2026-10-01', 70_000));
    expect(header.weight).toEqual({ weightG: 60_000, onDate: '2026-11-02' });
    expect(failureOf(await weigh('2026-11-03', 60_000))).toMatchObject({
      issues: [{ path: 'onDate', rule: 'in-future' }],
    });
    expect(failureOf(await weigh('1980-01-01', 60_000))).toMatchObject({
      issues: [{ path: 'onDate', rule: 'before-birth' }],
    });
  });
});
