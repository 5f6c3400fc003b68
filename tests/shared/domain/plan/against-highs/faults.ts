import type { PlannerInput, PlannerVein, PlanProposal } from '../../../../../shared/domain/plan/planner.ts';
import { fitsAlone, resourcesOf, taken, whole, type Portion } from './figures.ts';

/** What is wrong with a proposal, in words; empty if every vein is accounted for and every rule is kept. */
export function faultsOf(input: PlannerInput, proposal: PlanProposal): readonly string[] {
  const left = new Set<string>(proposal.notPlaced.map(({ veinId }) => veinId));
  const sessions = sessionsOfProposal(input, proposal);
  return [
    ...input.veins
      .filter(({ id }) => left.has(id) && sessions.some((session) => has(session, id)))
      .map(({ id }) => `${id} is placed and not placed`),
    ...faultsOfSplits(input, proposal),
    ...faultsOfSessions(
      input,
      input.veins.filter(({ id }) => !left.has(id)),
      sessions,
    ),
  ];
}

/** What each session of a proposal gives. */
export function sessionsOfProposal(
  { veins }: PlannerInput,
  { sessions, splits }: PlanProposal,
): readonly (readonly Portion[])[] {
  return sessions.map(({ veinIds }, session) =>
    veinIds.map((id) => {
      const vein = veins.find((other) => other.id === id);
      if (!vein) throw new Error(`no vein ${id}`);
      const split = splits.find(({ veinId }) => veinId === id);
      if (!split) return whole(vein);
      const part = split.parts.find((other) => other.session === session);
      if (!part) throw new Error(`${id} has no part in session ${String(session)}`);
      const least = Math.trunc(vein.volumeUl / vein.punctures);
      const withMore = part.volumeUl - least * part.punctures;
      const isMade = withMore >= 0 && withMore <= part.punctures;
      if (!isMade)
        throw new Error(`${id}: ${String(part.volumeUl)} µL are no ${String(part.punctures)} punctures`);
      return {
        vein,
        volumesUl: Array.from({ length: part.punctures }, (_, index) => least + (index < withMore ? 1 : 0)),
      };
    }),
  );
}

/** Whether sessions give all of some veins under every rule. */
export function faultsOfSessions(
  input: PlannerInput,
  veins: readonly PlannerVein[],
  sessions: readonly (readonly Portion[])[],
): readonly string[] {
  return [
    ...veins.flatMap((vein) => faultsOfVein(vein, sessions)),
    ...sessions.flatMap((session, index) => [
      ...faultsOfAmounts(input, session, index),
      ...(input.options.oneLegPerSession ? faultsOfLegs(session, index) : []),
    ]),
    ...veins.flatMap((vein) => faultsOfFeeder(veins, vein, sessions)),
  ];
}

function faultsOfVein(vein: PlannerVein, sessions: readonly (readonly Portion[])[]): readonly string[] {
  const given = sessions.flatMap((session) =>
    session.filter((portion) => portion.vein.id === vein.id).flatMap(({ volumesUl }) => volumesUl),
  );
  const asPlanned = whole(vein).volumesUl;
  const descending = given.toSorted((a, b) => b - a);
  const isAll = descending.join() === asPlanned.join();
  const { lockedTo } = vein;
  const isMoved = lockedTo !== null && !has(sessions[lockedTo - 1] ?? [], vein.id);
  return [
    ...(isAll ? [] : [`${vein.id} is given ${descending.join()} µL, not ${asPlanned.join()}`]),
    ...(isMoved ? [`${vein.id} is not where it is locked`] : []),
  ];
}

function faultsOfAmounts(input: PlannerInput, session: readonly Portion[], index: number): readonly string[] {
  const free = session.filter(({ vein }) => vein.lockedTo === null);
  return resourcesOf(input).flatMap((resource) => {
    const has = resource.has(index);
    const isOver = has !== null && taken(resource, session) > has && taken(resource, free) > 0;
    return isOver ? [`session ${String(index + 1)} is over ${resource.name}`] : [];
  });
}

function faultsOfLegs(session: readonly Portion[], index: number): readonly string[] {
  const isMixed = session.some(
    ({ vein }) => vein.lockedTo === null && session.some((other) => other.vein.leg !== vein.leg),
  );
  return isMixed ? [`session ${String(index + 1)} has both legs`] : [];
}

function faultsOfFeeder(
  veins: readonly PlannerVein[],
  vein: PlannerVein,
  sessions: readonly (readonly Portion[])[],
): readonly string[] {
  const feeder = veins.find(({ id }) => id === vein.feederId);
  if (!feeder || (feeder.lockedTo !== null && vein.lockedTo !== null)) return [];
  const first = (id: string) => sessions.findIndex((session) => has(session, id));
  return first(feeder.id) > first(vein.id) ? [`${feeder.id} comes after ${vein.id}, which it feeds`] : [];
}

function faultsOfSplits(input: PlannerInput, { splits, sessions }: PlanProposal): readonly string[] {
  return splits.flatMap(({ veinId, parts }) => {
    const vein = input.veins.find(({ id }) => id === veinId);
    if (!vein) return [`${veinId} is split and not asked for`];
    const places = sessions.flatMap(({ veinIds }, session) => (veinIds.includes(veinId) ? [session] : []));
    const isNeeded = vein.lockedTo === null && !fitsAlone(input, whole(vein));
    return [
      ...(isNeeded ? [] : [`${veinId} is split and would fit whole`]),
      ...(places.join() === parts.map(({ session }) => session).join()
        ? []
        : [`${veinId} is listed in sessions ${places.join()} and has parts elsewhere`]),
    ];
  });
}

function has(session: readonly Portion[], id: string): boolean {
  return session.some(({ vein }) => vein.id === id);
}
