import { randomUUID } from 'node:crypto';
import { uptime } from 'node:os';
import { calendarDate, instantOf, type CalendarDate } from '../shared/kernel/time.ts';
import type { Machine } from './services/context.ts';

/** The clock, the calendar and the chance of this machine. */
export const systemSurroundings: Machine = {
  now: () => instantOf(Date.now()),
  today: () => dayOnWall(new Date()),
  newUuid: () => randomUUID(),
  uptimeMs: () => uptime() * 1000,
};

/** The day that a moment lies in on the wall of this machine, in its own time zone. */
export function dayOnWall(moment: Date): CalendarDate {
  const [month, day] = [moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0'));
  return calendarDate([String(moment.getFullYear()).padStart(4, '0'), month, day].join('-'));
}
