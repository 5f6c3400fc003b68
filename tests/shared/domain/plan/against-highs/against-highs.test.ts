import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  proposeSessions,
  type PlannerInput,
  type PlanProposal,
} from '../../../../../shared/domain/plan/planner.ts';
import { faultsOf, faultsOfSessions } from './faults.ts';
import { anyCase, type Kind } from './inputs.ts';
import { loadSolver, type Solver } from './milp.ts';
import { programmeOf, sessionsOfSolution } from './programme.ts';

/** The same cases in each run, as the solver reckons in floating point; others, and more of them, on demand. */
const seed = Number(process.env['PHLEBOPLAN_SEED'] ?? 805_380_633);
const times = Number(process.env['PHLEBOPLAN_TIMES'] ?? 1);

let solver: Solver;
const tally = { cases: 0, undecided: 0, proven: 0, notPlaced: 0, split: 0 };
const found: string[] = [];

beforeAll(async () => {
  solver = await loadSolver();
});

afterAll(() => {
  console.info(
    `Against HiGHS, seed ${String(seed)}: ${String(tally.cases)} cases, ${String(tally.proven)} proven, ` +
      `${String(tally.split)} with split veins, ${String(tally.notPlaced)} with veins in no session, ` +
      `${String(tally.undecided)} more not decided in time. ${found.join(' ')}`,
  );
});

/** The true fewest sessions for what a proposal places, checked without the solver. */
function fewestByHighs(input: PlannerInput, proposal: PlanProposal): number | 'undecided' {
  const left = new Set<string>(proposal.notPlaced.map(({ veinId }) => veinId));
  const placed = input.veins.filter(({ id }) => !left.has(id));
  if (placed.length === 0) return 0;
  const most = proposal.sessions.length;
  const solution = solver(programmeOf(input, placed, most));
  if (solution === 'undecided') return solution;
  if (solution === null) throw new Error(`the solver knows no plan in ${String(most)} sessions`);
  const sessions = sessionsOfSolution(input, placed, most, solution);
  expect(faultsOfSessions(input, placed, sessions)).toEqual([]);
  return solution.least;
}

function hold(input: PlannerInput): void {
  const proposal = proposeSessions(input);
  const { sessions, proof, lowerBound, notPlaced, splits } = proposal;
  expect(faultsOf(input, proposal)).toEqual([]);
  const fewest = fewestByHighs(input, proposal);
  if (fewest === 'undecided') {
    tally.undecided += 1;
    return;
  }
  tally.cases += 1;
  tally.notPlaced += notPlaced.length > 0 ? 1 : 0;
  tally.split += splits.length > 0 ? 1 : 0;
  expect(lowerBound).toBeLessThanOrEqual(fewest);
  if (proof === 'proven') {
    tally.proven += 1;
    expect(sessions).toHaveLength(fewest);
  } else {
    found.push(
      `Found ${String(sessions.length)} of ${String(fewest)} with ${String(input.veins.length)} veins.`,
    );
  }
}

const few = { least: 1, most: 8 };
const some = { least: 6, most: 8 };

describe('the planner beside an independent exact solver', () => {
  it.each<readonly [string, number, Kind]>([
    ['feeders, legs, first sessions', 160, { veins: few, sizes: ['small', 'large', 'a third to a half'] }],
    ['more veins', 60, { veins: some, sizes: ['small', 'large'] }],
    ['locked veins', 120, { veins: few, sizes: ['small', 'large'], locks: true }],
    ['veins in parts', 80, { veins: { least: 1, most: 5 }, sizes: ['too large', 'small'] }],
    ['minutes', 50, { veins: few, sizes: ['small', 'large'], minutes: true }],
    ['tighter caps of single sessions', 50, { veins: few, sizes: ['small', 'large'], tighterCaps: true }],
    [
      'all at once',
      60,
      {
        veins: { least: 1, most: 6 },
        sizes: ['small', 'large', 'too large'],
        locks: true,
        minutes: true,
        tighterCaps: true,
      },
    ],
    ['doses of a third to a half', 40, { veins: some, sizes: ['a third to a half'] }],
  ])(
    'keeps every rule and is right wherever it says “proven”: %s',
    (_, numRuns, kind) => {
      fc.assert(fc.property(anyCase(kind), hold), { seed, numRuns: numRuns * times });
    },
    600_000,
  );
});
