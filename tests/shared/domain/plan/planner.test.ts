import { describe, expect, it } from 'vitest';
import { microlitres } from '../../../../shared/kernel/units.ts';
import { proposeSessions } from '../../../../shared/domain/plan/planner.ts';
import { patientOf, percent, shipped } from '../dose/examples.ts';
import { inputOf, plan, planned, sessionsOf, veinId } from './planned-veins.ts';

const ml = (value: number) => ({ volumeUl: microlitres(value * 1_000) });

describe('the fewest sessions', () => {
  it('are none for no veins', () => {
    expect(plan([])).toEqual({ sessions: [], proof: 'proven', lowerBound: 0, notPlaced: [], splits: [] });
  });

  it('are one as long as everything fits, to the last microlitre', () => {
    const full = plan([planned('a', ml(6)), planned('b', ml(4))]);
    expect(full).toMatchObject({ proof: 'proven', lowerBound: 1 });
    expect(sessionsOf(full)).toEqual([['a', 'b']]);
    expect(full.sessions[0]).toMatchObject({
      totals: { massUg: 100_000, liquidUl: 10_000, injections: 8 },
      bindingLimitId: 'session-volume',
    });
    const more = plan([planned('a', ml(6)), planned('b', { volumeUl: microlitres(4_001) })]);
    expect(more.sessions).toHaveLength(2);
  });

  it('bind on mass for a light patient', () => {
    const input = inputOf([planned('a', ml(5)), planned('b', ml(4))], { patient: patientOf(44) });
    const { sessions } = proposeSessions(input);
    expect(sessions).toHaveLength(2);
    expect(sessions.map(({ bindingLimitId }) => bindingLimitId)).toEqual(['mass-24h', 'mass-24h']);
  });

  it('are proven by search where simple filling needs one more', () => {
    const volumes = [4.4, 4.2, 3.4, 3.4, 2.4, 2.2];
    const proposal = plan(volumes.map((volume, index) => planned(`v${String(index)}`, ml(volume))));
    expect(proposal).toMatchObject({ proof: 'proven', lowerBound: 2 });
    expect(proposal.sessions).toHaveLength(2);
  });

  it('count 10 mL of foam apart from liquid where the label does', () => {
    const foam = { preparation: { form: 'foam', strengthUgPerMl: percent(100), gasParts: 4 } } as const;
    const veins = [
      planned('a', { ...ml(8), ...foam }),
      planned('b', { ...ml(4), ...foam }),
      planned('c', ml(6)),
    ];
    const german = inputOf(veins, { limits: shipped('de-aethoxysklerol').limits, patient: patientOf(90) });
    expect(proposeSessions(german).sessions).toHaveLength(2);
  });
});

describe('feeders', () => {
  it('are never later than what they feed', () => {
    const proposal = plan([
      planned('web', { ...ml(6), feederId: veinId('feeder') }),
      planned('other', ml(6)),
      planned('feeder', ml(6)),
    ]);
    const sessions = sessionsOf(proposal);
    const at = (id: string) => sessions.findIndex((ids) => ids.includes(id));
    expect(sessions).toHaveLength(3);
    expect(at('feeder')).toBeLessThan(at('web'));
  });

  it('may cost a session, and then it is proven that they do', () => {
    const chain = [
      planned('a', { ...ml(5), leg: 'right' }),
      planned('b', { ...ml(5), leg: 'left', feederId: veinId('a') }),
      planned('c', { ...ml(5), leg: 'right', feederId: veinId('b') }),
    ];
    const apart = plan(chain, { oneLegPerSession: true });
    expect(sessionsOf(apart)).toEqual([['a'], ['b'], ['c']]);
    expect(apart.proof).toBe('proven');
    expect(
      plan(
        chain.map((vein) => ({ ...vein, feederId: null })),
        { oneLegPerSession: true },
      ).sessions,
    ).toHaveLength(2);
  });

  it('that feed each other in a circle stay together', () => {
    const circle = [
      planned('a', { ...ml(4), feederId: veinId('b') }),
      planned('c', ml(8)),
      planned('b', { ...ml(4), feederId: veinId('a') }),
    ];
    expect(sessionsOf(plan(circle)).some((ids) => ids.includes('a') && ids.includes('b'))).toBe(true);
  });

  it('that are not to be planned hold nothing back', () => {
    expect(sessionsOf(plan([planned('a', { feederId: veinId('treated years ago') })]))).toEqual([['a']]);
  });
});

describe('what fits nowhere', () => {
  it('is named with the limit, and what it feeds waits with it', () => {
    const proposal = plan([
      planned('huge', { ...ml(11), punctures: 1 }),
      planned('web', { feederId: veinId('huge') }),
      planned('free'),
    ]);
    expect(sessionsOf(proposal)).toEqual([['free']]);
    expect(proposal.splits).toEqual([]);
    expect(proposal.notPlaced).toEqual([
      { veinId: 'huge', because: 'too-large', limitIds: ['session-volume'] },
      { veinId: 'web', because: 'feeder-not-placed', limitIds: [] },
    ]);
  });

  it('is a circle over both legs when a session has one leg', () => {
    const circle = [
      planned('a', { feederId: veinId('b') }),
      planned('b', { feederId: veinId('a'), leg: 'right' }),
    ];
    const { notPlaced } = plan(circle, { oneLegPerSession: true });
    expect(notPlaced.map(({ because }) => because)).toEqual(['circle-on-both-legs', 'circle-on-both-legs']);
  });

  it('is a feeder without room before something that is locked', () => {
    const proposal = plan([
      planned('full', { ...ml(10), lockedTo: 1 }),
      planned('web', { ...ml(1), feederId: veinId('feeder'), lockedTo: 1 }),
      planned('feeder', ml(1)),
    ]);
    expect(proposal.notPlaced).toEqual([
      { veinId: 'feeder', because: 'no-room-before-locked', limitIds: [] },
    ]);
  });
});

describe('locked veins', () => {
  it('hold their feeder back to the earliest of them', () => {
    const proposal = plan([
      planned('full', { ...ml(10), lockedTo: 1 }),
      planned('second', { ...ml(2), feederId: veinId('feeder'), lockedTo: 2 }),
      planned('third', { ...ml(1), feederId: veinId('feeder'), lockedTo: 3 }),
      planned('feeder', ml(9)),
    ]);
    expect(sessionsOf(proposal)).toEqual([['full'], ['second'], ['third']]);
    expect(proposal.notPlaced).toMatchObject([{ veinId: 'feeder', because: 'no-room-before-locked' }]);
  });

  it('stay in their session, even if others in between are empty', () => {
    const proposal = plan([planned('a', { lockedTo: 3 }), planned('b')]);
    expect(sessionsOf(proposal)[2]).toContain('a');
    expect(proposal.sessions).toHaveLength(3);
  });

  it('stay where the surgeon put them over a limit, and nothing is added there', () => {
    const proposal = plan([
      planned('a', { ...ml(6), lockedTo: 1 }),
      planned('b', { ...ml(6), lockedTo: 1 }),
      planned('c', ml(1)),
    ]);
    expect(sessionsOf(proposal)).toEqual([['a', 'b'], ['c']]);
  });
});

describe('one leg per session', () => {
  it('keeps the legs apart', () => {
    const proposal = plan([planned('l', ml(1)), planned('r', { ...ml(1), leg: 'right' })], {
      oneLegPerSession: true,
    });
    expect(proposal).toMatchObject({ proof: 'proven', lowerBound: 2 });
    expect(proposal.sessions).toHaveLength(2);
  });

  it('is striven for where it is not asked, if it costs no session', () => {
    const veins = ['l1', 'r1', 'l2', 'r2', 'l3', 'r3'].map((id) =>
      planned(id, { ...ml(3), leg: id.startsWith('l') ? 'left' : 'right' }),
    );
    for (const ids of sessionsOf(plan(veins))) expect(new Set(ids.map((id) => id[0])).size).toBe(1);
  });
});

describe('the order that is asked for', () => {
  const veins = [6, 2, 2, 2, 1, 1].map((volume, index) => planned(`v${String(index)}`, ml(volume)));
  const volumes = (order: 'fewest' | 'balanced') =>
    plan(veins, { order }).sessions.map(({ totals }) => totals.liquidUl);

  it('fills the first sessions, or all alike', () => {
    expect(volumes('fewest')).toEqual([10_000, 4_000]);
    expect(volumes('balanced')).toEqual([7_000, 7_000]);
  });

  it('brings feeders and large vessels first', () => {
    const proposal = plan(
      [
        planned('web', { ...ml(8), kind: 'telangiectasia' }),
        planned('feeder', { ...ml(4), kind: 'reticular' }),
        planned('fed', { ...ml(5), kind: 'telangiectasia', feederId: veinId('feeder') }),
      ],
      { order: 'feeders-first' },
    );
    expect(sessionsOf(proposal)[0]).toContain('feeder');
  });
});

describe('somebody prone to hypersensitivity', () => {
  const prone = { patient: patientOf(60, { proneToHypersensitivity: true, isFirstSession: true }) };

  it('gets one injection in the first session, and the rest later', () => {
    const veins = [
      planned('a'),
      planned('small', { punctures: 1, volumeUl: microlitres(100) }),
      planned('b'),
    ];
    expect(sessionsOf(proposeSessions(inputOf(veins, prone)))).toEqual([['small'], ['a', 'b']]);
  });

  it('gets a first session left open where every vein needs more than one', () => {
    const proposal = proposeSessions(inputOf([planned('a'), planned('b')], prone));
    expect(sessionsOf(proposal)).toEqual([[], ['a', 'b']]);
    expect(proposal).toMatchObject({ proof: 'proven', lowerBound: 2 });
  });
});

describe('large plans', () => {
  it('answer the same every time', () => {
    const veins = Array.from({ length: 60 }, (_, index) =>
      planned(`v${String(index)}`, {
        volumeUl: microlitres(200 + ((index * 370) % 1_800)),
        leg: index % 3 === 0 ? 'right' : 'left',
        feederId: index % 4 === 3 ? veinId(`v${String(index - 1)}`) : null,
      }),
    );
    const first = plan(veins);
    expect(first.proof).toBe('proven');
    expect(plan(veins)).toEqual(first);
  });

  it('of doses of a fifth to a half of a session are proven as well', () => {
    const veins = Array.from({ length: 40 }, (_, index) =>
      planned(`v${String(index)}`, {
        volumeUl: microlitres(2_000 + ((index * 174) % 300) * 10),
        preparation: { form: 'liquid', strengthUgPerMl: percent(50) },
        punctures: 1,
      }),
    );
    const { proof, lowerBound, sessions } = plan(veins);
    expect({ proof, lowerBound, sessions: sessions.length }).toEqual({
      proof: 'proven',
      lowerBound: 14,
      sessions: 14,
    });
  });
});
