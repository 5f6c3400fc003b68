import type { NextSessionView } from '../../shared/contract/next-session.ts';
import { veinLabel, type Vein } from '../../shared/domain/leg-map/vein.ts';
import type { Hindrance } from '../../shared/domain/session/hindrance.ts';
import { nameOfHindrance } from '../../shared/domain/session/known-hindrance.ts';
import { CAUTION_ACTIONS, type SessionCaution } from '../../shared/domain/session/session-cautions.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { nextCautionText } from './closing-text.ts';
import { dateText } from './format.ts';
import { hindranceWhat, liftText, whyText } from './hindrance-text.ts';
import { counted } from './plan-text.ts';
import { hindranceText } from './today-text.ts';

/** Words of what stands in the way of the next session. */
export const nextSessionText = {
  title: (number: number) => `Before session ${String(number)}`,
  aside: (inTheWay: number, toLookAt: number) =>
    [
      ...(inTheWay > 0 ? [`${String(inTheWay)} in the way`] : []),
      ...(toLookAt > 0 ? [`${String(toLookAt)} to look at`] : []),
    ].join(' · '),
  clear: 'Ready',
  clearHint:
    'Nothing known stands in the way. Identity, leg, weight and what may have changed are asked at the opening.',
  inTheWay: 'in the way',
  toLookAt: 'to look at',
  confirmOnMap: 'Confirm on the map',
} as const;

/** Where what is in the way is put right; the words of the link to it. */
export const WAY_WORDS = {
  assess: 'Assessment',
  allergies: 'Ask about allergies',
  opening: 'Opening of the session',
  plan: 'Plan',
  map: 'Map',
  review: 'Review',
  session: 'The open session',
} as const;

/** One line of what is known before a session: what it is called, what it is, who lifts it and why it is asked. */
export interface KnownWords {
  readonly name: string;
  readonly what: string;
  readonly who: string;
}

/** The words of something that keeps a session from being opened. */
export function hindranceWords(hindrance: Hindrance, view: NextSessionView): KnownWords {
  const name = nameOfHindrance(hindrance.kind);
  return {
    name: name === null ? '' : hindranceText(name),
    what: hindranceWhat(hindrance, view),
    who: `${liftText(hindrance.lift)} ${whyText(hindrance)}`,
  };
}

/** The words of something that ought to be looked at. */
export function cautionWords(caution: SessionCaution, { veins }: Pick<NextSessionView, 'veins'>): KnownWords {
  const who = liftText({ by: 'doing', action: CAUTION_ACTIONS[caution.kind] });
  switch (caution.kind) {
    case 'no-veins':
      return { name: 'No veins', what: 'The plan holds no vein for it.', who };
    case 'unconfirmed':
      return { name: 'Not confirmed', what: unconfirmedText(named(caution.veins, veins)), who };
    case 'resting':
      return { name: 'Resting', what: restingText(named(caution.veins, veins), caution.until), who };
    case 'date':
      return { name: 'Its day', what: nextCautionText(caution.caution), who };
    default:
      return assertNever(caution);
  }
}

type Named = Pick<Vein, 'id' | 'leg' | 'number'>;

function named(ids: readonly Vein['id'][], veins: readonly Named[]): readonly Named[] {
  return veins.filter(({ id }) => ids.includes(id));
}

/** `2 veins carried over from an earlier map and not seen again yet: L3, L7.` */
export function unconfirmedText(veins: readonly Named[]): string {
  return `${counted(veins.length, 'vein')} carried over from an earlier map and not seen again yet: ${labels(veins)}.`;
}

function restingText(veins: readonly Named[], until: CalendarDate): string {
  return `The last review lets ${labels(veins)} rest until ${dateText(until)}.`;
}

/** More labels than these nobody reads in a sentence. */
const MOST_LABELS = 8;

function labels(veins: readonly Named[]): string {
  const shown = veins.slice(0, MOST_LABELS).map(veinLabel).join(', ');
  const more = veins.length - MOST_LABELS;
  return more > 0 ? `${shown} and ${String(more)} more` : shown;
}
