import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAudit } from '../../electron/services/audit.ts';
import { buildDemoClinic } from '../../electron/demo/build-demo-clinic.ts';
import { readMapHistory } from '../../electron/services/map/read-map-history.ts';
import { readMap } from '../../electron/services/map.ts';
import { readPatient, searchPatients } from '../../electron/services/patients.ts';
import { readPlan } from '../../electron/services/plan.ts';
import { readReviews } from '../../electron/services/reviews.ts';
import { readSession, readToday } from '../../electron/services/sessions.ts';
import { readStock } from '../../electron/services/stock.ts';
import type { CaseSummary } from '../../shared/contract/patient.ts';
import { assessPlannedSession } from '../../shared/domain/plan/plan-totals.ts';
import { compareMaps } from '../../shared/domain/leg-map/compare-maps.ts';
import { datesOf, mapOn } from '../../shared/domain/leg-map/timeline.ts';
import { veinLabel } from '../../shared/domain/leg-map/vein.ts';
import { completenessOf } from '../../shared/domain/session/completeness.ts';
import { addDays, calendarDate } from '../../shared/kernel/time.ts';
import { grams } from '../../shared/kernel/units.ts';
import { builtDemo, contentOf, onWall, temporaryDatabase, valueOf, type BuiltDemo } from './built-demo.ts';

const TODAY = calendarDate('2026-10-08');
const NOW = onWall(TODAY, '10:00');
const SLOW = 300_000;

let demo: BuiltDemo;

beforeAll(async () => {
  demo = await builtDemo(TODAY, NOW);
}, SLOW);

afterAll(async () => {
  await demo.close();
});

async function patientCalled(familyName: string) {
  const hits = valueOf(await searchPatients(demo.context, { text: familyName, limit: 5 }));
  const [hit] = hits;
  if (!hit) throw new Error(`nobody is called ${familyName}`);
  return valueOf(await readPatient(demo.context, hit.id));
}

async function caseOf(familyName: string): Promise<CaseSummary> {
  const [newest] = (await patientCalled(familyName)).cases;
  if (!newest) throw new Error(`${familyName} has no case`);
  return newest;
}

async function everyPatient() {
  const hits = valueOf(await searchPatients(demo.context, { text: '', limit: 50 }));
  return Promise.all(hits.map(async ({ id }) => valueOf(await readPatient(demo.context, id))));
}

describe('the demo clinic', () => {
  test('shows sessions of several states today', async () => {
    const today = valueOf(await readToday(demo.context, TODAY));
    expect(
      today.sessions.map(({ atTime, patient, number, ofSessions, legs, session, hindrances }) =>
        [
          atTime,
          patient.familyName,
          `${String(number)}/${String(ofSessions)}`,
          legs.join(' '),
          session?.state ?? (hindrances.join() || 'ready'),
        ].join(' | '),
      ),
    ).toEqual([
      '08:30 | Andersen | 4/5 | right | closed',
      '09:00 | Lindqvist | 2/3 | left | open',
      '10:15 | Okonkwo | 1/2 | left | no-consent',
      '11:00 | Ferreira | 3/3 | right | ready',
      '13:30 | Halvorsen | 2/4 | left | ready',
      '14:30 | Müller | 1/3 | right | no-allergy-statement',
      '15:30 | Kowalczyk | 2/2 | right left | ready',
      '16:15 | Kaya | 1/1 | left | contraindicated,acceptance-needed',
    ]);
    expect(today.unfinished.map(({ patient, state }) => `${patient.familyName} ${state}`)).toEqual([
      'Novak closed',
      'Reyes open',
      'Andersen closed',
      'Lindqvist open',
    ]);
    expect(today.reviewsDue.map(({ patient, dueOn }) => `${patient.familyName} ${dueOn}`)).toEqual([
      `Bauer ${addDays(TODAY, -3)}`,
      `Santos ${TODAY}`,
      `Dubois ${addDays(TODAY, 2)}`,
    ]);
  });

  test('has a lot that expired and one that will within the month, the others fine', async () => {
    const { lots } = valueOf(await readStock(demo.context));
    const daysLeft = new Map(lots.map(({ lotNumber, expiresOn }) => [lotNumber, expiresOn]));
    expect(daysLeft.get('P3890B')).toBe(addDays(TODAY, -12));
    expect(daysLeft.get('P4102C')).toBe(addDays(TODAY, 23));
    const strengths = lots
      .filter(({ expiresOn }) => expiresOn > addDays(TODAY, 30))
      .map(({ product }) => product.strengthUgPerMl);
    expect(new Set(strengths)).toEqual(new Set([2_500, 5_000, 10_000, 20_000, 30_000]));
  });

  test('tells the story of Maja Lindqvist with the numbers of her plan', async () => {
    const { patient, cases } = await patientCalled('Lindqvist');
    expect(patient.height?.heightMm).toBe(1520);
    expect(patient.weight).toMatchObject({ weightG: 44_000, onDate: TODAY });
    expect(patient.allergies?.substances).toEqual(['penicillin', 'plaster']);
    expect(cases).toHaveLength(2);
    const [present] = cases;
    if (!present) throw new Error('no case');

    const { plan, profile } = valueOf(await readPlan(demo.context, present.id));
    const { veins } = valueOf(await readMap(demo.context, { caseId: present.id, onDate: null }));
    const totals = plan?.sessions.map(({ number }) => {
      const items = plan.items.filter(({ sessionNumber }) => sessionNumber === number);
      const { totals: sum } = assessPlannedSession({
        items,
        veins,
        limits: profile.limits,
        patient: { weightG: grams(44_000), proneToHypersensitivity: false, isFirstSession: false },
      });
      return [items.length, sum.injections, sum.liquidUl, sum.massUg];
    });
    expect(totals).toEqual([
      [6, 37, 8_200, 59_000],
      [7, 36, 9_000, 84_000],
      [5, 33, 6_600, 33_000],
    ]);
    expect(veins.map((vein) => (vein.carriedOverFrom === null ? '' : veinLabel(vein))).join('')).toBe('L13');

    expect(present.sessions).toMatchObject([
      { number: 1, state: 'signed', legs: ['right'], injections: 37, volumeUl: 8_200, massUg: 59_000 },
      {
        number: 2,
        state: 'open',
        legs: ['left'],
        injections: 21,
        volumeUl: 6_300,
        massUg: 63_000,
        struckOut: 1,
      },
    ]);
  });

  test.each([
    ['Tanaka', { veins: 0, plannedSessions: 0 }],
    ["O'Brien", { veins: 6, plannedSessions: 0 }],
    ['Ferreira', { plannedSessions: 3, reviews: 0 }],
    ['Marchetti', { plannedSessions: 2, reviews: 2 }],
    ['Dubois', { plannedSessions: 5, reviews: 1 }],
  ])('%s stands where the story says', async (familyName, expected) => {
    expect(await caseOf(familyName)).toMatchObject(expected);
  });

  test('has somebody with more than sixty veins', async () => {
    expect((await caseOf('Berg')).veins).toBeGreaterThan(60);
  });

  test('has somebody whose old map is carried over and partly confirmed', async () => {
    const { id } = await caseOf('Janssen');
    const { veins } = valueOf(await readMap(demo.context, { caseId: id, onDate: null }));
    const carried = veins.filter(({ carriedOverFrom }) => carriedOverFrom !== null).map(veinLabel);
    expect(carried).toEqual(['R4', 'L3', 'L4']);
    expect(veins.length).toBeGreaterThan(carried.length + 2);
  });

  test('has foam in a varicose tributary', async () => {
    const { sessions } = await caseOf('Weber');
    const [first] = sessions;
    if (!first) throw new Error('no session');
    const { injections } = valueOf(await readSession(demo.context, first.id));
    expect(injections.map(({ dose }) => dose.form)).toEqual(['foam', 'foam']);
  });

  test('has strike-outs, a reason and an override', async () => {
    const { sessions } = await caseOf('Reyes');
    expect(sessions).toMatchObject([
      { state: 'signed', struckOut: 1, overrides: 1 },
      { state: 'open', overrides: 0 },
    ]);
    const [first] = sessions;
    if (!first) throw new Error('no session');
    const { injections, reactions } = valueOf(await readSession(demo.context, first.id));
    expect(injections.filter(({ reason }) => reason !== null)).toHaveLength(1);
    expect(injections.filter(({ override }) => override !== null)).toHaveLength(1);
    expect(reactions.map(({ kind }) => kind)).toEqual(['wheal']);
  });

  test('has a record that was amended twice after it was signed, complete as it holds now', async () => {
    const { sessions } = await caseOf('Andersen');
    const second = sessions.find(({ number }) => number === 2);
    if (!second) throw new Error('no session');
    const view = valueOf(await readSession(demo.context, second.id));
    expect(view.state).toBe('signed');
    expect(view.amendments.map(({ added, closing }) => [added.length, closing !== null])).toEqual([
      [0, true],
      [1, false],
    ]);
    expect(view.closing).toMatchObject({ compressionClass: '1', walkedMinutes: 21 });
    expect(completenessOf(view).filter(({ state }) => state === 'missing')).toEqual([]);
  });

  test('has somebody who is allergic to polidocanol', async () => {
    expect((await patientCalled('Kaya')).patient.allergies?.polidocanol).toBe(true);
  });

  test('has reviews that rate every treated vein', async () => {
    const { id } = await caseOf('Marchetti');
    const { reviews, given } = valueOf(await readReviews(demo.context, id));
    const treated = new Set(given.map(({ veinId }) => veinId));
    for (const { responses } of reviews) {
      expect(new Set(responses.map(({ veinId }) => veinId))).toEqual(treated);
    }
    expect(reviews.map(({ improvementPercent }) => improvementPercent)).toEqual([85, 65]);
  });

  test('has somebody whose leg can be followed through two sessions and two reviews', async () => {
    const { id } = await caseOf('Marchetti');
    const history = valueOf(await readMapHistory(demo.context, { caseId: id }));
    const days = datesOf(history);
    expect(days.map(({ events }) => events.map(({ kind }) => kind).join(' '))).toEqual([
      'mapped',
      'session',
      'session',
      'mapped review',
      'mapped review',
    ]);
    const legs = days.map(({ onDate }) => mapOn(history, onDate));
    const states = legs.map(({ veins }) => new Set(veins.map(({ state }) => state)));
    expect(states[0]).toEqual(new Set(['mapped']));
    expect(states[1]).toEqual(new Set(['mapped', 'injected']));
    expect([...(states[3] ?? [])]).toEqual(expect.arrayContaining(['responding', 'cleared', 'new']));
    expect([...(states[4] ?? [])]).toEqual(expect.arrayContaining(['recurred', 'cleared', 'new']));
    const [first, last] = [legs[0], legs.at(-1)];
    if (!first || !last) throw new Error('no days');
    const { totals } = compareMaps(first, last);
    expect(Object.values(totals).every(({ count }) => count > 0)).toBe(true);
  });

  test('has a map that was measured, with sites and notes', async () => {
    const { id } = await caseOf('Marchetti');
    const map = valueOf(await readMap(demo.context, { caseId: id, onDate: null }));
    expect(new Set(map.marks.map(({ mark }) => mark))).toEqual(new Set(['note', 'scale', 'site']));
    expect(map.heightScale).not.toBeCloseTo(1670 / 1605.42, 3);
    expect(map.heightScale).toBeGreaterThan(1);
  });

  test('brings several people near a limit and nobody past one without a surgeon', async () => {
    const patients = await everyPatient();
    const sessions = patients.flatMap(({ cases }) => cases.flatMap((each) => each.sessions));
    const worst = await Promise.all(
      sessions.map(async ({ id, overrides }) => {
        const { injections } = valueOf(await readSession(demo.context, id));
        const last = injections.findLast(({ strikeOut }) => strikeOut === null);
        const hard = last?.assessment.gauges.filter(({ limit }) => limit.severity === 'hard') ?? [];
        const isOver = hard.some(({ projectedState }) => projectedState === 'over');
        return { isNear: hard.some(({ projectedState }) => projectedState === 'near'), isOver, overrides };
      }),
    );
    expect(worst.filter(({ isNear }) => isNear).length).toBeGreaterThan(2);
    expect(worst.filter(({ isOver }) => isOver)).toEqual([expect.objectContaining({ overrides: 1 })]);
  });

  test('plans nothing past a hard limit', async () => {
    for (const { patient, cases } of await everyPatient()) {
      for (const { id } of cases) {
        const { plan, profile } = valueOf(await readPlan(demo.context, id));
        const { veins } = valueOf(await readMap(demo.context, { caseId: id, onDate: null }));
        if (!plan || !patient.weight) continue;
        for (const { number } of plan.sessions) {
          const { passed } = assessPlannedSession({
            items: plan.items.filter(({ sessionNumber }) => sessionNumber === number),
            veins,
            limits: profile.limits,
            patient: {
              weightG: patient.weight.weightG,
              proneToHypersensitivity: false,
              isFirstSession: true,
            },
          });
          expect({ who: patient.familyName, number, over: passed.hard }).toMatchObject({ over: [] });
        }
      }
    }
  });

  test('keeps an audit chain without a break, in the order of time', async () => {
    const verdict = valueOf(await verifyAudit(demo.context));
    expect(verdict.brokenAt).toBeNull();
    const rows = await demo.db.selectFrom('audit').select('at').orderBy('seq').execute();
    expect(verdict.checked).toBe(rows.length);
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted());
    expect((rows.at(-1)?.at ?? '') <= NOW).toBe(true);
  });

  test('is the same when it is made again on the same day', { timeout: SLOW }, async () => {
    const again = await builtDemo(TODAY, NOW);
    try {
      expect(await contentOf(again.db)).toEqual(await contentOf(demo.db));
    } finally {
      await again.close();
    }
  });

  test(
    'knows nothing of later today when it is made early in the morning, a month after the shortest one began',
    {
      timeout: SLOW,
    },
    async () => {
      // What was set for three months in February ends sooner than any other time of the year.
      const march = calendarDate('2027-03-01');
      const early = onWall(march, '06:10');
      const morning = await builtDemo(march, early);
      try {
        const { at } = await morning.db
          .selectFrom('audit')
          .select((eb) => eb.fn.max('at').as('at'))
          .executeTakeFirstOrThrow();
        expect(at <= early).toBe(true);
        const today = valueOf(await readToday(morning.context, march));
        expect(today.sessions.filter(({ session }) => session !== null)).toHaveLength(2);
      } finally {
        await morning.close();
      }
    },
  );

  test('refuses to be made among real records', async () => {
    const { db, close } = await temporaryDatabase();
    try {
      const rows = { id: 1, name: 'A real clinic', is_demo: 0, created_at: NOW } as const;
      await db.insertInto('clinic').values(rows).execute();
      const before = await contentOf(db);
      await expect(buildDemoClinic({ db, today: TODAY, now: NOW })).rejects.toThrow('already-set-up');
      expect(await contentOf(db)).toEqual(before);
    } finally {
      await close();
    }
  });
});
