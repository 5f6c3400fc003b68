import { describe, expect, it } from 'vitest';
import { punctureMarks, puncturePlaces } from '../../../../renderer/features/session/puncture-places.ts';
import { polygonContains } from '../../../../shared/geometry/polygon.ts';
import { injection, line, planned, sessionView, STRUCK } from './session-fixture.ts';

describe('punctures on the map', () => {
  it('stand evenly along a line', () => {
    expect(puncturePlaces(line(1), 2).map(([, y]) => Math.round(y))).toEqual([460, 420]);
  });

  it('stand inside a web', () => {
    const path = [
      [0, 0],
      [40, 0],
      [40, 40],
      [0, 40],
    ] as const;
    const places = puncturePlaces(line(1, { pattern: 'web', path }), 6);
    expect(places).toHaveLength(6);
    expect(places.every((point) => polygonContains(path, point))).toBe(true);
  });

  it('show what was given, what was struck out, and of the vein in hand what is to come', () => {
    const vein = line(5);
    const view = sessionView({
      veins: [vein, line(6)],
      due: [planned(5, 4, 300), planned(6, 2, 300)],
      injections: [
        injection(1, 5, 300),
        injection(2, 5, 300, { strikeOut: STRUCK }),
        injection(3, 6, 300),
        injection(4, null, 100),
      ],
    });
    const marks = punctureMarks(view, vein);
    expect(marks.map(({ state, text }) => `${state} ${text}`)).toEqual([
      'given 1',
      'struck-out 2',
      'next 2',
      'to-come 3',
      'to-come 4',
      'given 1',
      'free F1',
    ]);
  });
});
