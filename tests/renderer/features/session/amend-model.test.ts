import { describe, expect, it } from 'vitest';
import {
  amendedView,
  EMPTY_ADDITION,
  readAddition,
  type AdditionDraft,
} from '../../../../renderer/features/session/amend-model.ts';
import { standing } from '../../../../shared/domain/session/vein-tasks.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { instantOf, type Instant } from '../../../../shared/kernel/time.ts';
import { grams } from '../../../../shared/kernel/units.ts';
import { injection, line, LOT, sessionView, veinId } from './session-fixture.ts';

/** A time of the day of the session on the clock of this computer. */
const wall = (hours: number, minutes: number, seconds = 0): Instant =>
  instantOf(new Date(2026, 9, 8, hours, minutes, seconds).getTime());
const fixture = sessionView({ veins: [line(5)], injections: [injection(1, 5, 300), injection(2, 5, 300)] });
const view = { ...fixture, opening: { ...fixture.opening, openedAt: wall(8, 58, 30) } };
const closedAt = wall(9, 50, 10);
const question = { view, closedAt, id: idOf<'injection'>('new') };
const NURSE = idOf<'person'>('nurse');
const typed: AdditionDraft = {
  ...EMPTY_ADDITION,
  veinId: veinId(5),
  lotId: LOT,
  volume: '0,2',
  time: '09:30',
  givenBy: NURSE,
};

describe('an injection that is to be added', () => {
  it('is read as it was typed, with the strength of its box', () => {
    expect(readAddition(typed, question)).toMatchObject({
      faults: null,
      added: {
        veinId: veinId(5),
        site: { leg: 'left', aspect: 'posterior', point: null },
        lotId: LOT,
        preparation: { form: 'liquid', strengthUgPerMl: 10_000 },
        volumeUl: 200,
        givenAt: wall(9, 30),
        givenBy: NURSE,
      },
    });
    expect(readAddition({ ...typed, gasParts: 4 }, question).added?.preparation).toMatchObject({
      gasParts: 4,
    });
  });

  it('says of every field what is wrong with it', () => {
    expect(Object.keys(readAddition(EMPTY_ADDITION, question).faults ?? {})).toEqual([
      'where',
      'lot',
      'volume',
      'time',
      'giver',
    ]);
    expect(readAddition({ ...typed, time: '07:00' }, question).faults).toEqual({
      time: 'From 08:58 to 09:50.',
    });
  });

  it('was given between the opening and the closing; the minutes of both count', () => {
    const at = (time: string) => readAddition({ ...typed, time }, question).added?.givenAt;
    expect(at('08:58')).toBe(view.opening.openedAt);
    expect(at('09:50')).toBe(wall(9, 50));
    expect([at('08:57'), at('09:51'), at('9:30'), at('')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('of a session past midnight may be of the day after', () => {
    const late = { ...view, opening: { ...view.opening, openedAt: wall(23, 30) } };
    const asked = { ...question, view: late, closedAt: instantOf(new Date(2026, 9, 9, 0, 30).getTime()) };
    const { added } = readAddition({ ...typed, time: '00:10' }, asked);
    expect(added?.givenAt).toBe(instantOf(new Date(2026, 9, 9, 0, 10).getTime()));
  });
});

describe('the record as it would be', () => {
  it('leaves out what is struck out, and holds what is added against the limits', () => {
    const { added } = readAddition({ ...typed, volume: '0.3' }, question);
    if (!added) throw new Error('not read');
    const light = { ...view, dosePatient: { ...view.dosePatient, weightG: grams(3_000) } };
    const [first] = light.injections;
    if (!first) throw new Error('no injection');
    const amended = (struckOut: readonly (typeof first.id)[]) =>
      amendedView(light, { struckOut: new Set(struckOut), added: [added], now: closedAt }).injections;
    // 3 kg: 6 mg, which two injections of 3 mg fill.
    expect(amended([]).at(-1)?.assessment.passed.hard).toContain('mass-24h');
    expect(standing(amended([first.id]))).toHaveLength(2);
    expect(amended([first.id]).at(-1)?.assessment.verdict).not.toBe('hard');
  });
});
