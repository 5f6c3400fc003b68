import type { PlannerInput, PlannerVein } from '../../../../../shared/domain/plan/planner.ts';
import { fitsAlone, resourcesOf, whole, type Portion } from './figures.ts';
import type { Programme, Row, Solution, Term } from './milp.ts';

/** How much of one vein a session may be given: all or nothing, or, if it is too large for one session, so many punctures of a size. */
interface Piece {
  readonly vein: PlannerVein;
  readonly volumeUl: number;
  /** Punctures of this size in the vein. */
  readonly punctures: number;
}

interface Model {
  readonly input: PlannerInput;
  readonly veins: readonly PlannerVein[];
  readonly sessions: readonly number[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Veins that no session takes whole. */
  readonly divided: ReadonlySet<PlannerVein>;
  readonly pieces: readonly Piece[];
}

/**
 * The question for the fewest sessions as a programme in whole numbers, made from the rules alone: `session k is used` for each of
 * so many sessions at most, and whether (or with how many punctures) a vein is given in it.
 */
export function programmeOf(input: PlannerInput, veins: readonly PlannerVein[], most: number): Programme {
  const model = modelOf(input, veins, most);
  const { sessions, divided, pieces } = model;
  return {
    minimise: sessions.map(used),
    rows: [
      ...everythingGiven(model),
      ...usedInARow(model),
      ...withinResources(model),
      ...feedersFirst(model),
      ...(input.options.oneLegPerSession ? oneLeg(model) : []),
      ...locked(model),
    ],
    binaries: [
      ...sessions.map(used),
      ...veins.flatMap((vein) => sessions.map((session) => given(model, vein, session))),
      ...(input.options.oneLegPerSession
        ? sessions.flatMap((k) => [legName('right', k), legName('left', k)])
        : []),
    ],
    integers: [...pieces.entries()].flatMap(([index, { vein, punctures }]) =>
      divided.has(vein) ? sessions.map((k) => ({ name: pieceName(index, k), most: punctures })) : [],
    ),
  };
}

/** The sessions of a solution, as portions, so that they can be checked without the solver. */
export function sessionsOfSolution(
  input: PlannerInput,
  veins: readonly PlannerVein[],
  most: number,
  solution: NonNullable<Solution>,
): readonly (readonly Portion[])[] {
  const model = modelOf(input, veins, most);
  const { sessions, divided, pieces } = model;
  return sessions.map((session) =>
    veins.flatMap((vein): readonly Portion[] => {
      if (solution.valueOf(given(model, vein, session)) === 0) return [];
      if (!divided.has(vein)) return [whole(vein)];
      const volumesUl = [...pieces.entries()].flatMap(([index, piece]) => {
        const punctures = piece.vein === vein ? solution.valueOf(pieceName(index, session)) : 0;
        return Array.from({ length: punctures }, () => piece.volumeUl);
      });
      return [{ vein, volumesUl }];
    }),
  );
}

function modelOf(input: PlannerInput, veins: readonly PlannerVein[], most: number): Model {
  const divided = new Set(veins.filter((vein) => vein.lockedTo === null && !fitsAlone(input, whole(vein))));
  return {
    input,
    veins,
    sessions: Array.from({ length: most }, (_, session) => session),
    numbers: new Map(veins.map(({ id }, index) => [id, index])),
    divided,
    pieces: veins.flatMap((vein) => {
      const { volumesUl } = whole(vein);
      return [...new Set(volumesUl)].map((volumeUl) => ({
        vein,
        volumeUl,
        punctures: volumesUl.filter((other) => other === volumeUl).length,
      }));
    }),
  };
}

const used = (session: number) => `used${String(session)}`;
const legName = (leg: string, session: number) => `${leg}${String(session)}`;
const pieceName = (piece: number, session: number) => `p${String(piece)}s${String(session)}`;

function given({ numbers }: Model, { id }: PlannerVein, session: number): string {
  return `v${String(numbers.get(id))}s${String(session)}`;
}

const one = (name: string): Term => ({ times: 1, name });
const less = (name: string): Term => ({ times: -1, name });

/** Whole veins in one session; of divided ones every puncture in some session, and `given` just where there are any. */
function everythingGiven(model: Model): readonly Row[] {
  const { veins, sessions, divided, pieces } = model;
  return veins.flatMap((vein): readonly Row[] => {
    if (!divided.has(vein)) {
      return [{ terms: sessions.map((k) => one(given(model, vein, k))), relation: '=', than: 1 }];
    }
    const own = [...pieces.entries()].filter(([, piece]) => piece.vein === vein);
    return [
      ...own.map(([index, { punctures }]): Row => ({
        terms: sessions.map((k) => one(pieceName(index, k))),
        relation: '=',
        than: punctures,
      })),
      ...sessions.flatMap((k): readonly Row[] => {
        const inSession = own.map(([index]) => one(pieceName(index, k)));
        const flag = given(model, vein, k);
        return [
          { terms: [...inSession, less(flag)], relation: '>=', than: 0 },
          { terms: [...inSession, { times: -vein.punctures, name: flag }], relation: '<=', than: 0 },
        ];
      }),
    ];
  });
}

/** What is given is given in a session that is used, and those stand in a row from the first on. */
function usedInARow(model: Model): readonly Row[] {
  const { veins, sessions } = model;
  return sessions.flatMap((k): readonly Row[] => [
    ...veins.map((vein): Row => ({
      terms: [one(given(model, vein, k)), less(used(k))],
      relation: '<=',
      than: 0,
    })),
    ...(k > 0 ? [{ terms: [one(used(k)), less(used(k - 1))], relation: '<=', than: 0 } as const] : []),
  ]);
}

/** Locked veins are there whatever the limits say; what is added to them has what they leave over. */
function withinResources(model: Model): readonly Row[] {
  const { input, sessions, divided, pieces } = model;
  return resourcesOf(input).flatMap((resource) =>
    sessions.flatMap((k): readonly Row[] => {
      const has = resource.has(k);
      if (has === null) return [];
      let taken = 0;
      const terms: Term[] = [];
      for (const [index, { vein, volumeUl, punctures }] of pieces.entries()) {
        const takes = resource.takes(vein, volumeUl);
        if (takes === 0) continue;
        if (vein.lockedTo !== null) taken += vein.lockedTo - 1 === k ? takes * punctures : 0;
        else if (divided.has(vein)) terms.push({ times: takes, name: pieceName(index, k) });
        else terms.push({ times: takes * punctures, name: given(model, vein, k) });
      }
      if (terms.length === 0) return [];
      return [{ terms: merged(terms), relation: '<=', than: Math.max(0, has - taken) }];
    }),
  );
}

function merged(terms: readonly Term[]): readonly Term[] {
  const sums = new Map<string, number>();
  for (const { name, times } of terms) sums.set(name, (sums.get(name) ?? 0) + times);
  return [...sums].map(([name, times]) => ({ name, times }));
}

/** A vein is given in no session before its feeder was given, or begun, in it or in an earlier one. Locks go first. */
function feedersFirst(model: Model): readonly Row[] {
  const { veins, sessions } = model;
  return veins.flatMap((vein) => {
    const feeder = veins.find(({ id }) => id === vein.feederId);
    if (!feeder || (feeder.lockedTo !== null && vein.lockedTo !== null)) return [];
    return sessions.map((k): Row => {
      const begun = sessions.filter((other) => other <= k).map((other) => less(given(model, feeder, other)));
      return { terms: [one(given(model, vein, k)), ...begun], relation: '<=', than: 0 };
    });
  });
}

function oneLeg(model: Model): readonly Row[] {
  const { veins, sessions } = model;
  return sessions.flatMap((k): readonly Row[] => {
    const lockedLegs = new Set(veins.filter(({ lockedTo }) => lockedTo === k + 1).map(({ leg }) => leg));
    return [
      { terms: [one(legName('right', k)), one(legName('left', k))], relation: '<=', than: 1 },
      ...(lockedLegs.has('right') ? [none(legName('left', k))] : []),
      ...(lockedLegs.has('left') ? [none(legName('right', k))] : []),
      ...veins
        .filter(({ lockedTo }) => lockedTo === null)
        .map((vein): Row => ({
          terms: [one(given(model, vein, k)), less(legName(vein.leg, k))],
          relation: '<=',
          than: 0,
        })),
    ];
  });
}

function none(name: string): Row {
  return { terms: [one(name)], relation: '=', than: 0 };
}

function locked(model: Model): readonly Row[] {
  return model.veins.flatMap((vein): readonly Row[] =>
    vein.lockedTo === null
      ? []
      : [{ terms: [one(given(model, vein, vein.lockedTo - 1))], relation: '=', than: 1 }],
  );
}
