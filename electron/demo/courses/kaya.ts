import { stateAllergies } from '../../services/patients.ts';
import { as, done, type DemoClinic } from '../demo-clinic.ts';
import type { Script } from '../scripts.ts';
import { NO_ALLERGIES } from '../steps/first-visit.ts';
import { playFirstVisit, type Course } from './course.ts';
import { INNER_KNEE, OUTER_THIGH } from './vein-sets.ts';

const COURSE: Course = {
  who: {
    recordNumber: 'DC-00436',
    familyName: 'Kaya',
    givenName: 'Elif',
    birthDate: '1984-02-29',
    heightMm: 1610,
    weightG: 58_000,
    allergies: NO_ALLERGIES,
  },
  begins: { on: -16, time: '10:10' },
  surgeon: 'okafor',
  reason: 'Reticular veins of the left leg',
  findings: { ceap: { right: 'C0', left: 'C1' }, fitzpatrick: 'III', earlierTreatment: 'None' },
  legs: { left: [...OUTER_THIGH, ...INNER_KNEE] },
  sessions: [{ on: 0, time: '16:15', veins: ['L1', 'L2', 'L3', 'L4'] }],
};

/** All was planned when she remembered what happened at another clinic: allergic to polidocanol, not to be treated. */
export async function* kaya(clinic: DemoClinic): Script {
  const { patientId } = yield* playFirstVisit(clinic, COURSE);
  yield clinic.calendar.moment(-1, '17:05');
  await done(
    stateAllergies(as(clinic, 'silva'), {
      patientId,
      substances: ['polidocanol (hives and wheezing, 2016)'],
      polidocanol: true,
      proneToHypersensitivity: true,
    }),
  );
}
