import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessDose } from '../../../../shared/domain/dose/assess-dose.ts';
import { massOf } from '../../../../shared/domain/dose/arithmetic.ts';
import type { LedgerEntry } from '../../../../shared/domain/dose/ledger.ts';
import {
  entryOfPuncture,
  fitVeins,
  fitWord,
  veinsForNextSession,
  type FitQuestion,
} from '../../../../shared/domain/session/fit-veins.ts';
import { remainingPunctures, veinTasks } from '../../../../shared/domain/session/vein-tasks.ts';
import { ledgerOf, limitsOf } from '../../../../renderer/features/session/session-limits.ts';
import type { SessionView } from '../../../../shared/contract/session.ts';
import {
  injection,
  line,
  planned,
  sessionView,
  STRUCK,
  veinId,
} from '../../../renderer/features/session/session-fixture.ts';

const question = (view: SessionView, left: readonly number[] = []): FitQuestion => ({
  tasks: veinTasks(view),
  leftForLater: new Set(left.map(veinId)),
  ledger: ledgerOf(view),
  limits: limitsOf(view),
  patient: view.dosePatient,
});
const words = (view: SessionView, left: readonly number[] = []) => {
  const fits = fitVeins(question(view, left));
  return [5, 8, 9].map((n) => fitWord(fits.get(veinId(n))));
};

/** 44 kg: 88 mg in 24 hours, which is 29 injections of 0.3 mL of 1 %. */
const given = (count: number) => Array.from({ length: count }, (_, n) => injection(n + 1, null, 300));
const view = sessionView({
  veins: [line(5), line(8), line(9)],
  due: [planned(5, 2, 300), planned(8, 2, 300), planned(9, 2, 100, 0.5)],
});

describe('veins that no longer fit', () => {
  it('all fit while there is room', () => {
    expect(words(view)).toEqual(['fits', 'fits', 'fits']);
  });

  it('turn to the next session by themselves, in the planned order, and a smaller one behind them still fits', () => {
    // 26 are given: 10 mg are left, which is three of 3 mg and two of 0.5 mg.
    expect(words({ ...view, injections: given(26) })).toEqual(['fits', 'partly', 'fits']);
    expect(words({ ...view, injections: given(28) })).toEqual(['partly', 'next-session', 'fits']);
    expect(words({ ...view, injections: given(29) })).toEqual(['next-session', 'next-session', 'fits']);
  });

  it('turn back when an injection is struck out', () => {
    const all = given(29);
    const struck = all.map((each) => (each.number > 26 ? { ...each, strikeOut: STRUCK } : each));
    expect(words({ ...view, injections: all })[0]).toBe('next-session');
    expect(words({ ...view, injections: struck })[0]).toBe('fits');
  });

  it('make room for others when they are left for later', () => {
    expect(words({ ...view, injections: given(27) })).toEqual(['fits', 'next-session', 'fits']);
    expect(words({ ...view, injections: given(27) }, [5])).toEqual(['fits', 'fits', 'fits']);
  });

  it('say how many of their punctures fit, and are not named while some do', () => {
    const fits = fitVeins(question({ ...view, injections: given(28) }));
    expect(fits.get(veinId(5))).toEqual({ fitting: 1, planned: 2 });
    expect([...veinsForNextSession(fits)]).toEqual([veinId(8)]);
  });

  it('are those behind a single injection of somebody prone to hypersensitivity in the first session', () => {
    const dosePatient = { ...view.dosePatient, proneToHypersensitivity: true, isFirstSession: true };
    expect(words({ ...view, dosePatient })).toEqual(['partly', 'next-session', 'next-session']);
  });

  it('follow a tighter limit that a surgeon sets while the session is open', () => {
    const { openedAt: setAt, openedBy: setBy } = view.opening;
    const tighterCaps = [{ limitId: 'session-volume', amount: 700, setBy, setAt, reason: null }];
    expect(words({ ...view, tighterCaps })).toEqual(['fits', 'next-session', 'partly']);
  });
});

describe('any plan and any beginning', () => {
  const anyItem = fc.record({
    punctures: fc.integer({ min: 1, max: 9 }),
    tenths: fc.integer({ min: 1, max: 12 }),
  });
  const anyView = fc
    .record({
      items: fc.array(anyItem, { minLength: 1, maxLength: 6 }),
      free: fc.integer({ min: 0, max: 33 }),
      struck: fc.integer({ min: 0, max: 5 }),
    })
    .map(({ items, free, struck }) =>
      sessionView({
        veins: items.map((_, n) => line(n + 1)),
        due: items.map(({ punctures, tenths }, n) =>
          planned(n + 1, punctures, tenths * 100, n % 2 ? 0.5 : 1),
        ),
        injections: given(free).map((each) =>
          each.number <= struck ? { ...each, strikeOut: STRUCK } : each,
        ),
      }),
    );

  it('what fits can be given one after the other without a hard limit; what does not is refused after it', () => {
    fc.assert(
      fc.property(anyView, (any) => {
        const asked = question(any);
        const fits = fitVeins(asked);
        const ledger: LedgerEntry[] = [...asked.ledger.session];
        const refused: LedgerEntry[] = [];
        const verdict = (candidate: LedgerEntry) =>
          assessDose({ ...asked, ledger: { ...asked.ledger, session: ledger }, syringe: null, candidate })
            .verdict;
        for (const task of asked.tasks) {
          const own = remainingPunctures([task]).map(({ puncture }) => entryOfPuncture(task, puncture));
          const { fitting, planned: all } = fits.get(task.vein.id) ?? { fitting: 0, planned: 0 };
          expect(all).toBe(own.length);
          for (const entry of own.slice(0, fitting)) {
            expect(verdict(entry)).not.toBe('hard');
            ledger.push(entry);
          }
          refused.push(...own.slice(fitting, fitting + 1));
        }
        for (const entry of refused) expect(verdict(entry)).toBe('hard');
        // The sums say the same without the rules: 88 mg, and 10 mL in a session.
        const fitted = ledger.slice(asked.ledger.session.length);
        const massUg = ledger.reduce((sum, entry) => sum + massOf(entry), 0);
        const volumeUl = ledger.reduce((sum, entry) => sum + entry.volumeUl, 0);
        if (fitted.length > 0) expect([massUg <= 88_000, volumeUl <= 10_000]).toEqual([true, true]);
      }),
    );
  });
});
