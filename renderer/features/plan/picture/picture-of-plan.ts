import type { PlanView } from '../../../../shared/contract/plan.ts';
import { CLINIC_EXPECTATION, CLINIC_PACE } from '../../../../shared/domain/dose/profiles/course.ts';
import { LEGS, type Leg, type Vein } from '../../../../shared/domain/leg-map/vein.ts';
import type { PlanItem } from '../../../../shared/domain/plan/plan.ts';
import type { VeinId } from '../../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import type { SheetVariant } from '../../../canvas/export/map-sheet.ts';
import type {
  PictureSession,
  PictureTitle,
  PlanPicture,
  VeinSteps,
} from '../../../canvas/export/plan-picture.ts';
import type { VeinMark } from '../../../canvas/vein-mark.ts';
import { leafletOf, summaryWords, type LeafletFacts } from '../../../text/picture-text.ts';
import { coursesInPlan, planMapViews, type VeinCourseInPlan } from '../plan-map-marks.ts';

/** What is known of a plan when its picture is made. */
export interface PictureFacts {
  readonly view: PlanView;
  readonly veins: readonly Vein[];
  readonly patient: {
    readonly name: string;
    readonly birthDate: CalendarDate;
    readonly recordNumber: string;
  };
  readonly clinic: Pick<PictureTitle, 'clinicName' | 'isDemo'>;
  readonly today: CalendarDate;
}

/** What somebody chose of the picture. */
export interface PictureChoice {
  readonly leg: Leg | 'both';
  readonly variant: SheetVariant;
  readonly withName: boolean;
}

/** The one page for the patient; null while no session has anything to do or has done anything. */
export function pictureOfPlan(facts: PictureFacts, choice: PictureChoice): PlanPicture | null {
  const items = facts.view.plan?.items ?? [];
  const courses = coursesInPlan(items, facts);
  const sessions = sessionsOf(facts, items);
  if (sessions.length === 0) return null;
  const views = planMapViews({ items }, facts, choice.leg);
  return {
    views,
    veins: facts.veins,
    marks: new Map(facts.veins.map(({ id }) => [id, markOf(courses.get(id))])),
    steps: stepsOf(courses),
    sessions,
    summary: summaryOf(facts, sessions, courses),
    leaflet: leafletOf(leafletFacts(facts, items, courses)),
    title: titleOf(facts, choice),
    variant: choice.variant,
  };
}

/** The legs on which the plan treats something. */
export function legsInPlan(facts: Pick<PictureFacts, 'view' | 'veins'>): readonly Leg[] {
  const courses = coursesInPlan(facts.view.plan?.items ?? [], facts);
  return LEGS.filter((leg) => facts.veins.some((vein) => vein.leg === leg && courses.has(vein.id)));
}

function titleOf({ view, patient, clinic, today }: PictureFacts, { withName }: PictureChoice): PictureTitle {
  const { profile, profileApproved } = view;
  return {
    person: withName ? { name: patient.name, birthDate: patient.birthDate } : null,
    recordNumber: patient.recordNumber,
    ...clinic,
    onDate: today,
    planVersion: view.plan?.version ?? 0,
    profile: { name: profile.name, version: profile.version, isApproved: profileApproved },
  };
}

function markOf(course: VeinCourseInPlan | undefined): VeinMark {
  const [next] = course?.due ?? [];
  if (next !== undefined) return { state: 'planned', sessionNumber: next };
  return course === undefined ? { state: 'mapped', dimmed: true } : { state: 'injected' };
}

function stepsOf(courses: ReadonlyMap<VeinId, VeinCourseInPlan>): ReadonlyMap<VeinId, VeinSteps> {
  return new Map([...courses].map(([id, { given, due }]) => [id, { isTreated: given.length > 0, due }]));
}

/** Sessions that took place and those that have veins to treat, by number. */
function sessionsOf(facts: PictureFacts, items: readonly PlanItem[]): readonly PictureSession[] {
  const { view, today } = facts;
  const planned = (view.plan?.sessions ?? []).filter(
    ({ number }) => !view.held.some((session) => session.number === number),
  );
  const held = view.held.map(({ number, onDate, state }): PictureSession => {
    const isOf = ({ sessionNumber }: { readonly sessionNumber: number | null }) => sessionNumber === number;
    const given = view.given.filter(isOf);
    const isOpen = state === 'open';
    const veins = veinsIn(facts, isOpen ? [...given, ...items.filter(isOf)] : given);
    return { number, onDate, atTime: null, state: isOpen ? 'begun' : 'done', ...veins };
  });
  const toCome = planned.flatMap(({ number, onDate, atTime }): PictureSession[] => {
    const veins = veinsIn(
      facts,
      items.filter(({ sessionNumber }) => sessionNumber === number),
    );
    const state = onDate < today ? 'overdue' : 'coming';
    return veins.veins === 0 ? [] : [{ number, onDate, atTime, state, ...veins }];
  });
  return [...held, ...toCome].sort((a, b) => a.number - b.number);
}

function veinsIn({ veins }: PictureFacts, named: readonly { readonly veinId: VeinId }[]) {
  const ids = new Set(named.map(({ veinId }) => veinId));
  const treated = veins.filter(({ id }) => ids.has(id));
  return {
    legs: LEGS.filter((leg) => treated.some((vein) => vein.leg === leg)),
    veins: treated.length,
  };
}

function summaryOf(
  { view, veins }: PictureFacts,
  sessions: readonly PictureSession[],
  courses: ReadonlyMap<VeinId, VeinCourseInPlan>,
): readonly string[] {
  const done = sessions.filter(({ state }) => state === 'done').length;
  const dates = sessions
    .filter(({ state }) => state === 'coming' || state === 'begun')
    .map(({ onDate }) => onDate)
    .sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const cleared = new Set(view.cleared.map(({ veinId }) => veinId));
  return summaryWords({
    done,
    left: sessions.length - done,
    dates: first === undefined || last === undefined ? null : { first, last },
    expectation: view.profile.expectation ?? CLINIC_EXPECTATION,
    veinsNotInPlan: veins.filter(({ id }) => !courses.has(id) && !cleared.has(id)).length,
  });
}

function leafletFacts(
  { view: { profile }, veins }: PictureFacts,
  items: readonly PlanItem[],
  courses: ReadonlyMap<VeinId, VeinCourseInPlan>,
): LeafletFacts {
  const toCome = items.filter(
    ({ veinId, sessionNumber }) =>
      sessionNumber !== null && courses.get(veinId)?.due.includes(sessionNumber) === true,
  );
  const ids = new Set(toCome.map(({ veinId }) => veinId));
  const hasLarger = veins.some(
    ({ id, kind }) => kind !== 'telangiectasia' && (ids.size === 0 || ids.has(id)),
  );
  const { telangiectasia, reticular } = profile.compressionDays;
  const foam = toCome.filter(({ preparation }) => preparation.form === 'foam');
  return {
    expectation: profile.expectation ?? CLINIC_EXPECTATION,
    sessionMinutes: (profile.pace ?? CLINIC_PACE).sessionMinutes,
    observationMinutes: profile.observationMinutes.value,
    stockingDays: { spider: telangiectasia, larger: hasLarger ? reticular : null },
    foamSessions: [...new Set(foam.flatMap(({ sessionNumber }) => sessionNumber ?? []))].sort(
      (a, b) => a - b,
    ),
  };
}
