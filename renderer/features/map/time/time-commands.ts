import type { Command } from '../../../commands/command.ts';
import { TIME_WORDS } from '../../../text/time-text.ts';
import type { MapTime } from './use-map-time.ts';

type Times = Pick<MapTime, 'days' | 'date' | 'show' | 'compare'>;

/** What can be done with the days of a map, by key and palette. */
export function timeCommands({ days, date, show, compare }: Times): readonly Command[] {
  const found = days.findIndex(({ onDate }) => onDate === date);
  const at = found === -1 ? days.length : found;
  const step = (id: string, label: string, to: number, key: string): Command => ({
    id,
    label,
    shortcuts: [key],
    isEnabled: () => to >= 0 && to <= days.length,
    run: () => {
      show(days[to]?.onDate ?? null);
    },
  });
  return [
    step('time-earlier', TIME_WORDS.earlier, at - 1, ','),
    step('time-later', TIME_WORDS.later, at + 1, '.'),
    {
      id: 'time-now',
      label: TIME_WORDS.backToNow,
      // Only then: on the map of now Escape belongs to the tools.
      shortcuts: date === null ? [] : ['Escape'],
      isEnabled: () => date !== null,
      run: () => {
        show(null);
      },
    },
    {
      id: 'compare-dates',
      label: TIME_WORDS.compare,
      shortcuts: ['D'],
      isEnabled: () => days.length > 1,
      run: () => {
        compare(true);
      },
    },
  ];
}
