import { calendarDate, epochMs, type CalendarDate, type Instant } from '../../../shared/kernel/time.ts';

/** The day that a moment had on the clock of this computer, which is the clinic's. */
export function dayOnWall(at: Instant): CalendarDate {
  const time = new Date(epochMs(at));
  const [month, day] = [time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, '0'));
  return calendarDate([String(time.getFullYear()), month, day].join('-'));
}
