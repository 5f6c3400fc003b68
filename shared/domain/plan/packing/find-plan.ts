import { fillSessions, type FillQuestion } from './fill-sessions.ts';
import type { Assignment } from './problem.ts';
import type { Work } from './work.ts';

/** By how much values are varied at most, in thousandths. */
const WIDEST = 200;

/**
 * Looks for a plan in so many sessions: fills them again and again by values that vary a little more each time. Null if none was
 * found, which proves nothing.
 */
export function findPlan(question: FillQuestion, rounds: number, work: Work): Assignment | null {
  const next = numbersFrom(question.sessions);
  for (let round = 0; round < rounds && work.left > 0; round += 1) {
    const width = Math.floor((round * WIDEST) / rounds);
    const values = question.values.map((value) => value * (1 + (next(2 * width + 1) - width) / 1_000));
    const assignment = fillSessions({ ...question, values }, work);
    if (assignment) return assignment;
  }
  return null;
}

/** Park and Miller's generator: numbers from 0 to below `end` that look like chance and are the same at every run. */
function numbersFrom(seed: number): (end: number) => number {
  let state = 1 + ((seed * 7_919) % 2_147_483_646);
  return (end) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % end;
  };
}
