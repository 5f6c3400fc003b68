import { describe, expect, it } from 'vitest';
import {
  courseEventText,
  courseText,
  moveReasonText,
  planProblemText,
} from '../../../renderer/text/plan-change-text.ts';
import { veinId } from '../features/session/session-fixture.ts';

const names = { labelOf: () => 'R1', limits: [], leftForLater: [] };

describe('what came otherwise than planned, in a few words', () => {
  it('says nothing where nothing did', () => {
    expect(courseText([])).toBeNull();
  });

  it('counts what is left over by its session, and what is new', () => {
    const text = courseText([
      { code: 'left-over', veinId: veinId(1), sessionNumber: 2, punctures: 3 },
      { code: 'left-over', veinId: veinId(2), sessionNumber: 2, punctures: 1 },
      { code: 'new', veinId: veinId(3) },
    ]);
    expect(text).toBe('2 veins left over from session 2, 1 new');
  });

  it('counts a vein once', () => {
    const events = [1, 2].map((punctures) => ({
      code: 'left-over' as const,
      veinId: veinId(1),
      sessionNumber: 2,
      punctures,
    }));
    expect(courseText(events)).toBe('1 vein left over from session 2');
  });
});

describe('a vein that was left over', () => {
  const text = (reason: string | null) => {
    const left = { sessionNumber: 2, veinId: veinId(1), reason: reason ?? '' };
    const leftForLater = reason === null ? [] : [left];
    const event = { code: 'left-over', veinId: veinId(1), sessionNumber: 2, punctures: 3 } as const;
    return courseEventText(event, { leftForLater });
  };

  it('says whether somebody left it on purpose, and why', () => {
    expect(text(null)).toBe('3 punctures left over from session 2');
    expect(text('')).toBe('3 punctures left over from session 2 · left for later');
    expect(text('Pain')).toBe('3 punctures left over from session 2 · left for later: pain');
    expect(text('DVT suspected')).toBe(
      '3 punctures left over from session 2 · left for later: DVT suspected',
    );
  });
});

describe('why a vein would be elsewhere', () => {
  it('names the leg that its session is for', () => {
    expect(moveReasonText({ code: 'other-leg', leg: 'right', sessionNumber: 2 }, names)).toBe(
      'session 2 is for the RIGHT leg',
    );
  });

  it('says that a plan with a late feeder cannot be saved', () => {
    const problem = { code: 'feeder-later', feederId: veinId(1), veinId: veinId(2) } as const;
    expect(planProblemText(problem, names)).toContain('cannot be saved');
  });
});
