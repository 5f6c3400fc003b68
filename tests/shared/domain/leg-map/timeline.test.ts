import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareMaps, VEIN_CHANGES } from '../../../../shared/domain/leg-map/compare-maps.ts';
import { REFERENCE_BODY_HEIGHT_MM } from '../../../../shared/domain/leg-map/leg-reference.ts';
import type { MapFacts } from '../../../../shared/domain/leg-map/map-facts.ts';
import { datesOf, mapOn } from '../../../../shared/domain/leg-map/timeline.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { arbitraryFacts, aVein, day, told, veinId } from './map-facts.ts';

/** `L1 injected, R2 new`. */
const statesOn = (facts: MapFacts, n: number) =>
  mapOn(facts, day(n)).veins.map(
    ({ vein, state }) => `${vein.leg === 'left' ? 'L' : 'R'}${String(vein.number)} ${state}`,
  );

const stateOn = (facts: MapFacts, n: number) => statesOn(facts, n)[0];

describe('the days of a leg', () => {
  test('say what happened on each, the oldest first', () => {
    const facts = told(
      { on: 0, vein: aVein(1) },
      { on: 14, session: 1, into: [1] },
      { on: 14, vein: aVein(2) },
      { on: 28, session: 2, into: [1] },
      { on: 70, review: { 1: 'better' } },
      { on: 70, vein: aVein(3) },
    );
    expect(datesOf(facts)).toEqual([
      { onDate: day(0), events: [{ kind: 'mapped' }] },
      { onDate: day(14), events: [{ kind: 'mapped' }, { kind: 'session', number: 1 }] },
      { onDate: day(28), events: [{ kind: 'session', number: 2 }] },
      { onDate: day(70), events: [{ kind: 'mapped' }, { kind: 'review' }] },
    ]);
  });

  test('are none where nothing happened', () => {
    expect(datesOf(told())).toEqual([]);
    expect(mapOn(told(), day(0))).toMatchObject({ veins: [], marks: [], injections: [], heightScale: 1 });
  });
});

describe('the leg on a day', () => {
  test('shows a vein as it was mapped then, not as it is now', () => {
    const facts = told(
      { on: 1, vein: aVein(1, { diameterMm: 2 }) },
      { on: 3, vein: aVein(1, { diameterMm: 1.5 }) },
      { on: 5, erased: 1 },
    );
    const diameters = [0, 1, 2, 3, 4, 5, 6].map((n) =>
      mapOn(facts, day(n)).veins.map(({ vein }) => vein.diameterMm),
    );
    expect(diameters).toEqual([[], [2], [2], [1.5], [1.5], [], []]);
  });

  test('shows the right leg first, by number', () => {
    const facts = told(
      { on: 0, vein: aVein(3) },
      { on: 0, vein: aVein(2) },
      { on: 0, vein: aVein(1, { id: veinId(9), leg: 'right' }) },
    );
    expect(statesOn(facts, 0)).toEqual(['R1 mapped', 'L2 mapped', 'L3 mapped']);
  });

  test('follows a vein from mapped over injected and responding to cleared', () => {
    const facts = told(
      { on: 0, vein: aVein(1) },
      { on: 10, session: 1, into: [1, 1] },
      { on: 20, session: 2, into: [1] },
      { on: 40, review: { 1: 'better' } },
      { on: 80, review: { 1: 'cleared' } },
    );
    expect([0, 10, 39, 40, 80].map((n) => stateOn(facts, n))).toEqual([
      'L1 mapped',
      'L1 injected',
      'L1 injected',
      'L1 responding',
      'L1 cleared',
    ]);
    expect(mapOn(facts, day(10)).veins).toMatchObject([
      { injections: 2, volumeUl: 400, sessionNumbers: [1] },
    ]);
    expect(mapOn(facts, day(80)).veins).toMatchObject([
      { injections: 3, volumeUl: 600, sessionNumbers: [1, 2], response: 'cleared' },
    ]);
  });

  test.each([
    ['seen again after it had cleared', ['cleared', 'better'], 'recurred'],
    ['the same as before the treatment after it had cleared', ['cleared', 'same'], 'recurred'],
    ['worse than before', ['worse'], 'recurred'],
    ['cleared after it had come back', ['cleared', 'same', 'cleared'], 'cleared'],
    ['better after it had come back', ['cleared', 'worse', 'better'], 'recurred'],
    ['still the same', ['same'], 'injected'],
    ['not seen, though better before', ['better', 'not-seen'], 'responding'],
  ] as const)('calls a vein that was %s %#', (_what, responses, state) => {
    const facts = told(
      { on: 0, vein: aVein(1) },
      { on: 1, session: 1, into: [1] },
      ...responses.map((response, n) => ({ on: 30 + n * 30, review: { 1: response } })),
    );
    expect(stateOn(facts, 300)).toBe(`L1 ${state}`);
  });

  test('calls a vein that came back injected once it is treated again', () => {
    const facts = told(
      { on: 0, vein: aVein(1) },
      { on: 1, session: 1, into: [1] },
      { on: 30, review: { 1: 'cleared' } },
      { on: 60, review: { 1: 'same' } },
      { on: 61, session: 2, into: [1] },
      { on: 90, review: { 1: 'better' } },
    );
    expect([60, 61, 90].map((n) => stateOn(facts, n))).toEqual([
      'L1 recurred',
      'L1 injected',
      'L1 responding',
    ]);
  });

  test('does not count an injection that was struck out, but shows where it was recorded', () => {
    const facts = told({ on: 0, vein: aVein(1) }, { on: 1, session: 1, into: [1], struckOut: true });
    const map = mapOn(facts, day(1));
    expect(map.veins).toMatchObject([{ state: 'mapped', injections: 0, volumeUl: 0, sessionNumbers: [] }]);
    expect(map.injections).toMatchObject([{ isStruckOut: true }]);
    expect(mapOn(facts, day(0)).injections).toEqual([]);
  });

  test('calls a vein new that was found at the last review or since, until the next', () => {
    const facts = told(
      { on: 0, vein: aVein(1) },
      { on: 10, session: 1, into: [1] },
      { on: 40, review: { 1: 'better' } },
      { on: 40, vein: aVein(2) },
      { on: 50, vein: aVein(3) },
      { on: 90, review: { 1: 'cleared', 3: 'not-seen' } },
    );
    expect(statesOn(facts, 0)).toEqual(['L1 mapped']);
    expect(statesOn(facts, 40)).toEqual(['L1 responding', 'L2 new']);
    expect(statesOn(facts, 90)).toEqual(['L1 cleared', 'L2 new', 'L3 new']);
    expect(statesOn(facts, 91)).toEqual(['L1 cleared', 'L2 mapped', 'L3 mapped']);
  });

  test('calls nothing new that was mapped before or on the day of the first session', () => {
    const facts = told(
      { on: 0, vein: aVein(1) },
      { on: 10, vein: aVein(2) },
      { on: 10, session: 1, into: [1] },
      { on: 11, vein: aVein(3) },
    );
    expect(statesOn(facts, 11)).toEqual(['L1 injected', 'L2 mapped', 'L3 new']);
  });

  test('calls a vein carried over until it is confirmed, whatever was done to it, and never new', () => {
    const carried = { carriedOverFrom: calendarDate('2021-05-05') };
    const facts = told(
      { on: 0, vein: aVein(1, carried) },
      { on: 0, vein: aVein(2, carried) },
      { on: 5, vein: aVein(2) },
      { on: 10, session: 1, into: [1] },
    );
    expect(statesOn(facts, 0)).toEqual(['L1 carried-over', 'L2 carried-over']);
    expect(statesOn(facts, 10)).toEqual(['L1 carried-over', 'L2 mapped']);
  });

  test('measures by body height until a distance was measured', () => {
    const facts = {
      ...told({ on: 3, measuredMm: 220 }),
      heightMm: Math.round(REFERENCE_BODY_HEIGHT_MM * 0.9),
    };
    expect(mapOn(facts, day(2)).heightScale).toBeCloseTo(0.9, 3);
    expect(mapOn(facts, day(3)).heightScale).toBeCloseTo(1.1, 9);
  });

  test('does not change by what happens later', () => {
    fc.assert(
      fc.property(arbitraryFacts, fc.nat(60), (facts, n) => {
        const date = day(n);
        const until = <T extends { readonly onDate: string }>(all: readonly T[]) =>
          all.filter(({ onDate }) => onDate <= date);
        const before: MapFacts = {
          ...facts,
          veins: until(facts.veins),
          marks: until(facts.marks),
          sessions: until(facts.sessions),
          injections: until(facts.injections),
          reviews: until(facts.reviews),
        };
        expect(mapOn(facts, date)).toEqual(mapOn(before, date));
      }),
    );
  });

  test('is, on the last of its days, the leg for ever after', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const last = datesOf(facts).at(-1)?.onDate;
        fc.pre(last !== undefined);
        const { onDate: _on, ...present } = mapOn(facts, calendarDate('2100-01-01'));
        const drawings = (map: Pick<typeof present, 'veins'>) => map.veins.map(({ vein }) => vein);
        expect(drawings(mapOn(facts, last))).toEqual(drawings(present));
        const latest = new Map(facts.veins.map((version) => [version.veinId, version.vein]));
        expect(new Set(drawings(present))).toEqual(
          new Set([...latest.values()].filter((vein) => vein !== null)),
        );
      }),
    );
  });
});

describe('two days beside each other', () => {
  const facts = told(
    { on: 0, vein: aVein(1) },
    { on: 0, vein: aVein(2) },
    { on: 0, vein: aVein(3) },
    { on: 0, vein: aVein(4) },
    { on: 10, session: 1, into: [1, 3] },
    { on: 20, erased: 2 },
    {
      on: 20,
      vein: aVein(4, {
        path: [
          [0, 600],
          [0, 570],
        ],
      }),
    },
    { on: 50, vein: aVein(5) },
    { on: 50, review: { 1: 'cleared', 3: 'better' } },
  );
  const changes = (from: number, to: number) =>
    compareMaps(mapOn(facts, day(from)), mapOn(facts, day(to))).veins.map(
      ({ from: was, to: is, change }) => `L${String((was ?? is)?.vein.number)} ${change}`,
    );

  test('tell gone, changed, unchanged and new veins apart', () => {
    expect(changes(0, 50)).toEqual(['L1 gone', 'L2 gone', 'L3 unchanged', 'L4 changed', 'L5 new']);
    expect(changes(20, 50)).toEqual(['L1 gone', 'L3 unchanged', 'L4 unchanged', 'L5 new']);
    expect(changes(50, 51)).toEqual(['L3 unchanged', 'L4 unchanged', 'L5 unchanged']);
  });

  test('give the counts and the lengths of each', () => {
    expect(compareMaps(mapOn(facts, day(0)), mapOn(facts, day(50))).totals).toEqual({
      gone: { count: 2, fromMm: 120, toMm: 0 },
      unchanged: { count: 1, fromMm: 60, toMm: 60 },
      changed: { count: 1, fromMm: 60, toMm: 30 },
      new: { count: 1, fromMm: 0, toMm: 60 },
    });
  });

  test('do not take a new measurement of the leg for a change of its veins', () => {
    const measured = told({ on: 0, vein: aVein(1) }, { on: 9, measuredMm: 220 });
    const { totals } = compareMaps(mapOn(measured, day(0)), mapOn(measured, day(9)));
    expect(totals.unchanged).toEqual({ count: 1, fromMm: 66, toMm: 66 });
  });

  test('a note, or a feeder that was found, is no change of the vein itself', () => {
    const noted = told(
      { on: 0, vein: aVein(1) },
      { on: 1, vein: aVein(1, { note: 'seen', feederId: veinId(2) }) },
    );
    expect(compareMaps(mapOn(noted, day(0)), mapOn(noted, day(1))).totals.unchanged.count).toBe(1);
  });

  test('the other way round turn gone into new and leave the rest', () => {
    fc.assert(
      fc.property(arbitraryFacts, fc.nat(60), fc.nat(60), (any, a, b) => {
        const [from, to] = [mapOn(any, day(a)), mapOn(any, day(b))];
        const [there, back] = [compareMaps(from, to), compareMaps(to, from)];
        const turned = { gone: 'new', new: 'gone', changed: 'changed', unchanged: 'unchanged' } as const;
        expect(back.veins).toEqual(
          there.veins.map(({ veinId: id, change, from: was, to: is }) => ({
            veinId: id,
            change: turned[change],
            from: is,
            to: was,
          })),
        );
        for (const change of VEIN_CHANGES) {
          const { count, fromMm, toMm } = there.totals[change];
          expect(back.totals[turned[change]]).toEqual({ count, fromMm: toMm, toMm: fromMm });
        }
      }),
    );
  });

  test('count every vein that is to be seen on either of them once', () => {
    fc.assert(
      fc.property(arbitraryFacts, fc.nat(60), fc.nat(60), (any, a, b) => {
        const [from, to] = [mapOn(any, day(a)), mapOn(any, day(b))];
        const seen = [from, to].flatMap((map) => map.veins).filter(({ state }) => state !== 'cleared');
        const { veins, totals } = compareMaps(from, to);
        expect(new Set(veins.map(({ veinId: id }) => id))).toEqual(new Set(seen.map(({ vein }) => vein.id)));
        expect(VEIN_CHANGES.reduce((sum, change) => sum + totals[change].count, 0)).toBe(veins.length);
      }),
    );
  });
});
