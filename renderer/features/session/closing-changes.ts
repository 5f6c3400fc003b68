import type { SessionView } from '../../../shared/contract/session.ts';
import type { SessionClosing } from '../../../shared/domain/session/session.ts';
import { compressionText, countedText, minutesText } from '../../text/closing-text.ts';
import { countText } from './session-record-summary.tsx';

/** One thing that an amendment says otherwise. */
export interface ClosingChange {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two words on how a session ended, in words. */
export function closingChanges(
  before: SessionClosing,
  after: SessionClosing,
  boxes: SessionView['boxes'],
): readonly ClosingChange[] {
  const compare = (what: string, words: (closing: SessionClosing) => string): readonly ClosingChange[] => {
    const [was, is] = [words(before), words(after)];
    return was === is ? [] : [{ what, before: was || 'none', after: is || 'none' }];
  };
  return [
    ...after.ampoules.flatMap(({ lotId }) =>
      compare(`Lot ${boxes.find(({ id }) => id === lotId)?.lotNumber ?? ''}`, ({ ampoules }) => {
        const count = ampoules.find((each) => each.lotId === lotId);
        return count ? countText(count) : '';
      }),
    ),
    ...compare('Why the ampoules differ', ({ differenceReason }) => differenceReason ?? ''),
    ...compare('Compression', compressionText),
    ...compare('Observed', ({ observedMinutes }) => minutesText(observedMinutes)),
    ...compare(
      'Aftercare',
      ({ aftercareExplained, aftercareGiven }) =>
        `${countedText(aftercareExplained.length, 'point')}, leaflet ${aftercareGiven ? 'given' : 'not given'}`,
    ),
    ...compare('Note', ({ note }) => note),
  ];
}
