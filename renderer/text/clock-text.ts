import type { ClockDoubt } from '../../shared/contract/clinic.ts';
import { clockText, momentText } from './format.ts';
import { counted } from './time-text.ts';

/** What is the matter with the machine's clock, and what follows. */
export function clockDoubtText(doubt: ClockDoubt): string {
  if (doubt.kind === 'behind')
    return `This computer’s clock is behind the newest record (${momentText(doubt.lastAt)}). Put it right before anything is recorded.`;
  const direction = doubt.byMs > 0 ? 'forward' : 'back';
  return (
    `This computer’s clock was set ${direction} by ${spanText(Math.abs(doubt.byMs))}, noticed at ${clockText(doubt.at)}. Is it right now? ` +
    'Limits of 24 hours go by the hours that truly passed.'
  );
}

const MINUTE = 60_000;

/** `2 days`, `3 h 20 min`, `5 min`: rounded to what somebody would say who set it. */
function spanText(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  const days = Math.round(minutes / 1_440);
  if (Math.abs(minutes - days * 1_440) < 60 && days > 0) return counted(days, 'day');
  if (minutes >= 2 * 1_440) return `about ${counted(days, 'day')}`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${String(hours)} h`] : []), ...(rest > 0 ? [`${String(rest)} min`] : [])].join(
    ' ',
  );
}
