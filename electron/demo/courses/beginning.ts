import { NO_ALLERGIES } from '../steps/first-visit.ts';
import type { Course } from './course.ts';
import {
  BACK_OF_THIGH,
  HOLLOW_OF_KNEE,
  INNER_ANKLE,
  INNER_KNEE,
  INNER_THIGH,
  OUTER_THIGH,
  OUTER_THIGH_FRONT,
} from './vein-sets.ts';

/** Fresh: admitted, nothing mapped yet. */
const TANAKA: Course = {
  who: {
    recordNumber: 'DC-00446',
    familyName: 'Tanaka',
    givenName: 'Yuki',
    birthDate: '1997-04-02',
    heightMm: 1570,
    weightG: 51_000,
    allergies: NO_ALLERGIES,
  },
  begins: { on: -1, time: '16:40' },
  surgeon: 'okafor',
  reason: 'Red webs at the knees',
  consents: false,
};

/** Mapped, not planned. */
const OBRIEN: Course = {
  who: {
    recordNumber: 'DC-00443',
    familyName: "O'Brien",
    givenName: 'Niamh',
    birthDate: '1988-10-23',
    heightMm: 1750,
    weightG: 73_000,
    allergies: NO_ALLERGIES,
  },
  begins: { on: -3, time: '09:20' },
  surgeon: 'kowal',
  reason: 'Reticular veins and webs of the right leg',
  findings: { ceap: { right: 'C1', left: 'C0' }, fitzpatrick: 'I', earlierTreatment: 'None' },
  legs: { right: [...OUTER_THIGH, ...INNER_KNEE, { at: 'line, front of knee' }] },
};

/** Of low weight: the mass limit is 77.0 mg. */
const NGUYEN: Course = {
  who: {
    recordNumber: 'DC-00433',
    familyName: 'Nguyen',
    givenName: 'Linh',
    birthDate: '1992-12-12',
    heightMm: 1490,
    weightG: 38_500,
    allergies: NO_ALLERGIES,
  },
  begins: { on: -28, time: '14:50' },
  surgeon: 'okafor',
  reason: 'Reticular veins of the outer thighs',
  findings: { ceap: { right: 'C1', left: 'C1' }, fitzpatrick: 'IV', earlierTreatment: 'None' },
  legs: {
    right: [...OUTER_THIGH, ...OUTER_THIGH_FRONT, ...HOLLOW_OF_KNEE],
    left: [...OUTER_THIGH, ...HOLLOW_OF_KNEE],
  },
  sessions: [
    { on: -14, time: '14:50', veins: ['R1', 'R4', 'R6', 'R2', 'R3'] },
    { on: 7, time: '14:50', veins: ['L1', 'L4', 'L2', 'L3'] },
    { on: 28, time: '14:50', veins: ['R5', 'R7'] },
    { on: 49, time: '14:50', veins: ['L5'] },
  ],
  held: [{ on: -14, time: '14:54', number: 1, legs: ['right'], nurse: 'brandt', weightG: 38_500 }],
};

/** Very many veins: sixty and more. */
const BERG: Course = {
  who: {
    recordNumber: 'DC-00438',
    familyName: 'Berg',
    givenName: 'Solveig',
    birthDate: '1955-07-07',
    heightMm: 1720,
    weightG: 82_000,
    allergies: { substances: ['plaster'], polidocanol: false, proneToHypersensitivity: false },
  },
  begins: { on: -21, time: '09:10' },
  surgeon: 'okafor',
  reason: 'Telangiectasias everywhere on both legs for thirty years',
  findings: {
    ceap: { right: 'C1', left: 'C1' },
    symptomatic: true,
    vcss: { right: { pain: 1 }, left: { pain: 1 } },
    fitzpatrick: 'I',
    earlierTreatment: 'Several courses elsewhere, the last in 2008',
    duplex: 'No reflux in the deep or saphenous veins.',
  },
  legs: {
    right: [...OUTER_THIGH, ...OUTER_THIGH_FRONT, ...HOLLOW_OF_KNEE, ...INNER_KNEE, ...INNER_ANKLE],
    left: [...OUTER_THIGH, ...BACK_OF_THIGH, ...INNER_THIGH, ...HOLLOW_OF_KNEE],
  },
  scattered: { right: 26, left: 26 },
  doses: { R10: { strengthUgPerMl: 2_500, volumePerPunctureUl: 100, punctures: 6 } },
  sessions: [
    { on: -7, time: '10:30', veins: ['R1', 'R4', 'R6', 'R8'] },
    { on: 14, time: '10:30', veins: ['L1', 'L4', 'L6', 'L8'] },
    { on: 35, time: '10:30', veins: ['R2', 'R3', 'R5', 'R7', 'R9', 'R10'] },
    { on: 56, time: '10:30', veins: ['L2', 'L3', 'L5', 'L7', 'L9'] },
    { on: 77, time: '10:30', veins: ['R11', 'R12', 'R13', 'R14', 'R15', 'R16', 'R17', 'R18', 'R19', 'R20'] },
  ],
  held: [{ on: -7, time: '10:33', number: 1, legs: ['right'], nurse: 'silva', weightG: 82_000 }],
};

/** Closed a fortnight ago and never signed. */
const NOVAK: Course = {
  who: {
    recordNumber: 'DC-00427',
    familyName: 'Novak',
    givenName: 'Jana',
    birthDate: '1981-05-19',
    heightMm: 1640,
    weightG: 64_000,
    allergies: NO_ALLERGIES,
  },
  begins: { on: -30, time: '11:10' },
  surgeon: 'kowal',
  reason: 'Webs at the inner knees',
  findings: { ceap: { right: 'C1', left: 'C1' }, fitzpatrick: 'II', earlierTreatment: 'None' },
  legs: { right: [...INNER_KNEE], left: [...INNER_KNEE, { at: 'line, inner thigh' }] },
  sessions: [
    { on: -14, time: '09:00', veins: ['R1', 'R2'] },
    { on: 7, time: '09:00', veins: ['L1', 'L2', 'L3'] },
  ],
  held: [
    { on: -14, time: '09:03', number: 1, legs: ['right'], nurse: 'silva', weightG: 64_000, ends: 'closed' },
  ],
};

/** Courses at their beginning. */
export const BEGINNING_COURSES: readonly Course[] = [TANAKA, OBRIEN, NGUYEN, BERG, NOVAK];
