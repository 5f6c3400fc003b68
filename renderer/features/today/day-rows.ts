import type { Lot } from '../../../shared/contract/session.ts';
import type { DaySession, ReviewDue } from '../../../shared/contract/today.ts';
import { daysBetween, type CalendarDate } from '../../../shared/kernel/time.ts';
import { strengthText } from '../../text/format.ts';
import { hindranceText, todayText } from '../../text/today-text.ts';
import type { Tone } from '../../ui/chip.tsx';

interface Shown {
  readonly tone: Tone;
  readonly words: string;
}

/** Where a session of the day stands. */
export function dayState({ session, hindrances, onDate }: DaySession, today: CalendarDate): Shown {
  switch (session?.state) {
    case 'open':
      return { tone: 'info', words: todayText.states.open };
    case 'closed':
      return { tone: 'ok', words: todayText.states.closed };
    case 'signed':
      return { tone: 'plain', words: todayText.states.signed };
    case undefined: {
      const [first, ...others] = hindrances;
      if (first === undefined)
        return onDate < today
          ? { tone: 'warn', words: todayText.states.notHeld }
          : { tone: 'plain', words: todayText.states.ready };
      const more = others.length > 0 ? ` +${String(others.length)}` : '';
      const tone = first === 'contraindicated' ? 'hard' : 'warn';
      return { tone, words: hindranceText(first) + more };
    }
  }
}

/** What the button of a session says. */
export function dayAction({ session }: DaySession): string {
  switch (session?.state) {
    case 'open':
      return todayText.actions.continue;
    case 'closed':
      return todayText.actions.sign;
    case 'signed':
      return todayText.actions.show;
    case undefined:
      return todayText.actions.open;
  }
}

/** How near a review is. */
export function reviewState({ dueOn }: ReviewDue, today: CalendarDate): Shown {
  const days = daysBetween(today, dueOn);
  if (days < 0) return { tone: 'warn', words: todayText.late(-days) };
  return days === 0
    ? { tone: 'info', words: todayText.dueToday }
    : { tone: 'plain', words: todayText.inDays(days) };
}

/** What to say of lots that expire soon or have expired, in one line; null if there are none. A recalled lot is put aside already. */
export function lotsLine(lots: readonly Lot[], today: CalendarDate): string | null {
  const [first, ...others] = lots.filter(({ recalledBecause }) => recalledBecause === null);
  if (!first) return null;
  const strength = strengthText(first.product.strengthUgPerMl);
  const days = daysBetween(today, first.expiresOn);
  const line =
    days < 0
      ? todayText.lotExpired(first.lotNumber, strength, first.expiresOn)
      : todayText.lotExpires(first.lotNumber, strength, days);
  return others.length > 0 ? `${line}, ${todayText.moreLots(others.length)}` : line;
}
