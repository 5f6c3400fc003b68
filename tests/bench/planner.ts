import { idOf } from '../../shared/kernel/ids.ts';
import { grams, microgramsPerMillilitre, microlitres } from '../../shared/kernel/units.ts';
import { massOf } from '../../shared/domain/dose/arithmetic.ts';
import { capOf } from '../../shared/domain/dose/assess-dose.ts';
import type { Limit } from '../../shared/domain/dose/label-profile.ts';
import { STRICTEST } from '../../shared/domain/dose/profiles/strictest.ts';
import { REGIONS } from '../../shared/domain/leg-map/region.ts';
import { proposeSessions, type PlannerInput, type PlannerVein } from '../../shared/domain/plan/planner.ts';
import { figureOf } from './measure.ts';

/** What one kind of plan took and came to, over several made-up patients. */
export interface PlannerFigures {
  readonly set: string;
  readonly veins: number;
  readonly plans: number;
  readonly medianMs: number;
  readonly worstMs: number;
  /** Of the plans, how many were proven to have the fewest sessions. */
  readonly proven: number;
  readonly meanSessions: number;
  /** The number below which no plan can stay, and what plain filling in the given order needs. */
  readonly meanBound: number;
  readonly meanInOrder: number;
}

interface PlannerSet {
  readonly name: string;
  readonly sessionUl: number;
  readonly volumesUl: readonly [least: number, most: number];
  readonly hundredths: readonly number[];
  readonly oneLegPerSession?: boolean;
}

const SETS: readonly PlannerSet[] = [
  { name: 'easy: 10 mL, to 1 %', sessionUl: 10_000, volumesUl: [200, 2_000], hundredths: [25, 50, 100] },
  { name: '4 mL a session', sessionUl: 4_000, volumesUl: [200, 2_000], hundredths: [25, 50, 100] },
  { name: 'to 3 %', sessionUl: 10_000, volumesUl: [200, 2_000], hundredths: [100, 200, 300] },
  { name: '1.2–2 mL each, 4 mL', sessionUl: 4_000, volumesUl: [1_200, 2_000], hundredths: [50, 100] },
  { name: '1.2–2 mL each, 2–3 %', sessionUl: 10_000, volumesUl: [1_200, 2_000], hundredths: [200, 300] },
  {
    name: 'one leg, 1.2–2 mL, 4 mL',
    sessionUl: 4_000,
    volumesUl: [1_200, 2_000],
    hundredths: [50, 100],
    oneLegPerSession: true,
  },
];

const SIZES = [20, 60, 200] as const;

/** Plans made-up patients of several kinds and sizes; the same at every run. */
export function benchPlanner(patients: number): readonly PlannerFigures[] {
  for (const set of SETS) proposeSessions(madeUp(set, 60, 99));
  return SETS.flatMap((set) => SIZES.map((veins) => figuresOf(set, veins, patients)));
}

function figuresOf(set: PlannerSet, veins: number, patients: number): PlannerFigures {
  const runs = Array.from({ length: patients }, (_, seed) => {
    const input = madeUp(set, veins, seed);
    const before = performance.now();
    const { sessions, proof, lowerBound } = proposeSessions(input);
    const tookMs = performance.now() - before;
    return { tookMs, proof, lowerBound, sessions: sessions.length, inOrder: sessionsInOrder(input) };
  });
  const mean = (of: (run: (typeof runs)[number]) => number) =>
    Math.round((runs.reduce((sum, run) => sum + of(run), 0) * 10) / runs.length) / 10;
  const { medianMs, slowestMs } = figureOf(runs.map(({ tookMs }) => tookMs));
  return {
    set: set.name,
    veins,
    plans: patients,
    medianMs,
    worstMs: slowestMs,
    proven: runs.filter(({ proof }) => proof === 'proven').length,
    meanSessions: mean(({ sessions }) => sessions),
    meanBound: mean(({ lowerBound }) => lowerBound),
    meanInOrder: mean(({ inOrder }) => inOrder),
  };
}

/** Park and Miller's generator: whole numbers from 0 to below `end`, the same for the same seed. */
function numbersFrom(seed: number): (end: number) => number {
  let state = seed * 7_919 + 17;
  return (end) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % end;
  };
}

/** A patient of 45 to 85 kg; three veins in ten are fed by one that was mapped before them. */
function madeUp(set: PlannerSet, count: number, seed: number): PlannerInput {
  const next = numbersFrom(seed * 1_000 + count);
  const weightG = grams(45_000 + next(81) * 500);
  const [least, most] = set.volumesUl;
  const veins = Array.from({ length: count }, (_, index): PlannerVein => {
    const volumeUl = least + next((most - least) / 50 + 1) * 50;
    const strength = set.hundredths[next(set.hundredths.length)] ?? 100;
    const feeder = index > 0 && next(10) < 3 ? next(index) : null;
    return {
      id: idOf<'vein'>(`v${String(index)}`),
      leg: next(2) === 0 ? 'right' : 'left',
      kind: next(3) === 0 ? 'reticular' : 'telangiectasia',
      preparation: { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(strength * 100) },
      volumeUl: microlitres(volumeUl),
      punctures: volumeUl / 50,
      feederId: feeder === null ? null : idOf<'vein'>(`v${String(feeder)}`),
      region: REGIONS[next(REGIONS.length)] ?? null,
      lockedTo: null,
      now: null,
    };
  });
  return {
    veins,
    limits: STRICTEST.limits.map((limit) => withSessionVolume(limit, set.sessionUl)),
    patient: { weightG, proneToHypersensitivity: false, isFirstSession: false },
    options: { oneLegPerSession: set.oneLegPerSession ?? false, order: 'fewest', time: null },
  };
}

function withSessionVolume(limit: Limit, amount: number): Limit {
  return limit.id === 'session-volume' ? { ...limit, cap: { per: 'person', amount } } : limit;
}

/** The rival: vein after vein as they were mapped, a new session as soon as one does not fit. Feeders were mapped first. */
function sessionsInOrder({ veins, limits, patient, options }: PlannerInput): number {
  const amountOf = (id: string) => {
    const limit = limits.find((one) => one.id === id);
    return limit ? capOf(limit, patient) : Infinity;
  };
  const caps = { massUg: amountOf('mass-24h'), volumeUl: amountOf('session-volume') };
  let sessions = 1;
  let used = { massUg: 0, volumeUl: 0 };
  let leg: PlannerVein['leg'] | null = null;
  for (const vein of veins) {
    const perPuncture = microlitres(vein.volumeUl / vein.punctures);
    const massUg = massOf({ ...vein.preparation, volumeUl: perPuncture }) * vein.punctures;
    const isFull = used.massUg + massUg > caps.massUg || used.volumeUl + vein.volumeUl > caps.volumeUl;
    if (isFull || (options.oneLegPerSession && leg !== null && leg !== vein.leg)) {
      sessions += 1;
      used = { massUg: 0, volumeUl: 0 };
    }
    used = { massUg: used.massUg + massUg, volumeUl: used.volumeUl + vein.volumeUl };
    leg = vein.leg;
  }
  return sessions;
}
