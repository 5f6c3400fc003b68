import { describe, expect, it } from 'vitest';
import { CLINIC_EXPECTATION } from '../../../../shared/domain/dose/profiles/course.ts';
import { pictureOfPlan } from '../../../../renderer/features/plan/picture/picture-of-plan.ts';
import { addDays } from '../../../../shared/kernel/time.ts';
import { PICTURE_TEXT, leafletOf, type LeafletFacts } from '../../../../renderer/text/picture-text.ts';
import { dayOf, factsOf, IN_COLOUR, itemFor, pictureOf, someVeins } from './picture-fixture.ts';

const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('the sessions on the page', () => {
  it('are told as done, begun and still to come, with their days', () => {
    const facts = factsOf({ held: 2, lastState: 'open' });
    expect(pictureOf(facts).sessions).toMatchObject([
      { number: 1, state: 'done', legs: ['left'] },
      { number: 2, state: 'begun' },
      { number: 3, state: 'coming', onDate: dayOf(3) },
    ]);
  });

  it('one whose day went by waits for a new date', () => {
    const [first] = pictureOf(factsOf({ today: addDays(dayOf(1), 1) })).sessions;
    expect(first?.state).toBe('overdue');
    if (first) expect(PICTURE_TEXT.sessionFacts(first)).toContain('new date to come');
  });

  it('one without a vein is left out, and without any there is no page', () => {
    const veins = someVeins(2, 'left');
    const items = veins.map((vein) => itemFor(vein, 2));
    expect(pictureOf(factsOf({ veins, items })).sessions.map(({ number }) => number)).toEqual([2]);
    expect(pictureOfPlan(factsOf({ veins, items: [] }), IN_COLOUR)).toBeNull();
    const unplanned = veins.map((vein) => itemFor(vein, null));
    expect(pictureOfPlan(factsOf({ veins, items: unplanned }), IN_COLOUR)).toBeNull();
  });
});

describe('what is said about the number of sessions', () => {
  const summary = (facts: Parameters<typeof pictureOf>[0]) => plain(pictureOf(facts).summary.join(' '));

  it('what is done, what is left and its days, and what most patients need', () => {
    expect(summary(factsOf({ held: 1 }))).toBe(
      'About 3 sessions in all: 1 done, 2 to come (24 Sep 2026 – 15 Oct 2026). Most patients need 2–6 sessions.',
    );
  });

  it('one session, or none left', () => {
    const veins = someVeins(3, 'left');
    expect(summary(factsOf({ veins, sessions: 1 }))).toContain(
      'About 1 session in all: 1 to come (3 Sep 2026).',
    );
    expect(summary(factsOf({ veins, sessions: 1, held: 1 }))).toContain(
      '1 done, nothing more is planned now',
    );
  });

  it('how many veins have no session yet', () => {
    const veins = someVeins(5, 'left');
    const items = veins.slice(0, 4).map((vein) => itemFor(vein, 1));
    expect(summary(factsOf({ veins, items, sessions: 1 }))).toContain('Not planned yet: 1 vein.');
    expect(summary(factsOf({ veins, sessions: 1 }))).not.toContain('Not planned');
  });
});

describe('the words for the patient are those of the clinic', () => {
  const facts: LeafletFacts = {
    expectation: CLINIC_EXPECTATION,
    sessionMinutes: { usual: 30, most: 45 },
    observationMinutes: 20,
    stockingDays: { spider: 3, larger: 7 },
    foamSessions: [],
  };
  const words = (changes: Partial<LeafletFacts> = {}) =>
    plain(
      leafletOf({ ...facts, ...changes })
        .flatMap(({ heading, points }) => [heading, ...points])
        .join(' '),
    );

  it.each([
    '50–80 %',
    'looks worse before it looks better',
    'up to three months',
    'Two days before: no aspirin',
    'no alcohol',
    '24 hours before: no creams',
    'Walk for 10–15 minutes',
    'For two weeks: no hard sport',
    'For four weeks: no waxing',
    '30–45 minutes',
    '20 minutes have passed',
  ])('%s', (part) => {
    expect(words()).toContain(part);
  });

  it('stockings for as long as the larger veins need, and shorter where only spider veins were treated', () => {
    expect(words()).toContain('7 days; 3 days where only spider veins were treated');
    expect(words({ stockingDays: { spider: 3, larger: null } })).toContain('some: 3 days.');
    expect(words({ stockingDays: { spider: 1, larger: 1 } })).toContain('some: 1 day.');
  });

  it('after foam no driving and a bandage for one week, in the sessions that have it', () => {
    expect(words({ foamSessions: [2, 3, 5] })).toContain('After foam (sessions 2, 3 and 5)');
    expect(words({ foamSessions: [2] })).toContain('Bandage and full-length stocking for one week');
    expect(words()).not.toMatch(/foam|driv/i);
  });

  it('the days in stockings follow the veins that are still to come', () => {
    const spider = someVeins(40, 'left').filter(({ kind }) => kind === 'telangiectasia');
    const after = pictureOf(factsOf({ veins: spider, sessions: 1 })).leaflet.flatMap(({ points }) => points);
    expect(after.map(plain)).toContain('Stockings, if we give you some: 3 days.');
  });
});
