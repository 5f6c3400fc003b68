import { addDays, calendarDate, epochMs, instantOf } from '../../shared/kernel/time.ts';
import type { CalendarDate, Instant, Moments } from '../../shared/kernel/time.ts';

/** The day that a moment lies in on the clinic's wall: by the time zone of this machine. */
export function dayOnWall(at: Instant): CalendarDate {
  const time = new Date(epochMs(at));
  const [month, day] = [time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, '0'));
  return calendarDate([String(time.getFullYear()).padStart(4, '0'), month, day].join('-'));
}

/** When a stretch of days, `to` the last of them, begins and ends on that wall. */
export function momentsOf(days: { readonly from: CalendarDate; readonly to: CalendarDate }): Moments {
  return { from: beginOf(days.from), before: beginOf(addDays(days.to, 1)) };
}

function beginOf(date: CalendarDate): Instant {
  return instantOf(new Date(`${date}T00:00:00`).getTime());
}
