import { describe, expect, it } from 'vitest';
import { ampouleInHand, reckonBoxes } from '../../../../renderer/features/session/closing-model.ts';
import { injection, line, LOT, sessionView, STRUCK } from './session-fixture.ts';

describe('closing a session', () => {
  const injections = [
    ...Array.from({ length: 9 }, (_, k) => injection(k + 1, 5, 300)),
    injection(10, 5, 300, { strikeOut: STRUCK }),
  ];
  const view = sessionView({ veins: [line(5)], injections });

  it('proposes the fewest ampoules that hold what was injected, and the rest as thrown away', () => {
    expect(reckonBoxes(view, new Map())).toMatchObject([
      { ampoulesOpened: 2, openedUl: 4000, injectedUl: 2700, wastedUl: 1300, differenceUl: 0 },
    ]);
  });

  it('shows a difference as soon as the nurse counts otherwise', () => {
    const entry = { ampoulesOpened: 3, wastedUl: 1300 };
    expect(reckonBoxes(view, new Map([[LOT, entry]]))[0]?.differenceUl).toBe(2000);
  });

  it('shows a difference when more was injected than opened', () => {
    const entry = { ampoulesOpened: 1, wastedUl: null };
    expect(reckonBoxes(view, new Map([[LOT, entry]]))[0]).toMatchObject({ wastedUl: 0, differenceUl: -700 });
  });

  it('knows about how much is left in the ampoule in hand', () => {
    const box = view.boxes[0];
    expect(box && ampouleInHand(view, box)).toEqual({ number: 2, leftUl: 1300 });
  });
});
