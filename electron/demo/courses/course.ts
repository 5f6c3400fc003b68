import { LEGS, type Leg } from '../../../shared/domain/leg-map/vein.ts';
import type { CaseId, PatientId } from '../../../shared/kernel/ids.ts';
import { as, type DemoClinic, type StaffName } from '../demo-clinic.ts';
import { after, type ClockTime } from '../demo-time.ts';
import type { Script } from '../scripts.ts';
import { admit, assess, beginCase, consent, type Findings, type Newcomer } from '../steps/first-visit.ts';
import {
  close,
  dueIn,
  injectAll,
  open,
  sign,
  walk,
  type Departures,
  type Ending,
} from '../steps/hold-session.ts';
import { draw, plan, remeasure, type DoseWish } from '../steps/map-and-plan.ts';
import { markMap, type MarkWish } from '../steps/mark-map.ts';
import { review, type ReviewWish } from '../steps/record-review.ts';
import type { VeinWish } from '../veins/draw-leg.ts';

/** A session as it is planned: when, and which veins by label. Days are counted from today. */
export interface PlannedSitting {
  readonly on: number;
  readonly time: ClockTime;
  readonly veins: readonly string[];
}

/** A session as it was held. */
export interface Sitting {
  readonly on: number;
  readonly time: ClockTime;
  readonly number: number;
  readonly legs: readonly Leg[];
  readonly nurse: StaffName;
  readonly weightG: number;
  readonly ends?: 'closed' | 'signed';
  readonly signedBy?: StaffName;
  readonly ending?: Ending;
  readonly departures?: Departures;
}

/** A review, and when it was. */
export interface SeenAgain extends ReviewWish {
  readonly on: number;
  readonly time: ClockTime;
}

/** A later look at the map: veins that were found then, and others measured anew, by label. */
export interface MappedAgain {
  readonly on: number;
  readonly time: ClockTime;
  readonly found?: Partial<Record<Leg, readonly VeinWish[]>>;
  readonly diametersMm?: Readonly<Record<string, number>>;
  readonly marks?: readonly MarkWish[];
}

/** A patient's course, told as data. Days are counted from today. */
export interface Course {
  readonly who: Newcomer;
  readonly begins: { readonly on: number; readonly time: ClockTime };
  readonly surgeon: StaffName;
  readonly reason: string;
  readonly findings?: Findings;
  readonly consents?: boolean;
  readonly legs?: Partial<Record<Leg, readonly VeinWish[]>>;
  readonly scattered?: Partial<Record<Leg, number>>;
  readonly marks?: readonly MarkWish[];
  readonly sessions?: readonly PlannedSitting[];
  readonly doses?: Readonly<Record<string, DoseWish>>;
  readonly held?: readonly Sitting[];
  readonly reviews?: readonly SeenAgain[];
  readonly mappedAgain?: readonly MappedAgain[];
}

/** Plays a course: first visit, map, plan, sessions, reviews, later looks at the map. */
export async function* playCourse(clinic: DemoClinic, course: Course): Script {
  const { caseId } = yield* playFirstVisit(clinic, course);
  const visits = [
    ...(course.held ?? []).map((sitting) => ({
      ...sitting,
      play: () => playSitting(clinic, caseId, sitting),
    })),
    ...(course.reviews ?? []).map((seen) => ({ ...seen, play: () => playReview(clinic, caseId, seen) })),
    ...(course.mappedAgain ?? []).map((look) => ({
      ...look,
      play: () => playMappedAgain(clinic, caseId, course, look),
    })),
  ];
  const inOrder = visits.toSorted((a, b) => a.on - b.on || a.time.localeCompare(b.time));
  for (const { play } of inOrder) yield* play();
}

async function* playReview(clinic: DemoClinic, caseId: CaseId, { on, time, ...seen }: SeenAgain): Script {
  yield clinic.calendar.moment(on, time);
  await review(as(clinic, 'soerensen'), caseId, seen);
}

async function* playMappedAgain(
  clinic: DemoClinic,
  caseId: CaseId,
  course: Course,
  { on, time, found, diametersMm, marks }: MappedAgain,
): Script {
  const start = clinic.calendar.moment(on, time);
  yield start;
  const surgeon = as(clinic, course.surgeon);
  for (const leg of LEGS) {
    const wishes = found?.[leg];
    const seed = `${course.who.recordNumber} ${leg}, found later`;
    if (wishes) await draw(surgeon, caseId, { leg, seed, wishes });
  }
  if (diametersMm) await remeasure(surgeon, caseId, diametersMm);
  if (marks) await markMap(surgeon, caseId, marks);
}

/** Plays a course up to its plan. */
export async function* playFirstVisit(
  clinic: DemoClinic,
  course: Course,
): Script<{ readonly patientId: PatientId; readonly caseId: CaseId }> {
  const arrival = clinic.calendar.moment(course.begins.on, course.begins.time);
  yield arrival;
  const patientId = await admit(as(clinic, 'silva'), course.who);
  yield after(arrival, 6 * 60);
  const surgeon = as(clinic, course.surgeon);
  const caseId = await beginCase(surgeon, patientId, course.reason);
  if (course.findings) {
    yield after(arrival, 14 * 60);
    await assess(surgeon, caseId, course.findings);
  }
  yield* playMapping(clinic, caseId, course);
  return { patientId, caseId };
}

/** Plays what follows the assessment: consent, the map of each leg, the plan. */
export async function* playMapping(
  clinic: DemoClinic,
  caseId: CaseId,
  course: Pick<
    Course,
    'who' | 'begins' | 'surgeon' | 'consents' | 'legs' | 'scattered' | 'marks' | 'sessions' | 'doses'
  >,
): Script {
  const arrival = clinic.calendar.moment(course.begins.on, course.begins.time);
  const surgeon = as(clinic, course.surgeon);
  if (course.consents ?? true) {
    yield after(arrival, 18 * 60);
    await consent(surgeon, caseId);
  }
  for (const [index, leg] of LEGS.entries()) {
    const wishes = course.legs?.[leg];
    if (!wishes) continue;
    yield after(arrival, (24 + 6 * index) * 60);
    const seed = `${course.who.recordNumber} ${leg}`;
    await draw(surgeon, caseId, { leg, seed, wishes, scattered: course.scattered?.[leg] ?? 0 });
  }
  if (course.marks) {
    yield after(arrival, 35 * 60);
    await markMap(surgeon, caseId, course.marks);
  }
  if (course.sessions) {
    yield after(arrival, 37 * 60);
    await plan(surgeon, caseId, planOf(clinic, course.sessions, course.doses));
  }
}

function planOf(clinic: DemoClinic, sessions: readonly PlannedSitting[], doses: Course['doses']) {
  return {
    sessions: sessions.map(({ on, time }, index) => ({
      number: index + 1,
      onDate: clinic.calendar.day(on),
      atTime: time,
    })),
    sessionOf: (label: string) => {
      const index = sessions.findIndex(({ veins }) => veins.includes(label));
      return index === -1 ? null : index + 1;
    },
    ...(doses && { doses }),
  };
}

/** Plays a session from its checks to its signatures. */
export async function* playSitting(clinic: DemoClinic, caseId: CaseId, sitting: Sitting): Script {
  const start = clinic.calendar.moment(sitting.on, sitting.time);
  yield start;
  const sessionId = await open(clinic, { ...sitting, caseId });
  const dues = await dueIn(clinic, sessionId);
  const from = after(start, 4 * 60);
  const last = yield* injectAll(clinic, sitting.nurse, sessionId, dues, from, sitting.departures);
  yield after(last, 60);
  await walk(clinic, sitting.nurse, sessionId);
  yield after(last, 22 * 60);
  await close(clinic, sitting.nurse, sessionId, sitting.ending);
  if (sitting.ends === 'closed') return;
  yield after(last, 23 * 60);
  await sign(clinic, sitting.nurse, sessionId, 'nurse');
  yield after(last, 30 * 60);
  await sign(clinic, sitting.signedBy ?? 'okafor', sessionId, 'surgeon');
}
