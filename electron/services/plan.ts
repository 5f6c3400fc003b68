import type { Kysely } from 'kysely';
import { canonicalJson } from '../../db/audit/canonical-json.ts';
import { readCase } from '../../db/repositories/cases.ts';
import { readGivenInCase } from '../../db/repositories/injections.ts';
import { readCurrentVeins, readMappedVeinIds } from '../../db/repositories/map.ts';
import { insertPlan, readCurrentPlan, readPlanCaps, type PlanContext } from '../../db/repositories/plans.ts';
import { readLastOpening } from '../../db/repositories/plan-at-opening.ts';
import { readLeftInCase } from '../../db/repositories/session-vein-marks.ts';
import { readSessionsOf } from '../../db/repositories/sessions.ts';
import type { Database } from '../../db/schema.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { PlanView, SavePlan } from '../../shared/contract/plan.ts';
import { extentOf } from '../../shared/domain/dose/usual-dose.ts';
import { measureVein } from '../../shared/domain/leg-map/measure.ts';
import { veinLabel, type Vein } from '../../shared/domain/leg-map/vein.ts';
import { feedersLater } from '../../shared/domain/plan/plan-totals.ts';
import type { Plan, PlannedSession } from '../../shared/domain/plan/plan.ts';
import { idOf, type CaseId } from '../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';
import { invalid, notFound } from './invalid.ts';
import { readMapScale } from './map/read-map-scale.ts';
import { readClearedVeins } from './plan/read-cleared-veins.ts';
import { readFurtherVeins } from './plan/read-further-veins.ts';
import { checkCaps } from './plan/check-caps.ts';
import { profileInUse } from './profiles.ts';
import { write } from './write.ts';

/** The plan of a case as it stands now, what was given already, and the profile that it is held against. */
export async function readPlan({ db }: ServiceContext, caseId: CaseId): Promise<Result<PlanView, Failure>> {
  if (!(await readCase(db, caseId))) return notFound('case');
  return ok(await planViewOf(db, caseId));
}

async function planViewOf(db: Kysely<Database>, caseId: CaseId): Promise<PlanView> {
  const { profile, approved } = await profileInUse(db);
  const sessions = await readSessionsOf(db, caseId);
  const plan = await readPlanOfMappedVeins(db, caseId);
  return {
    plan,
    held: sessions.map(({ number, onDate, state }) => ({ number, onDate, state })),
    given: await readGivenInCase(db, caseId),
    leftForLater: await readLeftInCase(db, caseId),
    lastOpening: await readLastOpening(db, caseId),
    cleared: await readClearedVeins(db, caseId),
    further: await readFurtherVeins(db, caseId),
    capsSet: plan ? await readPlanCaps(db, plan.id) : [],
    profile,
    profileApproved: approved,
  };
}

/** The plan without veins that have been erased since: nothing can be given there. They are back when the erasing is undone. */
export async function readPlanOfMappedVeins(db: Kysely<Database>, caseId: CaseId): Promise<Plan | null> {
  const plan = await readCurrentPlan(db, caseId);
  if (!plan) return null;
  const mapped = await readMappedVeinIds(db, caseId);
  return { ...plan, items: plan.items.filter(({ veinId }) => mapped.has(veinId)) };
}

/**
 * Saves the plan as its next version. Fails with `conflict`, `plan/unknown-vein`, `plan/session-done` where a session that
 * took place would change, `plan/feeder-later`, `dose/cap-wider`, or `invalid-input`.
 */
export function savePlan(context: ServiceContext, input: SavePlan): Promise<Result<PlanView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const { caseId } = input;
    const treated = await readCase(trx, caseId);
    if (!treated) return notFound('case');
    const before = await readPlanOfMappedVeins(trx, caseId);
    const currentVersion = before?.version ?? 0;
    if (input.baseVersion !== currentVersion) return err({ code: 'conflict', what: 'plan', currentVersion });
    const plan: Plan = {
      id: idOf<'plan'>(context.newUuid()),
      caseId,
      version: currentVersion + 1,
      sessions: input.sessions.map(withSortedCaps).toSorted((a, b) => a.number - b.number),
      items: input.items,
      savedAt: at,
      savedBy: context.actor.id,
    };
    const held = (await readSessionsOf(trx, caseId)).map(({ number }) => number);
    const veins = await readCurrentVeins(trx, caseId);
    const checked = checkPlan(plan, { before, held, veins });
    if (!checked.ok) return checked;
    const capsBefore = before ? await readPlanCaps(trx, before.id) : [];
    const caps = await checkCaps(trx, { plan, before: capsBefore, patientId: treated.patientId });
    if (!caps.ok) return caps;
    const scale = await readMapScale(trx, treated);
    await insertPlan(trx, plan, { caps: caps.value, vesselOf: vesselsOf(veins, scale) });
    await audit({
      action: 'plan/save',
      entity: 'plan',
      entityId: caseId,
      before: contentOf(before),
      after: contentOf(plan),
    });
    changed({ topic: 'plan', id: caseId });
    return ok(await planViewOf(trx, caseId));
  });
}

/** In one order, whatever the screen sends: two plans that say the same are the same. */
function withSortedCaps(session: PlannedSession): PlannedSession {
  return {
    ...session,
    tighterCaps: session.tighterCaps.toSorted((a, b) => (a.limitId < b.limitId ? -1 : 1)),
  };
}

/** What each planned vein is, as it is mapped at this moment. */
function vesselsOf(veins: readonly Vein[], heightScale: number): PlanContext['vesselOf'] {
  const byId = new Map(veins.map((vein) => [vein.id, vein]));
  return (veinId) => {
    const vein = byId.get(veinId);
    if (!vein) throw new Error(`a planned vein is not on the map: ${veinId}`);
    return { kind: vein.kind, pattern: vein.pattern, extent: extentOf(measureVein(vein, heightScale)) };
  };
}

function contentOf(plan: Plan | null) {
  return plan && { version: plan.version, sessions: plan.sessions, items: plan.items };
}

interface PlanState {
  readonly before: Plan | null;
  /** The numbers of sessions that took place or are open. */
  readonly held: readonly number[];
  readonly veins: readonly Vein[];
}

function checkPlan(plan: Plan, { before, held, veins }: PlanState): Result<undefined, Failure> {
  const numbers = new Set(plan.sessions.map(({ number }) => number));
  if (numbers.size < plan.sessions.length) return invalid('sessions', 'number-twice');
  const lost = plan.items.findIndex(
    ({ sessionNumber }) => sessionNumber !== null && !numbers.has(sessionNumber),
  );
  if (lost >= 0) return invalid(`items.${String(lost)}.sessionNumber`, 'unknown');
  const mapped = new Set(veins.map(({ id }) => id));
  if (plan.items.some(({ veinId }) => !mapped.has(veinId))) return err({ code: 'plan/unknown-vein' });
  const changedNumber = held.find((number) => columnOf(plan, number) !== columnOf(before, number));
  if (changedNumber !== undefined) return err({ code: 'plan/session-done', number: changedNumber });
  const later = feedersLater(plan.items, veins, new Set(held));
  if (later.length === 0) return ok();
  const feeders = new Set(later.map(({ feederId }) => feederId));
  return err({ code: 'plan/feeder-later', labels: veins.filter(({ id }) => feeders.has(id)).map(veinLabel) });
}

/** A planned session with what it holds, as a text; the order of its items does not matter, nor whether they are locked. */
function columnOf(plan: Plan | null, number: number): string {
  const session = plan?.sessions.find((planned) => planned.number === number);
  const items = (plan?.items ?? [])
    .filter(({ sessionNumber }) => sessionNumber === number)
    .map(({ veinId, preparation, punctures, volumePerPunctureUl }) =>
      canonicalJson({ veinId, preparation, punctures, volumePerPunctureUl }),
    );
  return canonicalJson({ session, items: items.toSorted() });
}
