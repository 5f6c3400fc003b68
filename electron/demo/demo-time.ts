import { addDays, epochMs, instantOf, type CalendarDate, type Instant } from '../../shared/kernel/time.ts';

/** When something happens in the demo: the day on the wall, and the moment. */
export interface Moment {
  readonly date: CalendarDate;
  readonly at: Instant;
}

/** `HH:MM` of the clinic's clock. */
export type ClockTime = `${number}:${number}`;

/** The last thing of the demo's day happens at this time; before it, the whole day is told so much earlier. */
const LAST_TODAY: ClockTime = '09:28';

/** The calendar of the demo, told from the day on which it is built. */
export interface DemoCalendar {
  /** The day so many days after today; negative: before. */
  readonly day: (offset: number) => CalendarDate;
  readonly moment: (offset: number, time: ClockTime) => Moment;
}

/** A calendar in which nothing of today is later than `now`. */
export function demoCalendar(today: CalendarDate, now: Instant): DemoCalendar {
  const early = Math.max(0, epochMs(onWall(today, LAST_TODAY)) - epochMs(now));
  const day = (offset: number) => addDays(today, offset);
  return {
    day,
    moment: (offset, time) => {
      const at = onWall(day(offset), time);
      return { date: day(offset), at: offset === 0 ? instantOf(epochMs(at) - early) : at };
    },
  };
}

/** The moment so many seconds after another, on the same day. */
export function after(moment: Moment, seconds: number): Moment {
  return { date: moment.date, at: instantOf(epochMs(moment.at) + seconds * 1000) };
}

function onWall(date: CalendarDate, time: ClockTime): Instant {
  return instantOf(new Date(`${date}T${time}:00`).getTime());
}
