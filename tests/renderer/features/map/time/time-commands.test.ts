import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../../../renderer/commands/command.ts';
import { timeCommands } from '../../../../../renderer/features/map/time/time-commands.ts';
import { datesOf } from '../../../../../shared/domain/leg-map/timeline.ts';
import type { CalendarDate } from '../../../../../shared/kernel/time.ts';
import { aVein, day, told } from '../../../../shared/domain/leg-map/map-facts.ts';

const DAYS = datesOf(told({ on: 0, vein: aVein(1) }, { on: 5, session: 1, into: [1] }));

/** Presses commands one after the other, and gives the day that is shown then. */
function shownAfter(...ids: readonly string[]) {
  let date: CalendarDate | null = null;
  let comparing = false;
  for (const id of ids) {
    const commands = timeCommands({
      days: DAYS,
      date,
      show: (to) => {
        date = to;
      },
      compare: (open) => {
        comparing = open;
      },
    });
    const command = commands.find((each) => each.id === id);
    if (command === undefined) throw new Error(`no command ${id}`);
    runCommand(command);
  }
  return { date, comparing };
}

describe('the days of a map by key', () => {
  it('go back from now day by day, and stop at the first', () => {
    expect(shownAfter('time-earlier').date).toBe(day(5));
    expect(shownAfter('time-earlier', 'time-earlier', 'time-earlier').date).toBe(day(0));
  });

  it('go on again until now', () => {
    expect(shownAfter('time-earlier', 'time-earlier', 'time-later').date).toBe(day(5));
    expect(shownAfter('time-earlier', 'time-later', 'time-later').date).toBeNull();
    expect(shownAfter('time-earlier', 'time-earlier', 'time-now').date).toBeNull();
  });

  it('leave Escape to the tools while the map is that of now', () => {
    const escapes = (date: CalendarDate | null) =>
      timeCommands({ days: DAYS, date, show: () => undefined, compare: () => undefined })
        .filter(({ shortcuts }) => shortcuts.includes('Escape'))
        .map(({ id }) => id);
    expect(escapes(null)).toEqual([]);
    expect(escapes(day(5))).toEqual(['time-now']);
  });

  it('can be compared as soon as there are two', () => {
    expect(shownAfter('compare-dates').comparing).toBe(true);
    const nothing = { days: DAYS.slice(0, 1), date: null, show: () => undefined, compare: () => undefined };
    expect(
      timeCommands(nothing)
        .find(({ id }) => id === 'compare-dates')
        ?.isEnabled(),
    ).toBe(false);
  });
});
