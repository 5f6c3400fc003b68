import { describe, expect, it } from 'vitest';
import { microlitres } from '../../../../shared/kernel/units.ts';
import type { Region } from '../../../../shared/domain/leg-map/region.ts';
import { proposeSessions } from '../../../../shared/domain/plan/planner.ts';
import { patientOf } from '../dose/examples.ts';
import { inputOf, plan, planned, sessionsOf, veinId } from './planned-veins.ts';

const ml = (value: number) => ({ volumeUl: microlitres(value * 1_000) });
const at = (region: Region, value: number) => ({ ...ml(value), region });

describe('a vein too large for one session', () => {
  it('is given over several, with the limit that asks for it', () => {
    const proposal = plan([planned('web', { ...ml(14), punctures: 28 }), planned('small', ml(1))]);
    expect(proposal).toMatchObject({ proof: 'proven', lowerBound: 2, notPlaced: [] });
    expect(proposal.sessions.map(({ totals }) => totals.liquidUl)).toEqual([10_000, 5_000]);
    expect(proposal.splits).toEqual([
      {
        veinId: 'web',
        limitIds: ['mass-24h', 'session-volume'],
        parts: [
          { session: 0, punctures: 20, volumeUl: 10_000 },
          { session: 1, punctures: 8, volumeUl: 4_000 },
        ],
      },
    ]);
  });

  it('feeds from its first part on', () => {
    const proposal = plan([
      planned('fed', { ...ml(6), feederId: veinId('large') }),
      planned('large', { ...ml(14), punctures: 14 }),
    ]);
    expect(sessionsOf(proposal)).toEqual([['large'], ['fed', 'large']]);
  });

  it('is cut otherwise where that saves a session', () => {
    const veins = [
      planned('large', { ...ml(13), punctures: 13 }),
      planned('a', { ...ml(8), punctures: 1 }),
      planned('b', { ...ml(9), punctures: 1 }),
    ];
    const proposal = plan(veins);
    expect(proposal).toMatchObject({ proof: 'proven', lowerBound: 3 });
    expect(proposal.sessions).toHaveLength(3);
    expect(proposal.splits[0]?.parts.map(({ punctures }) => punctures).toSorted()).toEqual([1, 10, 2]);
  });

  it('is never cut while it fits whole', () => {
    const proposal = plan(['a', 'b', 'c'].map((id) => planned(id, { ...ml(7), punctures: 14 })));
    expect(proposal.splits).toEqual([]);
    expect(proposal.sessions).toHaveLength(3);
  });
});

describe('minutes of a session', () => {
  const time = { minutesPerSession: 30, secondsPerPuncture: 90 };

  it('are not passed', () => {
    const veins = ['a', 'b', 'c'].map((id) => planned(id, { ...ml(1), punctures: 10 }));
    expect(sessionsOf(plan(veins, { time })).map((ids) => ids.length)).toEqual([2, 1]);
    expect(plan(veins).sessions).toHaveLength(1);
  });

  it('cut a vein whose punctures take longer than a session', () => {
    const [split] = plan([planned('web', { ...ml(3), punctures: 30 })], { time }).splits;
    expect(split).toMatchObject({ limitIds: [], parts: [{ punctures: 20 }, { punctures: 10 }] });
  });
});

describe('a tighter cap of one session', () => {
  it('holds there and not elsewhere', () => {
    const veins = ['a', 'b', 'c'].map((id) => planned(id, ml(3)));
    const sessionCaps = [new Map([['session-volume', 4_000]])];
    const { sessions, proof } = proposeSessions(inputOf(veins, { sessionCaps }));
    expect(sessions.map(({ totals }) => totals.liquidUl)).toEqual([3_000, 6_000]);
    expect(proof).toBe('proven');
  });

  it('asks for no session of its own', () => {
    const sessionCaps = [new Map(), new Map(), new Map([['session-volume', 1_000]])];
    expect(proposeSessions(inputOf([planned('a', ml(3))], { sessionCaps })).sessions).toHaveLength(1);
  });

  it('counts for nothing where it is wider than the limit', () => {
    const sessionCaps = [new Map([['session-volume', 20_000]])];
    const veins = [planned('a', ml(6)), planned('b', ml(6))];
    expect(proposeSessions(inputOf(veins, { sessionCaps })).sessions).toHaveLength(2);
  });
});

describe('among plans with the fewest sessions', () => {
  it('feeders come early', () => {
    const proposal = plan([
      planned('a', ml(6)),
      planned('feeder', ml(5)),
      planned('fed', { ...ml(4), feederId: veinId('feeder') }),
    ]);
    expect(sessionsOf(proposal)[0]).toContain('feeder');
  });

  it('veins of one region and of its neighbours come together', () => {
    const proposal = plan([
      planned('ankle-1', at('medial-malleolus', 2.5)),
      planned('thigh-1', at('thigh-anterior', 2.5)),
      planned('ankle-2', at('foot-medial', 2.5)),
      planned('thigh-2', at('thigh-lateral', 2.5)),
      planned('ankle-3', at('medial-malleolus', 2.5)),
      planned('thigh-3', at('thigh-anterior', 2.5)),
    ]);
    for (const ids of sessionsOf(proposal)) expect(new Set(ids.map((id) => id.split('-')[0])).size).toBe(1);
  });

  it('one leg comes together before the same region of both', () => {
    const veins = ['l1', 'r1', 'l2', 'r2'].map((id, index) =>
      planned(id, {
        ...at(index < 2 ? 'knee-medial' : 'thigh-medial', 5),
        leg: id.startsWith('l') ? 'left' : 'right',
      }),
    );
    for (const ids of sessionsOf(plan(veins))) expect(new Set(ids.map((id) => id[0])).size).toBe(1);
  });

  it('balanced ones are alike even if neighbours are parted', () => {
    const veins = [4, 4, 2, 2].map((value, index) =>
      planned(`v${String(index)}`, at(value === 4 ? 'heel' : 'groin', value)),
    );
    const balanced = plan(veins, { order: 'balanced' });
    expect(balanced.sessions.map(({ totals }) => totals.liquidUl)).toEqual([6_000, 6_000]);
  });
});

describe('a plan that stands already', () => {
  it('is not given up where locked veins leave simple filling no room', () => {
    const proposal = plan([
      planned('f2', { ...ml(5), now: 2 }),
      planned('f1', { ...ml(4), now: 1 }),
      planned('large', { ...ml(9), now: 3 }),
      planned('l1', { ...ml(5), now: 1, lockedTo: 1, feederId: veinId('f1') }),
      planned('l2', { ...ml(1), now: 2, lockedTo: 2, feederId: veinId('f2') }),
    ]);
    expect(proposal).toMatchObject({ proof: 'proven', notPlaced: [] });
    expect(sessionsOf(proposal)).toEqual([['f1', 'l1'], ['f2', 'l2'], ['large']]);
  });

  /** Session 2 was planned for `late`, though all else would rather have it with its neighbours in the first. */
  const veins = [
    planned('a', { ...at('heel', 4), now: 1 }),
    planned('b', { ...at('groin', 4), now: 1 }),
    planned('c', { ...at('heel', 4), now: 2 }),
    planned('late', { ...at('groin', 2), now: 2 }),
  ];

  it('is kept as long as it needs no more sessions', () => {
    expect(sessionsOf(plan(veins))).toEqual([
      ['a', 'b'],
      ['c', 'late'],
    ]);
  });

  it('takes in what is new without moving the rest', () => {
    const more = [...veins, planned('new', at('heel', 2))];
    const sessions = sessionsOf(plan(more));
    expect(sessions[0]).toEqual(expect.arrayContaining(['a', 'b']));
    expect(sessions[1]).toEqual(expect.arrayContaining(['c', 'late']));
  });

  it('is made anew where it has more sessions than it needs', () => {
    const apart = veins.map((vein, index) => ({ ...vein, now: index + 1 }));
    expect(plan(apart).sessions).toHaveLength(2);
  });

  it('counts for nothing where that is asked', () => {
    const sessions = sessionsOf(plan(veins, { ignoreNow: true }));
    for (const ids of sessions) expect(ids.includes('a')).toBe(ids.includes('c'));
  });

  it('gives way to limits and to feeders', () => {
    const wrong = [
      planned('feeder', { ...ml(4), now: 2 }),
      planned('fed', { ...ml(4), now: 1, feederId: veinId('feeder') }),
      planned('big', { ...ml(8), now: 1 }),
    ];
    const sessions = sessionsOf(proposeSessions(inputOf(wrong, { patient: patientOf(70) })));
    const at = (id: string) => sessions.findIndex((ids) => ids.includes(id));
    expect(at('feeder')).toBeLessThanOrEqual(at('fed'));
    expect(sessions).toHaveLength(2);
  });
});
