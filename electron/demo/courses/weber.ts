import type { DemoClinic } from '../demo-clinic.ts';
import type { Script } from '../scripts.ts';
import { NO_ALLERGIES } from '../steps/first-visit.ts';
import { playCourse, type Course } from './course.ts';
import { HOLLOW_OF_KNEE } from './vein-sets.ts';

const COURSE: Course = {
  who: {
    recordNumber: 'DC-00395',
    familyName: 'Weber',
    givenName: 'Ruth',
    birthDate: '1960-10-30',
    heightMm: 1640,
    weightG: 74_000,
    allergies: NO_ALLERGIES,
  },
  begins: { on: -49, time: '13:40' },
  surgeon: 'okafor',
  reason: 'A varicose tributary at the inner right leg, and reticular veins',
  findings: {
    ceap: { right: 'C2', left: 'C0' },
    symptomatic: true,
    vcss: { right: { pain: 1, 'varicose-veins': 1 } },
    fitzpatrick: 'II',
    earlierTreatment: 'Endovenous laser of the right great saphenous vein, 2021',
    duplex:
      'Right great saphenous vein closed. A tributary of 4.2 mm below the knee refluxes; deep veins open.',
  },
  legs: {
    right: [
      {
        at: 'inner leg',
        kind: 'varicose',
        colour: 'blue',
        diameterMm: 4.2,
        note: 'Under ultrasound, foam 1 + 4.',
      },
      { at: 'web, inner leg', colour: 'purple', fedBy: 'inner leg' },
      ...HOLLOW_OF_KNEE,
    ],
  },
  marks: [
    { sites: 2, in: 'R1', note: 'Under ultrasound.' },
    { note: 'Reflux seen here on duplex.', by: 'R1' },
  ],
  doses: { R1: { form: 'foam', strengthUgPerMl: 10_000, punctures: 2, volumePerPunctureUl: 2_000 } },
  sessions: [
    { on: -28, time: '12:00', veins: ['R1'] },
    { on: 1, time: '12:00', veins: ['R2', 'R3', 'R4'] },
  ],
  held: [
    {
      on: -28,
      time: '12:05',
      number: 1,
      legs: ['right'],
      nurse: 'brandt',
      weightG: 74_000,
      ending: {
        compressionClass: 'bandage',
        compressionDays: 7,
        fullLength: true,
        note: 'Fetched by her husband, does not drive today.',
      },
    },
  ],
};

/** Foam into a varicose tributary first, the veins that it feeds afterwards. */
export const weber = (clinic: DemoClinic): Script => playCourse(clinic, COURSE);
