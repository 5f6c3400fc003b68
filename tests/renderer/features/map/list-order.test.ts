import { describe, expect, it } from 'vitest';
import {
  BY_NUMBER,
  isFiltering,
  listed,
  NO_FILTER,
  type ListFilter,
  type ListOrder,
} from '../../../../renderer/features/map/list-order.ts';
import { veinLabel } from '../../../../shared/domain/leg-map/vein.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { mapVein, row } from './map-fixture.ts';

const rows = [
  row(mapVein({ number: 12, diameterMm: 1.2, note: 'near the scar' }), 2),
  row(mapVein({ number: 2, kind: 'telangiectasia', colour: 'red', diameterMm: 0.4 }), 1),
  row(
    mapVein({
      number: 3,
      aspect: 'anterior',
      path: [
        [0, 300],
        [4, 200],
      ],
      carriedOverFrom: calendarDate('2021-04-01'),
    }),
  ),
  row(mapVein({ number: 1, leg: 'right' }), 1),
];

const labels = (filter: Partial<ListFilter> = {}, order: ListOrder = BY_NUMBER) =>
  listed(rows, { ...NO_FILTER, ...filter }, order).map(({ vein }) => veinLabel(vein));

describe('the list of veins', () => {
  it('stands by leg and number at first, numbers as numbers', () => {
    expect(labels()).toEqual(['R1', 'L2', 'L3', 'L12']);
    expect(labels({}, { by: 'number', descending: true })).toEqual(['L12', 'L3', 'L2', 'R1']);
  });

  it('sorts by size, diameter, region and kind; what is equal keeps the order of its labels', () => {
    expect(labels({}, { by: 'size', descending: true })).toEqual(['L3', 'R1', 'L2', 'L12']);
    expect(labels({}, { by: 'diameter', descending: false })).toEqual(['L2', 'L12', 'R1', 'L3']);
    expect(labels({}, { by: 'region', descending: false })).toEqual(['R1', 'L2', 'L12', 'L3']);
    expect(labels({}, { by: 'kind', descending: false })).toEqual(['L2', 'R1', 'L3', 'L12']);
  });

  it('puts veins without a session last, whichever way it is sorted', () => {
    expect(labels({}, { by: 'session', descending: false }).at(-1)).toBe('L3');
    expect(labels({}, { by: 'session', descending: true })).toEqual(['L12', 'R1', 'L2', 'L3']);
  });

  it('finds by label, kind, colour, region, level or note, all typed words together', () => {
    expect(labels({ text: 'l12' })).toEqual(['L12']);
    expect(labels({ text: 'RED thigh' })).toEqual(['L2']);
    expect(labels({ text: ' scar ' })).toEqual(['L12']);
    expect(labels({ text: 'leg anterior' })).toEqual(['L3']);
    expect(labels({ text: 'red scar' })).toEqual([]);
  });

  it('narrows by kind, region, session and what is to be confirmed', () => {
    expect(labels({ kind: 'telangiectasia' })).toEqual(['L2']);
    expect(labels({ region: 'thigh-lateral' })).toEqual(['R1', 'L2', 'L12']);
    expect(labels({ session: 1 })).toEqual(['R1', 'L2']);
    expect(labels({ session: 'not-planned' })).toEqual(['L3']);
    expect(labels({ toConfirm: true })).toEqual(['L3']);
  });

  it('knows whether it hides anything', () => {
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect(isFiltering({ ...NO_FILTER, text: '  ' })).toBe(false);
    expect(isFiltering({ ...NO_FILTER, session: 'not-planned' })).toBe(true);
  });
});
