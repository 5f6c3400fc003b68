import type { Leg } from '../../../shared/domain/leg-map/vein.ts';
import type { CaseId, PatientId } from '../../../shared/kernel/ids.ts';
import { as, type DemoClinic, type StaffName } from '../demo-clinic.ts';
import { after, type ClockTime } from '../demo-time.ts';
import type { Script } from '../scripts.ts';
import { admit, assess, beginCase, consent, type Findings, type Newcomer } from '../steps/first-visit.ts';
import { close, dueIn, injectAll, open, sign, type Ending } from '../steps/hold-session.ts';
import { draw, plan, type DoseWish } from '../steps/map-and-plan.ts';
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
}

/** A review, and when it was. */
export interface SeenAgain extends ReviewWish {
  readonly on: number;
  readonly time: ClockTime;
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
  readonly sessions?: readonly PlannedSitting[];
  readonly doses?: Readonly<Record<string, DoseWish>>;
  readonly held?: readonly Sitting[];
  readonly reviews?: readonly SeenAgain[];
}

/** Plays a course: first visit, map, plan, sessions, reviews. */
export async function* playCourse(clinic: DemoClinic, course: Course): Script {
  const { caseId } = yield* playFirstVisit(clinic, course);
  const visits = [
    ...(course.held ?? []).map((sitting) => ({
      on: sitting.on,
      play: () => playSitting(clinic, caseId, sitting),
    })),
    ...(course.reviews ?? []).map((seen) => ({ on: seen.on, play: () => playReview(clinic, caseId, seen) })),
  ];
  for (const { play } of visits.toSorted((a, b) => a.on - b.on)) yield* play();
}

async function* playReview(clinic: DemoClinic, caseId: CaseId, { on, time, ...seen }: SeenAgain): Script {
  yield clinic.calendar.moment(on, time);
  await review(as(clinic, 'soerensen'), caseId, seen);
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
    'who' | 'begins' | 'surgeon' | 'consents' | 'legs' | 'scattered' | 'sessions' | 'doses'
  >,
): Script {
  const arrival = clinic.calendar.moment(course.begins.on, course.begins.time);
  const surgeon = as(clinic, course.surgeon);
  if (course.consents ?? true) {
    yield after(arrival, 18 * 60);
    await consent(surgeon, caseId);
  }
  for (const [index, leg] of (['right', 'left'] as const).entries()) {
    const wishes = course.legs?.[leg];
    if (!wishes) continue;
    yield after(arrival, (24 + 6 * index) * 60);
    const seed = `${course.who.recordNumber} ${leg}`;
    await draw(surgeon, caseId, { leg, seed, wishes, scattered: course.scattered?.[leg] ?? 0 });
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
  const last = yield* injectAll(clinic, sitting.nurse, sessionId, dues, after(start, 4 * 60));
  yield after(last, 16 * 60);
  await close(clinic, sitting.nurse, sessionId, sitting.ending);
  if (sitting.ends === 'closed') return;
  yield after(last, 17 * 60);
  await sign(clinic, sitting.nurse, sessionId, 'nurse');
  yield after(last, 24 * 60);
  await sign(clinic, sitting.signedBy ?? 'okafor', sessionId, 'surgeon');
}
