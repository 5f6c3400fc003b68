import { strikeOutInjection } from '../../services/sessions.ts';
import { measure } from '../../services/patients.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { grams } from '../../../shared/kernel/units.ts';
import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import { as, done, type DemoClinic } from '../demo-clinic.ts';
import { after } from '../demo-time.ts';
import type { Script } from '../scripts.ts';
import { assess, beginCase, consent } from '../steps/first-visit.ts';
import { dueIn, inject, injectAll, open } from '../steps/hold-session.ts';
import { draw, goThroughCarried, plan } from '../steps/map-and-plan.ts';
import { review } from '../steps/record-review.ts';
import { playFirstVisit, playSitting, type Course } from './course.ts';
import { DOSES, LEFT, RIGHT, SHIN } from './lindqvist-veins.ts';

const FIRST_MAP = -286 * 7;
const SECOND_MAP = -35;

/** The course of years ago: the shin alone. */
const FIRST_COURSE: Course = {
  who: {
    recordNumber: 'DC-00417',
    familyName: 'Lindqvist',
    givenName: 'Maja',
    birthDate: '1981-03-14',
    heightMm: 1520,
    weightG: 46_500,
    allergies: { substances: ['penicillin', 'plaster'], polidocanol: false, proneToHypersensitivity: false },
  },
  begins: { on: FIRST_MAP, time: '10:20' },
  surgeon: 'okafor',
  reason: 'Spider veins of the left shin',
  findings: { ceap: { right: 'C0', left: 'C1' }, fitzpatrick: 'II', earlierTreatment: 'None' },
};

/** The order in which session 2 goes: feeders from above downward, the ankle last. */
const ORDER = ['L1', 'L2', 'L6', 'L5', 'L8', 'L11', 'L10'];
const SECOND_SESSION = new Set(ORDER);

/** Treated years ago, mapped anew five weeks ago, and just now in the midst of her second session. */
export async function* lindqvist(clinic: DemoClinic): Script {
  const { patientId, caseId: first } = yield* playFirstVisit(clinic, FIRST_COURSE);
  yield* playYearsAgo(clinic, first);

  const { moment, day } = clinic.calendar;
  const surgeon = as(clinic, 'okafor');
  yield moment(SECOND_MAP, '10:05');
  await done(
    measure(as(clinic, 'brandt'), {
      patientId,
      onDate: day(SECOND_MAP),
      weightG: grams(44_000),
      heightMm: 1520,
    }),
  );
  yield moment(SECOND_MAP, '10:12');
  const caseId = await beginCase(surgeon, patientId, 'Reticular veins and webs of both legs');
  yield moment(SECOND_MAP, '10:20');
  await assess(surgeon, caseId, {
    ceap: { right: 'C1', left: 'C1' },
    symptomatic: true,
    vcss: { right: { pain: 1 }, left: { pain: 1 } },
    fitzpatrick: 'II',
    earlierTreatment: 'Two sessions here years ago, left shin',
    duplex: 'No reflux in the great and small saphenous veins of either leg; deep veins open.',
  });
  yield moment(SECOND_MAP, '10:24');
  await consent(surgeon, caseId);
  yield moment(SECOND_MAP, '10:26');
  await goThroughCarried(surgeon, caseId, (label) => (label === 'L14' ? 'erase' : 'leave'));
  yield moment(SECOND_MAP, '10:34');
  await draw(surgeon, caseId, { leg: 'right', seed: 'maja right', wishes: RIGHT });
  yield moment(SECOND_MAP, '10:42');
  await draw(surgeon, caseId, { leg: 'left', seed: 'maja left', wishes: LEFT, firstNumber: 1 });
  yield moment(SECOND_MAP, '10:58');
  await plan(surgeon, caseId, {
    sessions: [
      { number: 1, onDate: day(-21), atTime: '09:00' },
      { number: 2, onDate: day(0), atTime: '09:00' },
      { number: 3, onDate: day(21), atTime: '09:00' },
    ],
    order: ORDER,
    sessionOf: (label) => (label.startsWith('R') ? 1 : SECOND_SESSION.has(label) ? 2 : 3),
    doses: DOSES,
  });

  yield* playSitting(clinic, caseId, {
    on: -21,
    time: '09:02',
    number: 1,
    legs: ['right'],
    nurse: 'brandt',
    weightG: 44_000,
  });
  yield* playThisMorning(clinic, caseId);
}

/** Two sessions on the shin, and a review. */
async function* playYearsAgo(clinic: DemoClinic, caseId: CaseId): Script {
  const { moment, day } = clinic.calendar;
  const surgeon = as(clinic, 'okafor');
  yield moment(FIRST_MAP, '10:45');
  await draw(surgeon, caseId, { leg: 'left', seed: 'maja shin', wishes: SHIN, firstNumber: 13 });
  yield moment(FIRST_MAP, '10:52');
  await plan(surgeon, caseId, {
    sessions: [
      { number: 1, onDate: day(FIRST_MAP + 21), atTime: '10:00' },
      { number: 2, onDate: day(FIRST_MAP + 42), atTime: '10:00' },
    ],
    sessionOf: (label) => (label === 'L13' ? 1 : 2),
  });
  const sitting = { legs: ['left'], nurse: 'silva', weightG: 46_500 } as const;
  yield* playSitting(clinic, caseId, { on: FIRST_MAP + 21, time: '10:03', number: 1, ...sitting });
  yield* playSitting(clinic, caseId, { on: FIRST_MAP + 42, time: '10:01', number: 2, ...sitting });
  yield moment(FIRST_MAP + 126, '09:30');
  await review(as(clinic, 'soerensen'), caseId, {
    improvementPercent: 70,
    satisfaction: 'satisfied',
    differing: { L13: 'better', L14: 'cleared' },
  });
}

/** Session 2: 21 of 36 injections are given, one was recorded in the wrong vein and struck out. */
async function* playThisMorning(clinic: DemoClinic, caseId: CaseId): Script {
  const { moment } = clinic.calendar;
  const opened = moment(0, '08:58');
  yield opened;
  const sessionId = await open(clinic, {
    caseId,
    number: 2,
    legs: ['left'],
    weightG: 44_000,
    nurse: 'brandt',
  });
  const dues = await dueIn(clinic, sessionId);
  const of = (label: string) => dues.filter(({ vein }) => veinLabel(vein) === label);
  const right = [...of('L1'), ...of('L2'), ...of('L6')];
  const [wrong] = of('L8');
  if (!wrong) throw new Error('L8 is not due');

  yield* injectAll(clinic, 'brandt', sessionId, right, after(opened, 6 * 60));
  yield moment(0, '09:24');
  const mistaken = await inject(clinic, 'brandt', sessionId, wrong);
  yield after(moment(0, '09:25'), 5);
  await done(
    strikeOutInjection(as(clinic, 'brandt'), { injectionId: mistaken, reason: 'Wrong vein, it was L5' }),
  );
  yield* injectAll(clinic, 'brandt', sessionId, of('L5').slice(0, 3), moment(0, '09:25'));
}
