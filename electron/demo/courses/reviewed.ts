import { NO_ALLERGIES, NO_SIGNS } from '../steps/first-visit.ts';
import type { Course } from './course.ts';
import {
  BACK_OF_THIGH,
  HOLLOW_OF_KNEE,
  INNER_ANKLE,
  INNER_THIGH,
  OUTER_THIGH,
  OUTER_THIGH_FRONT,
} from './vein-sets.ts';

/** Her review is three days late. */
const BAUER: Course = {
  who: {
    recordNumber: 'DC-00352',
    familyName: 'Bauer',
    givenName: 'Elke',
    birthDate: '1963-12-01',
    heightMm: 1650,
    weightG: 68_000,
    allergies: NO_ALLERGIES,
  },
  begins: { on: -150, time: '10:00' },
  surgeon: 'okafor',
  reason: 'Webs of both thighs',
  findings: { ceap: { right: 'C1', left: 'C1' }, fitzpatrick: 'II', earlierTreatment: 'None' },
  legs: { right: [...OUTER_THIGH, ...INNER_THIGH], left: [...OUTER_THIGH, { at: 'line, calf' }] },
  sessions: [
    { on: -129, time: '10:00', veins: ['R1', 'R4'] },
    { on: -108, time: '10:00', veins: ['L1', 'L2', 'L3', 'L4'] },
    { on: -87, time: '10:00', veins: ['R2', 'R3', 'R5'] },
  ],
  held: [
    { on: -129, time: '10:03', number: 1, legs: ['right'], nurse: 'brandt', weightG: 68_000 },
    { on: -108, time: '10:05', number: 2, legs: ['left'], nurse: 'silva', weightG: 67_600 },
    { on: -87, time: '10:02', number: 3, legs: ['right'], nurse: 'brandt', weightG: 67_900 },
  ],
};

/** Her review is today. */
const SANTOS: Course = {
  who: {
    recordNumber: 'DC-00377',
    familyName: 'Santos',
    givenName: 'Lia',
    birthDate: '1994-03-27',
    heightMm: 1680,
    weightG: 59_000,
    allergies: NO_ALLERGIES,
  },
  begins: { on: -112, time: '13:00' },
  surgeon: 'kowal',
  reason: 'Spider veins behind the knees',
  findings: { ceap: { right: 'C1', left: 'C1' }, fitzpatrick: 'IV', earlierTreatment: 'None' },
  legs: { right: [...HOLLOW_OF_KNEE], left: [...HOLLOW_OF_KNEE, { at: 'line, calf', colour: 'purple' }] },
  sessions: [
    { on: -105, time: '13:00', veins: ['R1', 'R2'] },
    { on: -84, time: '13:00', veins: ['L1', 'L2', 'L3'] },
  ],
  held: [
    {
      on: -105,
      time: '13:02',
      number: 1,
      legs: ['right'],
      nurse: 'silva',
      weightG: 59_000,
      signedBy: 'kowal',
    },
    { on: -84, time: '13:05', number: 2, legs: ['left'], nurse: 'silva', weightG: 59_400, signedBy: 'kowal' },
  ],
};

/** A long course; the last review is due in two days. */
const DUBOIS: Course = {
  who: {
    recordNumber: 'DC-00340',
    familyName: 'Dubois',
    givenName: 'Claire',
    birthDate: '1971-06-16',
    heightMm: 1620,
    weightG: 57_000,
    allergies: { substances: ['iodine'], polidocanol: false, proneToHypersensitivity: false },
  },
  begins: { on: -260, time: '11:30' },
  surgeon: 'okafor',
  reason: 'Extensive reticular veins and webs of both legs',
  findings: {
    ceap: { right: 'C1', left: 'C1' },
    fitzpatrick: 'II',
    earlierTreatment: 'Sclerotherapy elsewhere, 2012',
    duplex: 'No reflux in the deep or saphenous veins of either leg.',
  },
  legs: {
    right: [...OUTER_THIGH, ...HOLLOW_OF_KNEE],
    left: [...OUTER_THIGH, ...BACK_OF_THIGH, ...INNER_ANKLE],
  },
  marks: [
    { sites: 6, in: 'L6', note: 'Weakest strength, slowly.' },
    { note: 'Duplex here before the first injection.', by: 'L6' },
  ],
  doses: { L6: { strengthUgPerMl: 2_500, volumePerPunctureUl: 100, punctures: 6 } },
  sessions: [
    { on: -239, time: '11:30', veins: ['R1', 'R4'] },
    { on: -218, time: '11:30', veins: ['L1', 'L4'] },
    { on: -197, time: '11:30', veins: ['R2', 'R3', 'R5'] },
    { on: -176, time: '11:30', veins: ['L2', 'L3', 'L5'] },
    { on: -82, time: '11:30', veins: ['L6'] },
  ],
  held: [
    { on: -239, time: '11:33', number: 1, legs: ['right'], nurse: 'brandt', weightG: 57_000 },
    { on: -218, time: '11:34', number: 2, legs: ['left'], nurse: 'brandt', weightG: 56_500 },
    { on: -197, time: '11:31', number: 3, legs: ['right'], nurse: 'silva', weightG: 56_800 },
    { on: -176, time: '11:36', number: 4, legs: ['left'], nurse: 'brandt', weightG: 57_200 },
    { on: -82, time: '11:32', number: 5, legs: ['left'], nurse: 'silva', weightG: 57_000 },
  ],
  reviews: [
    {
      on: -92,
      time: '09:40',
      improvementPercent: 60,
      satisfaction: 'satisfied',
      note: 'Fan at the inner left ankle still to do.',
      pigmentation: { R1: 2, L1: 1 },
      matting: { R2: 1 },
      legs: { right: { ceap: 'C1', vcss: null }, left: { ceap: 'C1', vcss: null } },
    },
  ],
};

/** Finished, with two reviews: one vein came back, and new ones were found. Her leg was measured. */
const MARCHETTI: Course = {
  who: {
    recordNumber: 'DC-00318',
    familyName: 'Marchetti',
    givenName: 'Giulia',
    birthDate: '1983-08-11',
    heightMm: 1670,
    weightG: 60_500,
    allergies: NO_ALLERGIES,
  },
  begins: { on: -252, time: '16:00' },
  surgeon: 'okafor',
  reason: 'Outer thigh and knee, both legs; cosmetic',
  findings: { ceap: { right: 'C1', left: 'C1' }, fitzpatrick: 'III', earlierTreatment: 'None' },
  legs: {
    right: [...OUTER_THIGH, { at: 'line, outer knee' }],
    left: [...OUTER_THIGH, ...OUTER_THIGH_FRONT],
  },
  marks: [
    { kneeToAnkleMm: 401, leg: 'left' },
    { sites: 4, in: 'L1', note: 'From above downward.' },
    { sites: 2, in: 'L4' },
    { note: 'Small scar from a fall, not a vein.', by: 'L5' },
  ],
  sessions: [
    { on: -231, time: '16:00', veins: ['R1', 'R2', 'R3', 'R4'] },
    { on: -210, time: '16:00', veins: ['L1', 'L2', 'L3', 'L4', 'L5'] },
  ],
  held: [
    { on: -231, time: '16:02', number: 1, legs: ['right'], nurse: 'silva', weightG: 60_500 },
    { on: -210, time: '16:04', number: 2, legs: ['left'], nurse: 'brandt', weightG: 60_000 },
  ],
  reviews: [
    {
      on: -126,
      time: '10:20',
      improvementPercent: 65,
      satisfaction: 'satisfied',
      note: 'Brown line along the outer thigh, explained; sun protection.',
      pigmentation: { R1: 2, L1: 2, L4: 1 },
      matting: { R2: 1 },
      differing: { R1: 'better', R4: 'cleared', L1: 'better', L4: 'cleared', L5: 'same' },
    },
    {
      on: -28,
      time: '10:00',
      improvementPercent: 85,
      satisfaction: 'very-satisfied',
      note: 'Pigmentation fading. No further session wished.',
      pigmentation: { R1: 1 },
      differing: { R1: 'cleared', R2: 'better', L1: 'better', L4: 'same', L5: 'better' },
      disposition: { R2: 'laser', L1: 'done', L4: 'rest', L5: 'done' },
      restDays: 84,
      legs: {
        right: { ceap: 'C1', vcss: NO_SIGNS },
        left: { ceap: 'C1', vcss: { ...NO_SIGNS, pigmentation: 1 } },
      },
    },
  ],
  mappedAgain: [
    {
      on: -126,
      time: '10:05',
      found: { left: [{ at: 'line, outer knee' }] },
      diametersMm: { R1: 1.2, L1: 1.3 },
    },
    {
      on: -28,
      time: '09:50',
      found: { right: [{ at: 'line, front of thigh' }] },
      marks: [{ note: 'Came back: look again in spring.', by: 'L4' }],
    },
  ],
};

/** Courses that were carried through, reviewed or about to be. */
export const REVIEWED_COURSES: readonly Course[] = [BAUER, SANTOS, DUBOIS, MARCHETTI];
