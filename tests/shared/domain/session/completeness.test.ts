import { describe, expect, it } from 'vitest';
import { USUAL_AFTERCARE } from '../../../../shared/domain/session/aftercare.ts';
import {
  completenessOf,
  countMissing,
  type ClosingSoFar,
  type CompletenessId,
} from '../../../../shared/domain/session/completeness.ts';
import type { Reaction } from '../../../../shared/domain/session/reaction.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate, instantOf } from '../../../../shared/kernel/time.ts';
import { microlitres } from '../../../../shared/kernel/units.ts';
import { injection, LOT, sessionView, STRUCK } from '../../../renderer/features/session/session-fixture.ts';

const POINTS = USUAL_AFTERCARE.points.map(({ id }) => id);
const COMPLETE: ClosingSoFar = {
  ampoules: [{ lotId: LOT, ampoulesOpened: 1, wastedUl: microlitres(1_400) }],
  differenceReason: null,
  compressionClass: '2',
  observedMinutes: 20,
  aftercareGiven: true,
  aftercareExplained: POINTS,
  nextOn: calendarDate('2026-10-29'),
};
const injections = [injection(1, 5, 300), injection(2, 5, 300)];
const NOWHERE = injection(3, null, 300, { site: { leg: 'left', aspect: 'lateral', point: null } });
const upcoming = [{ number: 3, onDate: calendarDate('2026-10-29'), atTime: null, tighterCaps: [] }];

type View = Parameters<typeof completenessOf>[0];
const view = (changes: Partial<View> = {}): View => ({
  ...sessionView({ injections, upcoming }),
  closing: COMPLETE,
  ...changes,
});
const missing = (changes: Partial<View>) =>
  completenessOf(view(changes))
    .filter(({ state }) => state === 'missing')
    .map(({ id }) => id);
const item = (id: CompletenessId, changes: Partial<View>) =>
  completenessOf(view(changes)).find((each) => each.id === id);
const closing = (changes: Partial<ClosingSoFar>) => ({ closing: { ...COMPLETE, ...changes } });

const reaction = (done: string): Reaction => ({
  id: idOf('r'),
  sessionId: idOf('s'),
  kind: 'wheal',
  grade: 'mild',
  veinId: null,
  lotId: null,
  injectionId: null,
  note: 'red',
  done,
  happenedAt: instantOf(0),
  recordedAt: instantOf(0),
  recordedBy: idOf('p'),
  strikeOut: null,
});

describe('the light', () => {
  it('is all ticks where everything was said, and asks for no reaction where there was none', () => {
    expect(countMissing(completenessOf(view()))).toBe(0);
    expect(item('reactions', {})?.state).toBe('not-needed');
  });

  it('is without the ending all that the ending holds', () => {
    expect(missing({ closing: null })).toEqual([
      'ampoules',
      'observation',
      'compression',
      'aftercare',
      'next-date',
    ]);
  });

  it.each([
    ['a free site without a place', 'sites', { injections: [...injections, NOWHERE] }, [3]],
    [
      'a box that had expired',
      'lots',
      { boxes: sessionView().boxes.map((box) => ({ ...box, expiresOn: calendarDate('2026-10-07') })) },
      [1, 2],
    ],
    ['a box that nobody knows', 'lots', { boxes: [] }, [1, 2]],
  ] as const)('names the injections of %s', (_what, id, changes, numbers) => {
    expect(item(id, changes)).toMatchObject({ state: 'missing', injections: numbers });
  });

  it('a limit that was passed needs a word: a reason, or a surgeon’s override', () => {
    const [first] = injections;
    if (!first) throw new Error('no injection');
    const passed = (verdict: 'soft' | 'hard') => ({ ...first, assessment: { ...first.assessment, verdict } });
    const override = { surgeonId: idOf<'person'>('s'), reason: 'finish the vein' };
    const states = [
      passed('soft'),
      { ...passed('soft'), reason: 'Larger calibre' },
      passed('hard'),
      { ...passed('hard'), reason: 'Larger calibre' },
      { ...passed('hard'), override },
      { ...passed('hard'), strikeOut: STRUCK },
    ].map((each) => item('limits', { injections: [each] })?.state);
    expect(states).toEqual(['missing', 'done', 'missing', 'missing', 'done', 'not-needed']);
  });

  it('a reaction says what was done; one that was struck out says nothing more', () => {
    const states = [
      [reaction('Cooled')],
      [reaction('Cooled'), reaction(' ')],
      [{ ...reaction(''), strikeOut: STRUCK }],
    ];
    expect(states.map((reactions) => item('reactions', { reactions })?.state)).toEqual([
      'done',
      'missing',
      'not-needed',
    ]);
  });

  it('ampoules are counted against what the record says now; a difference is explained or missing', () => {
    const [first] = injections;
    if (!first) throw new Error('no injection');
    const struck = { injections: [{ ...first, strikeOut: STRUCK }, ...injections.slice(1)] };
    expect(item('ampoules', struck)).toMatchObject({ state: 'missing', amount: 300 });
    expect(item('ampoules', { ...struck, ...closing({ differenceReason: 'spilled' }) })?.state).toBe('done');
  });

  it('the observation is long enough, or the walk ended early with a reason', () => {
    const walk = {
      startedAt: instantOf(200_000),
      startedBy: idOf<'person'>('n'),
      end: { endedAt: instantOf(800_000), endedBy: idOf<'person'>('n'), reason: 'unwell' },
    };
    const short = closing({ observedMinutes: 12 });
    expect(item('observation', short)).toMatchObject({ state: 'missing', amount: 8 });
    expect(item('observation', { ...short, walks: [walk] })?.state).toBe('done');
    expect(item('observation', { ...short, walks: [{ ...walk, end: null }] })?.state).toBe('missing');
    expect(item('observation', { ...closing({ observedMinutes: null }), walks: [walk] })?.state).toBe(
      'missing',
    );
  });

  it('aftercare is every point and the leaflet; after foam more points', () => {
    const all = POINTS.filter((point) => !point.startsWith('foam'));
    expect(missing(closing({ aftercareExplained: all }))).toEqual([]);
    expect(missing(closing({ aftercareExplained: all.slice(1) }))).toEqual(['aftercare']);
    expect(missing(closing({ aftercareGiven: false }))).toEqual(['aftercare']);
  });

  it('a next date is needed only where the plan holds a next session', () => {
    expect(missing(closing({ nextOn: null }))).toEqual(['next-date']);
    expect(missing({ ...closing({ nextOn: null }), upcoming: [] })).toEqual([]);
  });
});
