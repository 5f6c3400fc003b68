import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMarkNames } from '../../db/repositories/map-marks.ts';
import { readVeinNames } from '../../db/repositories/map.ts';
import { readMap, saveGesture } from '../../electron/services/map.ts';
import { checkDiff } from '../../electron/services/map/check-diff.ts';
import { applyDiff } from '../../shared/document/map-diff.ts';
import {
  documentOf,
  marksOf,
  veinsOf,
  type MapDiff,
  type MapDocument,
  type MapRecord,
} from '../../shared/document/map-document.ts';
import { idOf, type CaseId, type VeinId } from '../../shared/kernel/ids.ts';
import { valueOf } from '../db/temporary-database.ts';
import { core, type Core } from '../support/core.ts';
import { aCase, aNote, aPatient, aScale, aSite, aVein } from '../support/treatment.ts';

/** What a hand does to one thing; the slot says to which. */
interface Act {
  readonly slot: number;
  readonly does: 'draw' | 'change' | 'erase' | 'leave';
  /** The slot of the vein that it hangs on; 0: none. */
  readonly on: number;
}

const SLOTS = 8;
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    slot: fc.integer({ min: 1, max: SLOTS }),
    does: fc.constantFrom('draw', 'change', 'erase', 'leave'),
    on: fc.integer({ min: 0, max: 5 }),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Two veins in a chain, one of the right leg, a site and a measured distance. */
const BEGINNING: readonly Act[] = [
  { slot: 1, does: 'draw', on: 0 },
  { slot: 2, does: 'draw', on: 1 },
  { slot: 4, does: 'draw', on: 0 },
  { slot: 6, does: 'draw', on: 2 },
  { slot: 7, does: 'draw', on: 3 },
];

const uuid = (run: number, slot: number) =>
  `${String(run).padStart(8, '0')}-0000-4000-8000-${String(slot).padStart(12, '0')}`;

/** Slots 1 to 5 are veins, 4 one of the right leg, 5 with the number of 1; 6 is a site, 7 and 8 notes or measured distances. */
function recordOf(run: number, { slot, on }: Act): MapRecord {
  const vein = on === 0 ? null : idOf<'vein'>(uuid(run, on));
  const id = idOf<'mark'>(uuid(run, slot));
  if (slot === 6) return aSite({ id, veinId: vein });
  if (slot >= 7)
    return on % 2 === 0
      ? aNote({ id, text: `note ${String(on)}` })
      : aScale({ id, distanceMm: 100 + 40 * on });
  return aVein({
    id: idOf<'vein'>(uuid(run, slot)),
    number: slot === 5 ? 1 : slot,
    leg: slot === 4 ? 'right' : 'left',
    feederId: vein,
    diameterMm: 1 + on / 10,
  });
}

function diffOf(run: number, map: MapDocument, gesture: readonly Act[]): MapDiff {
  const added: MapRecord[] = [];
  const updated: (readonly [MapRecord, MapRecord])[] = [];
  const removed: MapRecord[] = [];
  for (const act of gesture) {
    const record = recordOf(run, act);
    const now = map.get(record.id);
    if (act.does === 'draw') added.push(record);
    if (act.does === 'change' && now) updated.push([now, record]);
    if (act.does === 'erase' && now) removed.push(now);
  }
  return { added, updated, removed };
}

/** The same judgement with the whole map and every name before it. */
async function judgedAsWhole(
  at: Core,
  caseId: CaseId,
  map: MapDocument,
  diff: MapDiff,
  everUsed: ReadonlySet<string>,
) {
  const ids = [...everUsed];
  return checkDiff(diff, {
    caseId,
    around: [...map.values()],
    veinNames: await readVeinNames(
      at.database.db,
      ids.map((id) => idOf<'vein'>(id)),
    ),
    markNames: await readMarkNames(
      at.database.db,
      ids.map((id) => idOf<'mark'>(id)),
    ),
    injected: new Set<VeinId>(),
  });
}

test('a gesture is judged by what it touches as it would be by the whole map, and the map follows', async () => {
  const at = await core();
  let run = 0;
  let refused = 0;
  let saved = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 4, maxLength: 8 }), async (gestures) => {
      run += 1;
      const caseId = await aCase(at, await aPatient(at));
      const everUsed = new Set<string>();
      let map = documentOf([]);
      let version = 0;
      for (const [step, gesture] of [BEGINNING, ...gestures].entries()) {
        const diff = diffOf(run, map, gesture);
        const expected = await judgedAsWhole(at, caseId, map, diff, everUsed);
        const gestureId = idOf<'gesture'>(uuid(run, 1_000 + step));
        const input = { caseId, gestureId, baseVersion: version, label: 'test', diff };
        const result = await saveGesture(at.as('surgeon'), input);
        expect(result.ok ? undefined : result.error).toEqual(expected.ok ? undefined : expected.error);
        if (result.ok) {
          saved += 1;
          map = applyDiff(map, diff);
          ({ version } = result.value);
          diff.added.forEach(({ id }) => everUsed.add(id));
        } else refused += 1;
        const now = valueOf(await readMap(at.as('surgeon'), { caseId, onDate: null }));
        expect(now.version).toBe(version);
        expect(new Set(now.veins)).toEqual(new Set(veinsOf(map)));
        expect(new Set(now.marks)).toEqual(new Set(marksOf(map)));
      }
    }),
    { numRuns: 60 },
  );
  expect(Math.min(saved, refused)).toBeGreaterThan(20);
});
