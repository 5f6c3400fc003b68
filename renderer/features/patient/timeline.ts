import type { PatientView } from '../../../shared/contract/patient.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { legsText, mgText, mlTotalText, weightText } from '../../text/format.ts';

/** Something that happened on a day. */
export interface TimelineEvent {
  readonly key: string;
  readonly onDate: CalendarDate;
  readonly words: string;
}

/** What happened to a patient, the newest first. */
export function timelineOf({ cases, weights }: PatientView): readonly TimelineEvent[] {
  const opened = cases.map(({ id, openedOn, reason }) => ({
    key: id,
    onDate: openedOn,
    words: `Case opened: ${reason}`,
  }));
  const sessions = cases.flatMap((summary) =>
    summary.sessions.map(({ id, number, onDate, legs, volumeUl, massUg }) => ({
      key: id,
      onDate,
      words: `Session ${String(number)}, ${legsText(legs)}: ${mlTotalText(volumeUl)}, ${mgText(massUg)}`,
    })),
  );
  const weighed = weights.map(({ weightG, onDate }) => ({
    key: `weight ${onDate} ${String(weightG)}`,
    onDate,
    words: `Weighed ${weightText(weightG)}`,
  }));
  return [...sessions, ...weighed, ...opened].sort((a, b) => b.onDate.localeCompare(a.onDate));
}
