import { randomUUID } from 'node:crypto';
import { calendarDate, instantOf } from '../shared/kernel/time.ts';
import type { Surroundings } from './services/context.ts';

/** The clock, the calendar and the chance of this machine. */
export const systemSurroundings: Surroundings = {
  now: () => instantOf(Date.now()),
  today: () => {
    const now = new Date();
    const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
    return calendarDate([String(now.getFullYear()), month, day].join('-'));
  },
  newUuid: () => randomUUID(),
};
