import { performance } from 'node:perf_hooks';
import { idOf, type VeinId } from '../../shared/kernel/ids.ts';
import { assessDose } from '../../shared/domain/dose/assess-dose.ts';
import type { LabelProfile } from '../../shared/domain/dose/label-profile.ts';
import type { LedgerEntry } from '../../shared/domain/dose/ledger.ts';
import { proposeSessions, type PlanProposal, type PlannerVein } from '../../shared/domain/plan/planner.ts';
import type { PlanVector } from './vector-file.ts';

const MOST_MS = 2_000;

/** What a plan case asks and the planner does not give, in words; empty if it passes. */
export function differencesOfPlan(vector: PlanVector, profile: LabelProfile): readonly string[] {
  const begun = performance.now();
  const proposal = proposeSessions({
    veins: vector.veins.map(plannerVein),
    limits: profile.limits,
    patient: { weightG: vector.weightGrams, proneToHypersensitivity: false, isFirstSession: false },
    options: { oneLegPerSession: vector.oneLegPerSession, order: 'fewest', time: null },
  });
  const tookMs = Math.round(performance.now() - begun);
  return [
    ...countDifferences(vector, proposal),
    ...placementDifferences(vector, proposal),
    ...limitDifferences(vector, proposal, profile),
    ...orderDifferences(vector, proposal),
    ...(vector.oneLegPerSession ? legDifferences(vector, proposal) : []),
    ...(tookMs > MOST_MS ? [`took ${String(tookMs)} ms, more than ${String(MOST_MS)}`] : []),
  ];
}

/** In the cases the dose of a vein is one amount, whose mass is rounded up once: hence one puncture. */
function plannerVein(vein: PlanVector['veins'][number]): PlannerVein {
  const { id, leg, kind, form, strengthUgPerMl, volumeUl, feederId } = vein;
  return {
    id: veinId(id),
    leg,
    kind,
    preparation:
      form === 'foam' ? { form, strengthUgPerMl, gasParts: vein.gasParts } : { form, strengthUgPerMl },
    volumeUl,
    punctures: 1,
    feederId: feederId == null ? null : veinId(feederId),
    region: null,
    lockedTo: null,
    now: null,
  };
}

function veinId(text: string): VeinId {
  return idOf<'vein'>(text);
}

function countDifferences({ expect }: PlanVector, { sessions, proof, lowerBound }: PlanProposal) {
  if (sessions.length === expect.sessions) return [];
  const claim = `${proof}, at least ${String(lowerBound)}`;
  return [`${String(sessions.length)} sessions (${claim}), expected ${String(expect.sessions)}`];
}

function placementDifferences({ veins }: PlanVector, { sessions }: PlanProposal): readonly string[] {
  const placed = sessions.flatMap((session) => session.veinIds);
  return veins.flatMap(({ id }) => {
    const times = placed.filter((other) => other === veinId(id)).length;
    return times === 1 ? [] : [`${id} is in ${String(times)} sessions`];
  });
}

function limitDifferences(vector: PlanVector, { sessions }: PlanProposal, profile: LabelProfile) {
  return sessions.flatMap(({ veinIds }, index) => {
    const session = vector.veins
      .filter(({ id }) => veinIds.includes(veinId(id)))
      .map((vein): LedgerEntry => ({ ...vein, veinKind: vein.kind }));
    const { gauges } = assessDose({
      ledger: { session, earlierIn24h: [] },
      limits: profile.limits.filter(({ severity, window }) => severity === 'hard' && window !== 'injection'),
      patient: { weightG: vector.weightGrams, proneToHypersensitivity: false, isFirstSession: false },
      syringe: null,
      candidate: null,
    });
    return gauges
      .filter(({ usedState }) => usedState === 'over')
      .map(({ limit }) => `session ${String(index + 1)} is over ${limit.id}`);
  });
}

function orderDifferences({ veins }: PlanVector, { sessions }: PlanProposal): readonly string[] {
  const sessionOf = (id: string) => sessions.findIndex(({ veinIds }) => veinIds.includes(veinId(id)));
  return veins.flatMap(({ id, feederId }) =>
    feederId != null && sessionOf(feederId) > sessionOf(id)
      ? [`${id} comes before its feeder ${feederId}`]
      : [],
  );
}

function legDifferences({ veins }: PlanVector, { sessions }: PlanProposal): readonly string[] {
  return sessions.flatMap(({ veinIds }, index) => {
    const legs = new Set(veins.filter(({ id }) => veinIds.includes(veinId(id))).map(({ leg }) => leg));
    return legs.size > 1 ? [`session ${String(index + 1)} has both legs`] : [];
  });
}
