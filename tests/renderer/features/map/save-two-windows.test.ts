import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMap, saveGesture } from '../../../../electron/services/map.ts';
import { loadedMap, openMapSession } from '../../../../renderer/features/map/save-open.ts';
import type { MapSession } from '../../../../renderer/features/map/save-sessions.ts';
import { SaveGesture, type MapView } from '../../../../shared/contract/map.ts';
import { veinsOf } from '../../../../shared/document/map-document.ts';
import type { Vein } from '../../../../shared/domain/leg-map/vein.ts';
import type { CaseId, PatientId } from '../../../../shared/kernel/ids.ts';
import { ok } from '../../../../shared/kernel/result.ts';
import { valueOf } from '../../../db/temporary-database.ts';
import { faultsOf, plain } from '../../../shared/document/map-model.ts';
import { core, type Core } from '../../../support/core.ts';
import { aCase, aPatient } from '../../../support/treatment.ts';

/** What becomes of a request: it never arrives, its answer never arrives, or all is well. */
type Luck = 'lost' | 'answer lost' | 'well';

interface Window extends MapSession {
  /** Ends all waiting, as if enough time had passed. */
  readonly passTime: () => void;
}

interface Case {
  readonly at: Core;
  readonly caseId: CaseId;
  readonly patientId: PatientId;
  readonly read: () => Promise<MapView>;
  readonly underWay: Set<Promise<unknown>>;
}

async function aCaseIn(at: Core): Promise<Case> {
  const patientId = await aPatient(at);
  const caseId = await aCase(at, patientId);
  const read = async () => valueOf(await readMap(at.as('surgeon'), { caseId, onDate: null }));
  return { at, caseId, patientId, read, underWay: new Set() };
}

/** A window of the surgeon on the map of a case, before the real core; luck says what becomes of each request. */
async function windowOn({ at, caseId, patientId, read, underWay }: Case, luck: () => Luck): Promise<Window> {
  const timers = new Set<() => void>();
  const during = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  };
  const session = openMapSession({
    map: await read(),
    caseId,
    patientId,
    person: at.people.surgeon,
    mayWrite: true,
    sender: {
      send: (gesture) =>
        during(
          (async () => {
            const fate = luck();
            if (fate === 'lost') return { ok: false, failure: { code: 'unreachable' } } as const;
            const answer = await saveGesture(at.as('surgeon'), SaveGesture.parse(gesture));
            if (fate === 'answer lost') return { ok: false, failure: { code: 'unreachable' } } as const;
            return answer.ok
              ? ({ ok: true, ...answer.value } as const)
              : ({ ok: false, failure: answer.error } as const);
          })(),
        ),
      load: () => during(read().then((map) => ok(loadedMap(map)))),
      wait: (_, then) => {
        timers.add(then);
        return () => timers.delete(then);
      },
    },
  });
  const passTime = () => {
    for (const then of [...timers]) {
      timers.delete(then);
      then();
    }
  };
  return { ...session, passTime };
}

async function quiet({ underWay }: Case): Promise<void> {
  while (underWay.size > 0) {
    await Promise.allSettled([...underWay]);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const LINE: Omit<Vein, 'id' | 'number' | 'carriedOverFrom'> = {
  leg: 'left',
  aspect: 'lateral',
  kind: 'reticular',
  pattern: 'line',
  colour: 'blue-green',
  diameterMm: 1.5,
  depth: 'subdermal',
  path: [
    [0, 500],
    [5, 450],
  ],
  branches: [],
  feederId: null,
  note: '',
};

const anyStep = fc.record({
  window: fc.nat(1),
  do: fc.constantFrom('draw', 'draw', 'note', 'note', 'feed', 'erase', 'undo', 'redo', 'time', 'hear'),
  which: fc.nat(5),
  other: fc.nat(5),
  text: fc.constantFrom('x', 'y', ' z '),
  await: fc.boolean(),
});
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

/** One thing that a hand, or time, does in a window. What needs a vein that is not there does nothing. */
function take({ editor, passTime }: Window, step: Step): void {
  const veins = veinsOf(editor.store.getState().history.document);
  const [vein, other] = [veins[step.which], veins[step.other]];
  if (step.do === 'draw') editor.add({ ...LINE, note: step.text }, 'draw-line');
  else if (step.do === 'undo') editor.undo();
  else if (step.do === 'redo') editor.redo();
  else if (step.do === 'time') passTime();
  else if (vein === undefined) return;
  else if (step.do === 'erase') editor.erase([vein.id]);
  else if (step.do === 'note') editor.change([{ ...vein, note: step.text }], 'note');
  else if (other !== undefined && other.id !== vein.id && other.feederId === null)
    editor.change([{ ...vein, feederId: other.id }], 'feed');
}

/** Lets everything come to rest, deciding what is contested by turns. */
async function settle(on: Case, windows: readonly Window[]): Promise<void> {
  for (let round = 0; round < 60; round += 1) {
    await quiet(on);
    for (const { status, queue, passTime } of windows) {
      passTime();
      const { contested, refused } = status.getState();
      if (refused) throw new Error(`refused: ${JSON.stringify(status.getState().failure)}`);
      contested.forEach((one, n) => {
        queue.decide(one, (n + round) % 2 === 0 ? 'mine' : 'theirs');
      });
      await quiet(on);
    }
    if (windows.every(({ queue }) => queue.idle())) break;
  }
  for (const { queue } of windows) queue.follow(loadedMap(await on.read()));
  await quiet(on);
}

describe('two windows on one case, with requests and answers lost', () => {
  test('come to the same map as the core, with nothing drawn lost and no gesture counted twice', async () => {
    const at = await core();
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStep, { minLength: 5, maxLength: 40 }),
        fc.array(fc.constantFrom<Luck>('lost', 'answer lost', 'well', 'well'), { maxLength: 60 }),
        async (steps, fates) => {
          const on = await aCaseIn(at);
          const left = [...fates];
          const luck = () => left.pop() ?? 'well';
          const windows = [await windowOn(on, luck), await windowOn(on, luck)];
          const drawn = new Map<string, string>();
          const touched = new Set<string>();
          for (const step of steps) {
            const window = windows[step.window];
            if (window === undefined) continue;
            const before = window.editor.store.getState().history.document;
            if (step.do === 'hear') window.queue.follow(loadedMap(await on.read()));
            else take(window, step);
            const { document } = window.editor.store.getState().history;
            if (step.do === 'draw')
              veinsOf(document).forEach((vein) => before.has(vein.id) || drawn.set(vein.id, vein.note));
            else if (step.do !== 'hear')
              for (const id of before.keys()) if (!document.has(id)) touched.add(id);
            if (step.await) await quiet(on);
          }
          left.length = 0;
          await settle(on, windows);

          const map = await on.read();
          const saved = plain(loadedMap(map).document);
          for (const { editor, queue } of windows) {
            expect(queue.idle()).toBe(true);
            expect(plain(editor.store.getState().history.document)).toEqual(saved);
          }
          expect(faultsOf(loadedMap(map).document)).toEqual([]);
          const kept = new Set<string>(map.veins.map(({ id }) => id));
          expect([...drawn.keys()].filter((id) => !kept.has(id) && !touched.has(id))).toEqual([]);
          const gestures = await at.database.db
            .selectFrom('map_gestures')
            .select('id')
            .where('case_id', '=', on.caseId)
            .execute();
          expect(gestures).toHaveLength(map.version);
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);
});
