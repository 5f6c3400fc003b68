import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CourseProposal } from '../../../../shared/domain/plan/course-proposal.ts';
import type { PlanItem } from '../../../../shared/domain/plan/plan.ts';
import { problemsOf } from '../../../../shared/domain/plan/plan-problems.ts';
import type {
  PlanDraft,
  PlanningOptions,
  PlanSituation,
} from '../../../../shared/domain/plan/plan-situation.ts';
import { proposeCourse } from '../../../../shared/domain/plan/propose-course.ts';
import { takeMoves } from '../../../../shared/domain/plan/take-moves.ts';
import { LEGS } from '../../../../shared/domain/leg-map/vein.ts';
import {
  afterFirst,
  AT_THIGH,
  draftOf,
  idOfVein,
  item,
  OPTIONS,
  situation,
  TODAY,
  vein,
} from './course-fixture.ts';

const RUNS = { numRuns: 50 };

const drawn = fc.record({
  leg: fc.constantFrom(...LEGS),
  isAtThigh: fc.boolean(),
  isFine: fc.boolean(),
  feeder: fc.option(fc.nat(11), { nil: null, freq: 3 }),
  session: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null, freq: 4 }),
  punctures: fc.integer({ min: 1, max: 29 }),
  locked: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, fc.constant(true)),
  /** How many injections the first session gave it, if it was held; more than planned happens. */
  given: fc.integer({ min: 0, max: 42 }),
});

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

interface Course {
  readonly draft: PlanDraft;
  readonly known: PlanSituation;
  readonly options: PlanningOptions;
}

/** A vein that feeds has a lower number than what it feeds: there are no circles, as on the map. */
function courseOf(veins: readonly Drawn[], isHeld: boolean, options: PlanningOptions): Course {
  const mapped = veins.map(({ leg, isAtThigh, isFine, feeder }, at) => {
    const feeds = feeder !== null && feeder < at && veins[feeder]?.leg === leg;
    return vein(at + 1, {
      leg,
      ...(isAtThigh ? AT_THIGH : {}),
      ...(isFine ? { kind: 'telangiectasia', colour: 'red', diameterMm: 0.4 } : {}),
      feederId: feeds ? idOfVein(feeder + 1) : null,
    });
  });
  const items = veins.flatMap(({ session, punctures, locked }, at) =>
    punctures > 36 ? [] : [item(at + 1, session, { punctures, locked: locked && session !== null })],
  );
  const given = Object.fromEntries(
    veins.flatMap((each, at) => (each.session === 1 && each.given > 0 ? [[at + 1, each.given]] : [])),
  );
  const known = situation(mapped, isHeld ? afterFirst(items, given) : {});
  return { draft: draftOf(items), known, options };
}

const anyCourse = fc
  .tuple(
    fc.array(drawn, { minLength: 1, maxLength: 12 }),
    fc.boolean(),
    fc.record({
      oneLegPerSession: fc.boolean(),
      order: fc.constantFrom('fewest', 'balanced', 'feeders-first'),
      minutes: fc.option(fc.integer({ min: 20, max: 60 }), { nil: null }),
    }),
  )
  .map(([veins, isHeld, { minutes, ...wishes }]) =>
    courseOf(veins, isHeld && veins.some(({ session }) => session === 1), {
      ...OPTIONS,
      ...wishes,
      time: minutes === null ? null : { minutesPerSession: minutes, secondsPerPuncture: 60 },
    }),
  );

function propose({ draft, known, options }: Course): CourseProposal | null {
  return proposeCourse(draft, known, options, TODAY);
}

/** Punctures of each vein outside the sessions held. */
function toCome(items: readonly PlanItem[], { held }: PlanSituation): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { veinId, sessionNumber, punctures } of items) {
    if (held.some(({ number }) => number === sessionNumber)) continue;
    sums[veinId] = (sums[veinId] ?? 0) + punctures;
  }
  return sums;
}

const heldItems = ({ items }: PlanDraft, { held }: PlanSituation) =>
  items.filter(({ sessionNumber }) => held.some(({ number }) => number === sessionNumber));

describe('any course of treatment', () => {
  it('keeps what was held, and gives neither more nor less than is still to be given', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const proposal = propose(course);
        if (!proposal) return;
        const { draft, known } = course;
        expect(heldItems(proposal.draft, known)).toEqual(heldItems(draft, known));
        const wanted: Record<string, number> = {};
        for (const { veinId, dose, parts, index } of proposal.shares) {
          const isPlanned = parts.length > 0 || index !== null;
          if (isPlanned) wanted[veinId] = (wanted[veinId] ?? 0) + dose.punctures;
        }
        expect(toCome(proposal.draft.items, known)).toEqual(wanted);
      }),
      RUNS,
    );
  });

  it('is proposed without anything wrong, unless it is locked', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const free = course.draft.items.map((each) => ({ ...each, locked: false }));
        const proposal = propose({ ...course, draft: { ...course.draft, items: free } });
        if (proposal) expect(problemsOf(proposal.draft, course.known, course.options)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('moves only what is elsewhere in the proposal, and all of that', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const proposal = propose(course);
        if (!proposal) return;
        expect(proposal.moves.every(({ from, to }) => from !== to)).toBe(true);
        const moved = new Set(proposal.moves.map(({ key }) => key));
        const stayed = proposal.shares.filter(({ key, index }) => index !== null && !moved.has(key));
        for (const { veinId, now, dose } of stayed) {
          expect(proposal.draft.items).toContainEqual(
            expect.objectContaining({ veinId, sessionNumber: now, punctures: dose.punctures }),
          );
        }
      }),
      RUNS,
    );
  });

  it('becomes the proposal when all moves are taken, and loses nothing when some are', () => {
    fc.assert(
      fc.property(anyCourse, fc.infiniteStream(fc.boolean()), (course, choice) => {
        const proposal = propose(course);
        if (!proposal) return;
        const { draft, known, options } = course;
        const keys = [...new Set(proposal.moves.map(({ key }) => key))];
        const take = (chosen: readonly string[]) =>
          takeMoves(draft, proposal, new Set(chosen), known, options);
        expect(take(keys).draft).toEqual(proposal.draft);
        const some = keys.filter(() => choice.next().value);
        const { draft: taken } = take(some);
        expect(heldItems(taken, known)).toEqual(heldItems(draft, known));
        const numbers = new Set(taken.sessions.map(({ number }) => number));
        expect(
          taken.items.every(({ sessionNumber }) => sessionNumber === null || numbers.has(sessionNumber)),
        ).toBe(true);
        if (some.length === keys.length) return;
        const before = toCome(draft.items, known);
        const added = proposal.shares.filter(({ key, index }) => index === null && some.includes(key));
        const expected = { ...before };
        for (const { veinId, dose } of added) expected[veinId] = (expected[veinId] ?? 0) + dose.punctures;
        expect(toCome(taken.items, known)).toEqual(expected);
      }),
      RUNS,
    );
  });

  it('is settled once the proposal is accepted, where nothing is locked and nothing balanced', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        fc.pre(course.options.order !== 'balanced');
        const unlocked = course.draft.items.map((each) => ({ ...each, locked: false }));
        const free = { ...course, draft: { ...course.draft, items: unlocked } };
        const proposal = propose(free);
        if (!proposal) return;
        expect(propose({ ...free, draft: proposal.draft })?.moves ?? []).toEqual([]);
      }),
      RUNS,
    );
  });
});
