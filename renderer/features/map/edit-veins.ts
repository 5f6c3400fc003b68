import { cannotFeed } from '../../../shared/domain/leg-map/feeder.ts';
import { joinVeins } from '../../../shared/domain/leg-map/join-veins.ts';
import { nearerPart, splitVein, type FreshVein } from '../../../shared/domain/leg-map/split-vein.ts';
import { veinLabel, type Leg, type PointMm, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import { sameView } from '../../../shared/domain/leg-map/views.ts';
import { isVein, veinIn, type MapDocument, type MapRecord } from '../../../shared/document/map-document.ts';
import { linkOf } from '../../../shared/document/merge-links.ts';
import type { MarkId, VeinId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { MapNotice } from './edit-notice.ts';
import { diffOn, hasInjections, type Edit } from './edit-records.ts';

/** Names for new records: nobody has the ids, and nobody on a leg ever had the number. */
export interface FreshNames {
  readonly vein: (leg: Leg) => FreshVein;
  readonly mark: () => MarkId;
}

export type EditResult = Result<Edit, MapNotice>;

const refused = (
  code: Exclude<MapNotice, { labels: unknown } | { count: unknown } | { label: unknown }>['code'],
) => err<MapNotice>({ code });

/** Parts a line at a place: what it fed, and its sites, go with the part that lies nearer. */
export function split(
  document: MapDocument,
  vein: Vein,
  at: PointMm,
  { injected, fresh }: { readonly injected: ReadonlySet<VeinId>; readonly fresh: FreshNames },
): EditResult {
  if (vein.pattern === 'web') return refused('split-lines-only');
  if (injected.has(vein.id)) return err(hasInjections([vein]));
  const parts = splitVein(vein, at, fresh.vein(vein.leg));
  if (parts === null) return refused('split-too-near-end');
  const [first, second] = parts;
  const hangers = hangingOn(document, vein.id).map((record) => {
    const place = sameView(record, vein) ? placeOf(record) : undefined;
    return place !== undefined && nearerPart(parts, place) === second ? linkedTo(record, second.id) : record;
  });
  return ok({
    label: 'split',
    diff: diffOn(document, [first, second, ...hangers]),
    selection: [first.id, second.id],
  });
}

/** Makes one line of two. What hung on the second hangs on the first. */
export function join(
  document: MapDocument,
  [first, second]: readonly [Vein, Vein],
  injected: ReadonlySet<VeinId>,
): EditResult {
  const joined = joinVeins(first, second);
  if (typeof joined === 'string') return refused(joined);
  const hurt = [first, second].filter(({ id }) => injected.has(id));
  if (hurt.length > 0) return err(hasInjections(hurt));
  const hangers = hangingOn(document, second.id)
    .filter(({ id }) => id !== first.id)
    .map((record) => linkedTo(record, first.id));
  const moved = new Map(hangers.filter(isVein).map((vein) => [vein.id, vein]));
  const feeder = joined.feederId === null ? undefined : veinIn(document, joined.feederId);
  const veinOf = (id: VeinId) => moved.get(id) ?? veinIn(document, id);
  const fits = feeder !== undefined && cannotFeed(joined, veinOf(feeder.id) ?? feeder, veinOf) === null;
  return ok({
    label: 'join',
    diff: diffOn(document, [{ ...joined, feederId: fits ? joined.feederId : null }, ...hangers], [second]),
    selection: [first.id],
  });
}

/** Says that one vein feeds another. */
export function fed(document: MapDocument, vein: Vein, feeder: Vein): EditResult {
  const why = cannotFeed(vein, feeder, (id) => veinIn(document, id));
  if (why !== null) return refused(why);
  return ok({
    label: 'feeder',
    diff: diffOn(document, [{ ...vein, feederId: feeder.id }]),
    notice: { code: 'fed', label: veinLabel(vein), feeder: veinLabel(feeder) },
  });
}

function hangingOn(document: MapDocument, id: VeinId): readonly MapRecord[] {
  return [...document.values()].filter((record) => linkOf(record) === id);
}

function linkedTo(record: MapRecord, id: VeinId): MapRecord {
  if (isVein(record)) return { ...record, feederId: id };
  return record.mark === 'site' ? { ...record, veinId: id } : record;
}

/** Where a vein begins, or a site stands. */
function placeOf(record: MapRecord): PointMm | undefined {
  if (isVein(record)) return record.path[0];
  return record.mark === 'scale' ? record.from : record.point;
}
