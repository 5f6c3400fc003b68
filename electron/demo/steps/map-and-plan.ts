import { SaveGesture } from '../../../shared/contract/map.ts';
import type { MapDiff } from '../../../shared/document/map-document.ts';
import { veinForLabel } from '../../../shared/domain/dose/off-label.ts';
import { measureVein } from '../../../shared/domain/leg-map/measure.ts';
import { veinLabel, type Leg, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { PlanItem } from '../../../shared/domain/plan/plan.ts';
import { proposeDose } from '../../../shared/domain/plan/propose-dose.ts';
import { idOf, type CaseId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { microgramsPerMillilitre, microlitres } from '../../../shared/kernel/units.ts';
import type { ServiceContext } from '../../services/context.ts';
import { readMap, saveGesture } from '../../services/map.ts';
import { readPlan, savePlan } from '../../services/plan.ts';
import { done } from '../demo-clinic.ts';
import type { ClockTime } from '../demo-time.ts';
import { drawLeg, type VeinWish } from '../veins/draw-leg.ts';
import { scatteredVeins } from '../veins/scatter.ts';

/** What is drawn on a leg. */
export interface LegWishes {
  readonly leg: Leg;
  /** Names the person and the leg, so that no two legs look alike. */
  readonly seed: string;
  readonly wishes: readonly VeinWish[];
  /** So many small ones between them. */
  readonly scattered?: number;
  /** The number of the first vein; the next free one if nothing is said. */
  readonly firstNumber?: number;
}

/** Draws a leg in one go, beside what is on the map already. */
export async function draw(context: ServiceContext, caseId: CaseId, wished: LegWishes): Promise<void> {
  const map = await done(readMap(context, { caseId, onDate: null }));
  const newVeinId = () => idOf<'vein'>(context.newUuid());
  const firstNumber = wished.firstNumber ?? map.nextNumber[wished.leg];
  const drawn = drawLeg({ ...wished, newVeinId, firstNumber });
  const scattered = scatteredVeins({
    ...wished,
    newVeinId,
    count: wished.scattered ?? 0,
    firstNumber: firstNumber + drawn.length,
    among: drawn,
  });
  await saveMap(context, caseId, wished.leg === 'right' ? 'Draw the right leg' : 'Draw the left leg', {
    added: [...drawn, ...scattered],
    updated: [],
    removed: [],
  });
}

/** What becomes of a vein that was carried over. */
export type CarriedFate = 'erase' | 'confirm' | 'leave';

/** Goes through the veins of the last course: gone, seen again, or not looked at yet. */
export async function goThroughCarried(
  context: ServiceContext,
  caseId: CaseId,
  fateOf: (label: string) => CarriedFate,
): Promise<void> {
  const { veins } = await done(readMap(context, { caseId, onDate: null }));
  const carried = veins.filter((vein) => vein.carriedOverFrom !== null);
  const withFate = (fate: CarriedFate) => carried.filter((vein) => fateOf(veinLabel(vein)) === fate);
  const removed = withFate('erase');
  const gone = new Set(removed.map(({ id }) => id));
  const updated = veins
    .filter(({ id }) => !gone.has(id))
    .map((vein): readonly [Vein, Vein] => [
      vein,
      {
        ...vein,
        carriedOverFrom: fateOf(veinLabel(vein)) === 'confirm' ? null : vein.carriedOverFrom,
        feederId: vein.feederId !== null && gone.has(vein.feederId) ? null : vein.feederId,
      },
    ])
    .filter(([from, to]) => from.carriedOverFrom !== to.carriedOverFrom || from.feederId !== to.feederId);
  await saveMap(context, caseId, 'Go through the carried-over veins', { added: [], updated, removed });
}

/** Measures veins anew, by label. */
export async function remeasure(
  context: ServiceContext,
  caseId: CaseId,
  diametersMm: Readonly<Record<string, number>>,
): Promise<void> {
  const { veins } = await done(readMap(context, { caseId, onDate: null }));
  const updated = veins.flatMap((vein): readonly (readonly [Vein, Vein])[] => {
    const diameterMm = diametersMm[veinLabel(vein)];
    return diameterMm === undefined ? [] : [[vein, { ...vein, diameterMm }]];
  });
  await saveMap(context, caseId, 'Measure veins anew', { added: [], updated, removed: [] });
}

/** Saves one gesture on the map as it is now. */
export async function saveMap(
  context: ServiceContext,
  caseId: CaseId,
  label: string,
  diff: MapDiff,
): Promise<void> {
  const { version } = await done(readMap(context, { caseId, onDate: null }));
  const gestureId = idOf<'gesture'>(context.newUuid());
  const gesture = SaveGesture.parse({ caseId, gestureId, baseVersion: version, label, diff });
  await done(saveGesture(context, gesture));
}

/** Where one vein's dose differs from what the profile proposes. */
export interface DoseWish {
  readonly strengthUgPerMl?: number;
  readonly punctures?: number;
  readonly volumePerPunctureUl?: number;
  readonly form?: 'liquid' | 'foam';
  readonly locked?: boolean;
}

/** How a case is divided into sessions. */
export interface PlanWish {
  readonly sessions: readonly {
    readonly number: number;
    readonly onDate: CalendarDate;
    readonly atTime: ClockTime | null;
  }[];
  /** Labels in the order in which they are to be treated; the others follow as they are numbered. */
  readonly order?: readonly string[];
  /** The number of a session, or null: not planned yet. */
  readonly sessionOf: (label: string, vein: Vein) => number | null;
  readonly doses?: Readonly<Record<string, DoseWish>>;
}

/** Plans every vein but those that are still to be confirmed. */
export async function plan(context: ServiceContext, caseId: CaseId, wish: PlanWish): Promise<void> {
  const { veins, heightScale } = await done(readMap(context, { caseId, onDate: null }));
  const before = await done(readPlan(context, caseId));
  const order = wish.order ?? [];
  const rank = (vein: Vein) =>
    order.includes(veinLabel(vein)) ? order.indexOf(veinLabel(vein)) : order.length;
  const items = veins
    .filter((vein) => vein.carriedOverFrom === null)
    .toSorted((a, b) => rank(a) - rank(b))
    .map((vein): PlanItem => {
      const label = veinLabel(vein);
      const dose = wish.doses?.[label] ?? {};
      const proposed = proposeDose({
        vein: veinForLabel(vein, veins),
        ...measureVein(vein, heightScale),
        profile: before.profile,
        form: dose.form ?? 'liquid',
      });
      if (!proposed) throw new Error(`nothing is proposed for ${label}`);
      return {
        veinId: vein.id,
        sessionNumber: wish.sessionOf(label, vein),
        preparation:
          dose.strengthUgPerMl === undefined
            ? proposed.preparation
            : { ...proposed.preparation, strengthUgPerMl: microgramsPerMillilitre(dose.strengthUgPerMl) },
        punctures: dose.punctures ?? proposed.punctures,
        volumePerPunctureUl: microlitres(dose.volumePerPunctureUl ?? proposed.volumePerPunctureUl),
        locked: dose.locked ?? false,
      };
    });
  await done(
    savePlan(context, {
      caseId,
      baseVersion: before.plan?.version ?? 0,
      sessions: wish.sessions.map((session) => ({ ...session, tighterCaps: [] })),
      items,
    }),
  );
}
