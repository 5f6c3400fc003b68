import { randomUUID } from 'node:crypto';
import type { RecordComplication } from '../../shared/contract/complications.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { calendarDate } from '../../shared/kernel/time.ts';
import type { OpenSessionAtHand } from './treatment.ts';

const TODAY = calendarDate('2026-11-02');

/** Pigmentation along the first vein, on the day of its session. */
export function pigmentation(
  open: OpenSessionAtHand,
  over: Partial<RecordComplication> = {},
): RecordComplication {
  return {
    complicationId: idOf<'complication'>(randomUUID()),
    caseId: open.caseId,
    kind: 'pigmentation',
    onsetOn: TODAY,
    veinIds: [open.veins[0].id],
    sessionId: open.session.opening.id,
    lotId: open.lotId,
    description: 'brown line',
    origin: null,
    first: anEntry(),
    ...over,
  };
}

/** Ongoing and mild, seen on the first day of the test clinic. */
export function anEntry(over: Partial<RecordComplication['first']> = {}): RecordComplication['first'] {
  return {
    entryId: idOf<'course-entry'>(randomUUID()),
    onDate: TODAY,
    state: 'ongoing',
    grade: 'mild',
    serious: false,
    treatment: '',
    note: '',
    ...over,
  };
}
