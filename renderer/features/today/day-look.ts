import { useState } from 'react';
import { z } from 'zod';
import { DAY_ORDERS } from './day-groups.ts';

const Look = z.strictObject({ order: z.enum(DAY_ORDERS), mineOnly: z.boolean() });
/** How the sessions of a day are shown. */
export type DayLook = z.output<typeof Look>;

const KEY = 'phleboplan.day-look';
const AT_FIRST: DayLook = { order: 'time', mineOnly: false };

/** How the day was last looked at on this computer, and how to look otherwise. */
export function useDayLook(): readonly [DayLook, (look: DayLook) => void] {
  const [look, setLook] = useState(keptLook);
  return [
    look,
    (next) => {
      window.localStorage.setItem(KEY, JSON.stringify(next));
      setLook(next);
    },
  ];
}

function keptLook(): DayLook {
  try {
    const kept = Look.safeParse(JSON.parse(window.localStorage.getItem(KEY) ?? 'null'));
    return kept.success ? kept.data : AT_FIRST;
  } catch {
    return AT_FIRST;
  }
}
