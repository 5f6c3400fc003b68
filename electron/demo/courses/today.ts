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

/** Closed this morning, to be signed by the surgeon. */
const ANDERSEN: Course = {
  who: {
    recordNumber: 'DC-00388',
    familyName: 'Andersen',
    givenName: 'Pia',
    birthDate: '1969-02-02',
    heightMm: 1660,
    weightG: 71_500,
    allergies: NO_ALLERGIES,
  },
  begins: { on: -98, time: '11:00' },
  surgeon: 'okafor',
  reason: 'Spider and reticular veins of both legs, worse since the menopause',
  findings: { ceap: { right: 'C1', left: 'C1' }, fitzpatrick: 'II', earlierTreatment: 'None' },
  legs: {
    right: [...OUTER_THIGH, ...HOLLOW_OF_KNEE, ...INNER_KNEE, { at: 'line, calf' }],
    left: [...OUTER_THIGH, ...BACK_OF_THIGH, ...INNER_KNEE],
  },
  sessions: [
    { on: -77, time: '08:30', veins: ['R1', 'R4', 'R6'] },
    { on: -56, time: '08:30', veins: ['L1', 'L4', 'L6'] },
    { on: -35, time: '08:30', veins: ['R2', 'R3', 'R5'] },
    { on: 0, time: '08:30', veins: ['R7', 'R8'] },
    { on: 21, time: '08:30', veins: ['L2', 'L3', 'L5', 'L7'] },
  ],
  held: [
    { on: -77, time: '08:32', number: 1, legs: ['right'], nurse: 'brandt', weightG: 71_500 },
    { on: -56, time: '08:36', number: 2, legs: ['left'], nurse: 'brandt', weightG: 71_000 },
    {
      on: -35,
      time: '08:31',
      number: 3,
      legs: ['right'],
      nurse: 'silva',
      weightG: 71_300,
      departures: { 2: { volumeUl: 400, reason: 'Wide segment, no blanching at 0.3 mL' } },
    },
    {
      on: 0,
      time: '08:24',
      number: 4,
      legs: ['right'],
      nurse: 'brandt',
      weightG: 71_000,
      departures: { 4: { volumeUl: 350, reason: 'Two branches from one puncture' } },
      ends: 'closed',
      ending: { compressionClass: 'bandage', compressionDays: 3, note: 'Well tolerated.' },
    },
  ],
};

/** All is planned, but the consent is missing. */
const OKONKWO: Course = {
  who: {
    recordNumber: 'DC-00431',
    familyName: 'Okonkwo',
    givenName: 'Grace',
    birthDate: '1990-07-30',
    heightMm: 1710,
    weightG: 66_000,
    allergies: NO_ALLERGIES,
  },
  begins: { on: -14, time: '15:10' },
  surgeon: 'kowal',
  reason: 'Spider veins of the thighs after two pregnancies',
  findings: { ceap: { right: 'C1', left: 'C1' }, fitzpatrick: 'VI', earlierTreatment: 'None' },
  consents: false,
  legs: {
    right: [...INNER_THIGH, { at: 'line, inner thigh', colour: 'purple' }],
    left: [...OUTER_THIGH, ...INNER_KNEE],
  },
  sessions: [
    { on: 0, time: '10:15', veins: ['L1', 'L2', 'L3', 'L4', 'L5'] },
    { on: 21, time: '10:15', veins: ['R1', 'R2', 'R3'] },
  ],
};

/** Ready for the last of three sessions. */
const FERREIRA: Course = {
  who: {
    recordNumber: 'DC-00402',
    familyName: 'Ferreira',
    givenName: 'Ana',
    birthDate: '1975-11-18',
    heightMm: 1630,
    weightG: 62_000,
    allergies: { substances: ['latex'], polidocanol: false, proneToHypersensitivity: false },
  },
  begins: { on: -63, time: '14:00' },
  surgeon: 'okafor',
  reason: 'Reticular veins behind the knees, webs at the calf',
  findings: { ceap: { right: 'C1', left: 'C1' }, fitzpatrick: 'III', earlierTreatment: 'Laser, 2019' },
  legs: {
    right: [...HOLLOW_OF_KNEE, ...BACK_OF_THIGH, { at: 'line, outer knee' }],
    left: [...HOLLOW_OF_KNEE, ...INNER_KNEE],
  },
  sessions: [
    { on: -42, time: '11:00', veins: ['R1', 'R3'] },
    { on: -21, time: '11:00', veins: ['L1', 'L2', 'L3', 'L4'] },
    { on: 0, time: '11:00', veins: ['R2', 'R4', 'R5'] },
  ],
  held: [
    { on: -42, time: '11:04', number: 1, legs: ['right'], nurse: 'silva', weightG: 62_000 },
    {
      on: -21,
      time: '11:02',
      number: 2,
      legs: ['left'],
      nurse: 'silva',
      weightG: 61_800,
      departures: {
        1: { volumeUl: 400, reason: 'wide segment, no blanching at 0.3 mL.' },
        12: { volumeUl: 20, volumeConfirmed: true },
      },
    },
  ],
};

/** Each session comes near the limit of a slight person. */
const HALVORSEN: Course = {
  who: {
    recordNumber: 'DC-00365',
    familyName: 'Halvorsen',
    givenName: 'Kari',
    birthDate: '1958-05-05',
    heightMm: 1580,
    weightG: 47_500,
    allergies: NO_ALLERGIES,
  },
  begins: { on: -42, time: '09:30' },
  surgeon: 'okafor',
  reason: 'Reticular veins of both thighs, heaviness in the evening',
  findings: {
    ceap: { right: 'C1', left: 'C1' },
    symptomatic: true,
    vcss: { right: { pain: 1 }, left: { pain: 1 } },
    fitzpatrick: 'I',
    earlierTreatment: 'Stripping of the left great saphenous vein, 1996',
    duplex: 'No reflux in the deep veins or the small saphenous veins; left great saphenous vein absent.',
    present: { diabetes: 'Type 2, diet alone, HbA1c 6.4 %, skin and feet in good order' },
  },
  legs: {
    right: [...OUTER_THIGH, ...OUTER_THIGH_FRONT, ...BACK_OF_THIGH],
    left: [...OUTER_THIGH, ...OUTER_THIGH_FRONT, ...BACK_OF_THIGH, ...HOLLOW_OF_KNEE],
  },
  sessions: [
    { on: -21, time: '13:30', veins: ['R1', 'R4', 'R6', 'R7', 'R3', 'R2'] },
    { on: 0, time: '13:30', veins: ['L1', 'L4', 'L6', 'L8', 'L2', 'L3'] },
    { on: 21, time: '13:30', veins: ['L5', 'L7', 'L9'] },
    { on: 42, time: '13:30', veins: ['R5'] },
  ],
  held: [{ on: -21, time: '13:33', number: 1, legs: ['right'], nurse: 'silva', weightG: 47_500 }],
};

/** New, not weighed yet, allergies not asked yet. */
const MUELLER: Course = {
  who: {
    recordNumber: 'DC-00440',
    familyName: 'Müller',
    givenName: 'Sabine',
    birthDate: '1986-01-21',
    heightMm: 1690,
    weightG: null,
    allergies: null,
  },
  begins: { on: -9, time: '16:20' },
  surgeon: 'kowal',
  reason: 'Webs at the outer knees',
  findings: { ceap: { right: 'C1', left: 'C1' }, fitzpatrick: 'II', earlierTreatment: 'None' },
  legs: {
    right: [...OUTER_THIGH, { at: 'web, outer leg' }],
    left: [...OUTER_THIGH, { at: 'line, front of knee' }],
  },
  sessions: [
    { on: 0, time: '14:30', veins: ['R1', 'R2', 'R3', 'R4'] },
    { on: 21, time: '14:30', veins: ['L1', 'L2', 'L3'] },
    { on: 42, time: '14:30', veins: ['L4'] },
  ],
};

/** Both legs in one session, ready for the second. */
const KOWALCZYK: Course = {
  who: {
    recordNumber: 'DC-00429',
    familyName: 'Kowalczyk',
    givenName: 'Ewa',
    birthDate: '1979-09-09',
    heightMm: 1740,
    weightG: 78_000,
    allergies: NO_ALLERGIES,
  },
  begins: { on: -35, time: '10:40' },
  surgeon: 'okafor',
  reason: 'Few veins on both legs, wishes to have both treated together',
  findings: {
    ceap: { right: 'C1', left: 'C1' },
    fitzpatrick: 'II',
    earlierTreatment: 'None',
    duplex: 'No reflux in the deep or saphenous veins of either leg.',
  },
  legs: {
    right: [...INNER_KNEE, { at: 'line, front of thigh' }, ...INNER_ANKLE],
    left: [...HOLLOW_OF_KNEE, { at: 'line, front of thigh', colour: 'purple' }],
  },
  doses: { R4: { strengthUgPerMl: 2_500, volumePerPunctureUl: 100, punctures: 6 } },
  sessions: [
    { on: -21, time: '15:30', veins: ['R1', 'L1'] },
    { on: 0, time: '15:30', veins: ['R2', 'R3', 'R4', 'L2', 'L3'] },
  ],
  held: [{ on: -21, time: '15:34', number: 1, legs: ['right', 'left'], nurse: 'brandt', weightG: 78_000 }],
};

/** Those who come today, but for the one who is being treated just now. */
export const TODAYS_COURSES: readonly Course[] = [ANDERSEN, OKONKWO, FERREIRA, HALVORSEN, MUELLER, KOWALCZYK];
