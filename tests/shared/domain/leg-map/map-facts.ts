import fc from 'fast-check';
import type { MapFacts, VeinVersion } from '../../../../shared/domain/leg-map/map-facts.ts';
import type { Vein } from '../../../../shared/domain/leg-map/vein.ts';
import { RESPONSES, type Response } from '../../../../shared/domain/outcome/review.ts';
import { idOf, type VeinId } from '../../../../shared/kernel/ids.ts';
import {
  addDays,
  calendarDate,
  epochMs,
  instantOf,
  type CalendarDate,
  type Instant,
} from '../../../../shared/kernel/time.ts';
import { microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';

const FIRST_DAY = calendarDate('2026-03-01');

export const day = (n: number): CalendarDate => addDays(FIRST_DAY, n);

const moment = (n: number, second: number): Instant =>
  instantOf(epochMs(instantOf(Date.UTC(2026, 2, 1, 9))) + n * 86_400_000 + second * 1_000);

export const veinId = (n: number): VeinId =>
  idOf<'vein'>(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

/** Vein n of the left leg, 60 mm long. */
export function aVein(n: number, over: Partial<Vein> = {}): Vein {
  return {
    id: veinId(n),
    leg: 'left',
    aspect: 'lateral',
    number: n,
    kind: 'reticular',
    pattern: 'line',
    colour: 'blue-green',
    diameterMm: 2,
    depth: 'subdermal',
    path: [
      [0, 600],
      [0, 540],
    ],
    branches: [],
    feederId: null,
    note: '',
    carriedOverFrom: null,
    ...over,
  };
}

/** A history told event by event; days are counted from 0 and never go back. */
export function told(...events: readonly Told[]): MapFacts {
  return events.reduce<MapFacts>(add, {
    veins: [],
    marks: [],
    sessions: [],
    injections: [],
    reviews: [],
    heightMm: null,
  });
}

export type Told =
  | { readonly on: number; readonly vein: Vein }
  | { readonly on: number; readonly erased: number }
  | { readonly on: number; readonly measuredMm: number }
  | {
      readonly on: number;
      readonly session: number;
      readonly into: readonly number[];
      readonly struckOut?: boolean;
    }
  | { readonly on: number; readonly review: Readonly<Record<number, Response>> };

function add(facts: MapFacts, event: Told, index = 0): MapFacts {
  const onDate = day(event.on);
  // Every gesture counts on, also where it takes the place of an earlier one of the same day.
  const version = 1 + Math.max(0, ...[...facts.veins, ...facts.marks].map((made) => made.version));
  if ('vein' in event) return drawn(facts, { veinId: event.vein.id, version, onDate, vein: event.vein });
  if ('erased' in event) return drawn(facts, { veinId: veinId(event.erased), version, onDate, vein: null });
  if ('measuredMm' in event) {
    const id = idOf<'mark'>('00000000-0000-4000-8000-00000000aaaa');
    const place = { leg: 'left', aspect: 'lateral', from: [0, 300], to: [0, 500] } as const;
    const mark = { mark: 'scale', id, ...place, distanceMm: event.measuredMm } as const;
    return { ...facts, marks: [...facts.marks, { markId: id, version, onDate, mark }] };
  }
  if ('review' in event) {
    const responses = Object.entries(event.review).map(([n, response]) => ({
      veinId: veinId(Number(n)),
      response,
    }));
    return {
      ...facts,
      reviews: [...facts.reviews, { onDate, recordedAt: moment(event.on, index), responses }],
    };
  }
  return injected(facts, event, index);
}

function drawn(facts: MapFacts, version: VeinVersion): MapFacts {
  const isSameDay = (other: VeinVersion) =>
    other.veinId === version.veinId && other.onDate === version.onDate;
  return { ...facts, veins: [...facts.veins.filter((other) => !isSameDay(other)), version] };
}

function injected(facts: MapFacts, event: Extract<Told, { session: number }>, index: number): MapFacts {
  const onDate = day(event.on);
  const injections = event.into.map((n, position) => ({
    id: idOf<'injection'>(`10000000-0000-4000-8000-${String(index * 100 + position).padStart(12, '0')}`),
    sessionNumber: event.session,
    onDate,
    givenAt: moment(event.on, index),
    number: position + 1,
    veinId: veinId(n),
    site: { leg: 'left', aspect: 'lateral', point: null } as const,
    dose: {
      form: 'liquid',
      strengthUgPerMl: microgramsPerMillilitre(5_000),
      volumeUl: microlitres(200),
    } as const,
    isStruckOut: event.struckOut ?? false,
  }));
  return {
    ...facts,
    sessions: [...facts.sessions, { number: event.session, onDate }],
    injections: [...facts.injections, ...injections],
  };
}

/** Histories of up to six veins over some weeks: drawn, changed, erased and drawn again, injected and reviewed. */
export const arbitraryFacts: fc.Arbitrary<MapFacts> = fc
  .array(
    fc.record({
      wait: fc.integer({ min: 0, max: 3 }),
      what: fc.constantFrom('draw', 'erase', 'measure', 'inject', 'review'),
      n: fc.integer({ min: 1, max: 6 }),
      size: fc.integer({ min: 5, max: 29 }),
      response: fc.constantFrom(...RESPONSES),
      carried: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((steps) => {
    let on = 0;
    let sessions = 0;
    return told(
      ...steps.map(({ wait, what, n, size, response, carried }): Told => {
        on += wait;
        switch (what) {
          case 'draw':
            return {
              on,
              vein: aVein(n, {
                leg: n % 2 === 0 ? 'left' : 'right',
                diameterMm: size / 10,
                carriedOverFrom: carried ? calendarDate('2021-01-01') : null,
              }),
            };
          case 'erase':
            return { on, erased: n };
          case 'measure':
            return { on, measuredMm: 150 + size };
          case 'inject':
            sessions += 1;
            return { on, session: sessions, into: [n], struckOut: carried };
          default:
            return { on, review: { [n]: response } };
        }
      }),
    );
  });
