import { as, type DemoClinic } from '../demo-clinic.ts';
import type { Script } from '../scripts.ts';
import { assess, beginCase, consent, NO_ALLERGIES } from '../steps/first-visit.ts';
import { draw, goThroughCarried, type CarriedFate } from '../steps/map-and-plan.ts';
import { review } from '../steps/record-review.ts';
import { playFirstVisit, playSitting, type Course } from './course.ts';
import { BACK_OF_THIGH, HOLLOW_OF_KNEE, INNER_KNEE, OUTER_THIGH } from './vein-sets.ts';

const FOUR_YEARS_AGO = -4 * 364;

const FIRST_COURSE: Course = {
  who: {
    recordNumber: 'DC-00211',
    familyName: 'Janssen',
    givenName: 'Femke',
    birthDate: '1976-01-08',
    heightMm: 1770,
    weightG: 69_000,
    allergies: NO_ALLERGIES,
  },
  begins: { on: FOUR_YEARS_AGO, time: '10:00' },
  surgeon: 'okafor',
  reason: 'Reticular veins and webs of both legs',
  findings: { ceap: { right: 'C1', left: 'C1' }, fitzpatrick: 'II', earlierTreatment: 'None' },
  legs: { right: [...OUTER_THIGH, ...INNER_KNEE], left: [...HOLLOW_OF_KNEE, ...BACK_OF_THIGH] },
  sessions: [
    { on: FOUR_YEARS_AGO + 21, time: '10:00', veins: ['R1', 'R2', 'R4'] },
    { on: FOUR_YEARS_AGO + 42, time: '10:00', veins: ['L1', 'L2', 'L3', 'L4'] },
  ],
};

/** What became of the veins of the first course by the time of the second. */
const FATES: Readonly<Record<string, CarriedFate>> = {
  R1: 'erase',
  R2: 'erase',
  R3: 'confirm',
  R4: 'leave',
  R5: 'confirm',
  L1: 'erase',
  L2: 'erase',
};

/** Back after four years: the old map is carried over, part of it gone through, part still to be confirmed. */
export async function* janssen(clinic: DemoClinic): Script {
  const { patientId, caseId: first } = yield* playFirstVisit(clinic, FIRST_COURSE);
  const sitting = { nurse: 'silva', weightG: 69_000 } as const;
  yield* playSitting(clinic, first, {
    on: FOUR_YEARS_AGO + 21,
    time: '10:03',
    number: 1,
    legs: ['right'],
    ...sitting,
  });
  yield* playSitting(clinic, first, {
    on: FOUR_YEARS_AGO + 42,
    time: '10:02',
    number: 2,
    legs: ['left'],
    ...sitting,
  });
  yield clinic.calendar.moment(FOUR_YEARS_AGO + 133, '11:00');
  await review(as(clinic, 'soerensen'), first, { improvementPercent: 70, satisfaction: 'satisfied' });

  const surgeon = as(clinic, 'okafor');
  yield clinic.calendar.moment(-2, '11:40');
  const second = await beginCase(surgeon, patientId, 'New veins since the last pregnancy');
  yield clinic.calendar.moment(-2, '11:46');
  await assess(surgeon, second, {
    ceap: { right: 'C1', left: 'C1' },
    earlierTreatment: 'Two sessions here, four years ago',
  });
  yield clinic.calendar.moment(-2, '11:50');
  await consent(surgeon, second);
  yield clinic.calendar.moment(-2, '11:55');
  await goThroughCarried(surgeon, second, (label) => FATES[label] ?? 'leave');
  yield clinic.calendar.moment(-2, '12:02');
  await draw(surgeon, second, {
    leg: 'left',
    seed: 'DC-00211 left, new',
    wishes: [
      { at: 'line, inner thigh' },
      { at: 'web, inner knee', diameterMm: 0.4 },
      { at: 'outer thigh, front' },
    ],
  });
}
