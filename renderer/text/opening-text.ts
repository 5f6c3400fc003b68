import type { SessionSummary } from '../../shared/contract/patient.ts';
import { dateText } from './format.ts';

/** `Rita Silva has opened session 2`, `Session 2 was held on 8 Oct 2026` */
export function openedText({
  number,
  state,
  openedBy,
  onDate,
}: Pick<SessionSummary, 'number' | 'state' | 'openedBy' | 'onDate'>): string {
  return state === 'open'
    ? `${openedBy} has opened session ${String(number)}`
    : `Session ${String(number)} was held on ${dateText(onDate)}`;
}
