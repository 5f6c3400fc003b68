import { describe, expect, it } from 'vitest';
import {
  draftOfClosing,
  EMPTY_CLOSING,
  readClosingDraft,
} from '../../../../renderer/features/session/closing-draft.ts';
import {
  closingSoFar,
  endingOf,
  endingRequest,
  stillToSay,
} from '../../../../renderer/features/session/closing-model.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { instantOf } from '../../../../shared/kernel/time.ts';
import { microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';
import { injection, LOT, sessionView } from './session-fixture.ts';

const liquid = injection(1, 5, 300);
const foam = injection(1, 5, 2_000, {
  dose: {
    form: 'foam',
    strengthUgPerMl: microgramsPerMillilitre(10_000),
    gasParts: 4,
    volumeUl: microlitres(2_000),
  },
});
const walk = { startedAt: instantOf(600_000), startedBy: idOf<'person'>('n'), end: null };
const NOW = instantOf(600_000 + 21 * 60_000);
const said = { ...EMPTY_CLOSING, compressionClass: '2', aftercareGiven: true } as const;

describe('what is typed at a closing', () => {
  it('comes back as it was kept; what cannot be read is an empty draft', () => {
    const draft = { ...EMPTY_CLOSING, isOpen: true, note: 'dizzy', compressionClass: '1' as const };
    expect(readClosingDraft(JSON.stringify(draft))).toEqual(draft);
    for (const content of [null, '', '{', '[]', '{"isOpen":3}']) {
      expect(readClosingDraft(content)).toBe(EMPTY_CLOSING);
    }
  });

  it('is nothing to send until compression, minutes and leaflet are said', () => {
    const view = sessionView({ injections: [liquid] });
    const ending = endingOf(view, EMPTY_CLOSING, NOW);
    expect(endingRequest(ending, EMPTY_CLOSING)).toBeNull();
    expect(stillToSay(ending, EMPTY_CLOSING)).toBe(
      'Still to say: the compression, the minutes observed, whether the aftercare leaflet was given.',
    );
    const draft = { ...said, observedMinutes: 15 };
    expect(stillToSay(endingOf(view, draft, NOW), draft)).toBeNull();
    expect(endingRequest(endingOf(view, draft, NOW), draft)).toMatchObject({
      ampoules: [{ lotId: LOT, ampoulesOpened: 1, wastedUl: 1_700 }],
      compressionDays: 7,
      observedMinutes: 15,
    });
  });

  it('takes the minutes from the walk until somebody types others', () => {
    const view = sessionView({ injections: [liquid], walks: [walk] });
    expect(endingOf(view, said, NOW)).toMatchObject({ observedMinutes: 21, isObservedByClock: true });
    expect(endingOf(view, { ...said, observedMinutes: 30 }, NOW)).toMatchObject({
      observedMinutes: 30,
      isObservedByClock: false,
    });
  });

  it('after foam proposes the clinic’s bandage and stocking for a week, and says until when', () => {
    const ending = endingOf(sessionView({ injections: [foam] }), EMPTY_CLOSING, NOW);
    expect(ending).toMatchObject({
      compressionClass: 'bandage',
      fullLength: true,
      compressionDays: 7,
      compressionUntil: '2026-10-15',
    });
    expect(ending.boxes).toMatchObject([{ injectedUl: 400, ampoulesOpened: 1, wastedUl: 1_600 }]);
    const none = endingOf(
      sessionView({ injections: [foam] }),
      { ...EMPTY_CLOSING, compressionClass: 'none' },
      NOW,
    );
    expect(none).toMatchObject({ fullLength: false, compressionDays: 0, compressionUntil: '2026-10-08' });
  });

  it('a difference is sent with its reason, and not before there is one', () => {
    const view = sessionView({ injections: [liquid] });
    const draft = {
      ...said,
      observedMinutes: 20,
      ampoules: [{ lotId: LOT, ampoulesOpened: 1, wastedUl: 1_000 }],
    };
    expect(endingRequest(endingOf(view, draft, NOW), draft)).toBeNull();
    const explained = { ...draft, differenceReason: ' Spilled ' };
    const ending = endingOf(view, explained, NOW);
    expect(endingRequest(ending, explained)?.differenceReason).toBe('Spilled');
    expect(closingSoFar(ending, explained).differenceReason).toBe('Spilled');
  });

  it('a closing that holds is said anew without losing anything', () => {
    const view = sessionView({ injections: [liquid] });
    const draft = draftOfClosing({
      ampoules: [
        { lotId: LOT, ampoulesOpened: 2, injectedUl: microlitres(300), wastedUl: microlitres(3_700) },
      ],
      differenceReason: null,
      compressionClass: '1',
      compressionDays: 5,
      compressionUntil: view.opening.onDate,
      fullLength: true,
      observedMinutes: 12,
      walkedMinutes: 12,
      aftercareGiven: false,
      aftercareExplained: ['no-sun'],
      nextOn: null,
      note: 'n',
      closedAt: NOW,
      closedBy: walk.startedBy,
    });
    expect(endingRequest(endingOf(view, draft, NOW), draft)).toEqual({
      ampoules: [{ lotId: LOT, ampoulesOpened: 2, wastedUl: 3_700 }],
      differenceReason: null,
      compressionClass: '1',
      compressionDays: 5,
      fullLength: true,
      observedMinutes: 12,
      aftercareGiven: false,
      aftercareExplained: ['no-sun'],
      note: 'n',
    });
  });
});
