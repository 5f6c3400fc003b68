import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coursesInPlan,
  planMapMarks,
  planMapViews,
} from '../../../../renderer/features/plan/plan-map-marks.ts';
import type { PlanFacts } from '../../../../renderer/features/plan/plan-facts.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { micrograms, microlitres } from '../../../../shared/kernel/units.ts';
import { line, veinId } from '../session/session-fixture.ts';
import { item, planFacts } from './plan-fixture.ts';

const held = (number: number, state: 'open' | 'closed' | 'signed') => ({
  number,
  onDate: calendarDate('2026-09-03'),
  state,
});
const given = (n: number, sessionNumber: number, injections: number) => ({
  veinId: veinId(n),
  sessionNumber,
  injections,
  volumeUl: microlitres(300 * injections),
  massUg: micrograms(3000 * injections),
});

const VEINS = [line(1), line(2), line(3, { leg: 'right', aspect: 'medial' })];
const markOf = (
  n: number,
  items: Parameters<typeof planMapMarks>[0]['items'],
  facts: PlanFacts,
  of?: number,
) => planMapMarks({ items }, facts, of ?? null).get(veinId(n));

describe('how the map of the plan marks a vein', () => {
  it('on the marker of the session that does it next, naming those after it', () => {
    const items = [item(1, 3), item(1, 2), item(2, 1)];
    const facts = planFacts(VEINS);
    expect(markOf(1, items, facts)).toEqual({ state: 'planned', sessionNumber: 2, label: '+3' });
    expect(markOf(2, items, facts)).toEqual({ state: 'planned', sessionNumber: 1 });
  });

  it('as injected once a held session has given it and nothing is left', () => {
    const facts = planFacts(VEINS, { held: [held(1, 'signed')], given: [given(1, 1, 5)] });
    expect(markOf(1, [item(1, 1)], facts)).toEqual({ state: 'injected', sessionNumber: 1, label: '✓' });
  });

  it('as injected and due where a later session has more for it', () => {
    const facts = planFacts(VEINS, { held: [held(1, 'signed')], given: [given(1, 1, 5)] });
    expect(markOf(1, [item(1, 1), item(1, 2)], facts)).toEqual({
      state: 'planned',
      sessionNumber: 2,
      label: '✓',
    });
  });

  it('as due in an open session until that has given all of it', () => {
    const half = planFacts(VEINS, { held: [held(1, 'open')], given: [given(1, 1, 2)] });
    expect(markOf(1, [item(1, 1)], half)).toMatchObject({ state: 'planned', sessionNumber: 1 });
    const all = planFacts(VEINS, { held: [held(1, 'open')], given: [given(1, 1, 5)] });
    expect(markOf(1, [item(1, 1)], all)).toMatchObject({ state: 'injected' });
  });

  it('pale where no session has it: without a dose, without a session, or left over from one that is closed', () => {
    const facts = planFacts(VEINS, { held: [held(1, 'closed')] });
    const pale = { state: 'mapped', dimmed: true };
    expect(markOf(1, [], facts)).toEqual(pale);
    expect(markOf(1, [item(1, null)], facts)).toEqual(pale);
    expect(markOf(1, [item(1, 1)], facts)).toEqual(pale);
  });

  it('as carried over until somebody has seen it again, with the session that it is planned for', () => {
    const facts = planFacts([line(1, { carriedOverFrom: calendarDate('2021-05-04') })]);
    expect(markOf(1, [item(1, 2)], facts)).toEqual({ state: 'carried-over', sessionNumber: 2 });
  });

  it('pale beside the session that is looked at, which marks all that is its own', () => {
    const items = [item(1, 1), item(1, 3), item(2, 2)];
    const facts = planFacts(VEINS);
    expect(markOf(1, items, facts, 3)).toEqual({ state: 'planned', sessionNumber: 3, label: '+1' });
    expect(markOf(2, items, facts, 3)).toEqual({ state: 'planned', sessionNumber: 2, dimmed: true });
    const treated = planFacts(VEINS, { held: [held(1, 'signed')], given: [given(1, 1, 5)] });
    expect(markOf(1, [item(1, 1)], treated, 1)).not.toHaveProperty('dimmed');
    expect(markOf(1, [item(1, 1)], treated, 2)).toHaveProperty('dimmed', true);
  });

  it('marks every vein, and none that has a session as if it had none', () => {
    const items = fc.array(
      fc.record({ n: fc.integer({ min: 1, max: 3 }), session: fc.option(fc.integer({ min: 1, max: 9 })) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(items, (chosen) => {
        const planned = chosen.map(({ n, session }) => item(n, session));
        const marks = planMapMarks({ items: planned }, planFacts(VEINS), null);
        expect(marks.size).toBe(VEINS.length);
        for (const { id } of VEINS) {
          const numbers = planned.flatMap(({ veinId, sessionNumber }) =>
            veinId === id && sessionNumber !== null ? [sessionNumber] : [],
          );
          const mark = marks.get(id);
          expect(mark?.sessionNumber).toBe(numbers.length === 0 ? undefined : Math.min(...numbers));
          expect(mark?.dimmed === true).toBe(numbers.length === 0);
        }
      }),
    );
  });
});

describe('the views on the map of the plan', () => {
  it('are those with something planned or treated', () => {
    const facts = planFacts(VEINS, { held: [held(1, 'signed')], given: [given(3, 1, 2)] });
    expect(planMapViews({ items: [item(1, 2)] }, facts, 'both')).toEqual([
      { leg: 'right', aspect: 'medial' },
      { leg: 'left', aspect: 'posterior' },
    ]);
    expect(planMapViews({ items: [item(1, 2)] }, facts, 'left')).toEqual([
      { leg: 'left', aspect: 'posterior' },
    ]);
  });

  it('are those with any vein while nothing is planned', () => {
    expect(planMapViews({ items: [] }, planFacts(VEINS), 'both')).toHaveLength(2);
  });
});

it('a thousand veins are marked and searched for views in a moment', () => {
  const veins = Array.from({ length: 1000 }, (_, index) => line(index + 1));
  const items = veins.map((_, index) => item(index + 1, (index % 9) + 1));
  expect(coursesInPlan(items, planFacts(veins)).size).toBe(1000);
  expect(planMapMarks({ items }, planFacts(veins), 4).size).toBe(1000);
});
