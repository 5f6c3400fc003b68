import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/kernel/time.ts';
import { micrograms, microgramsPerMillilitre, microlitres } from '../../shared/kernel/units.ts';
import { insertRows, plan, rows, session, uuidOf, vein } from './clinical-record.ts';
import { temporaryDatabase } from './temporary-database.ts';

async function recordBefore(table: Parameters<typeof insertRows>[1]) {
  const { db } = await temporaryDatabase();
  await insertRows(db, table);
  return db;
}

/** The mass by exact arithmetic of whole numbers. */
function exactMassUg(volumeUl: number, strengthUgPerMl: number, gasParts: number): number {
  const parts = 1_000n * (1n + BigInt(gasParts));
  return Number((BigInt(volumeUl) * BigInt(strengthUgPerMl) + parts - 1n) / parts);
}

describe('an injection', () => {
  it('is stored with its exact mass and with no other', async () => {
    const db = await recordBefore('injections');
    let number = 0;
    const insert = (dose: { volume: number; strength: number; gas: number; mass: number }) => {
      number += 1;
      return db
        .insertInto('injections')
        .values({
          ...rows.injections,
          id: uuidOf(1_000 + number),
          number,
          form: dose.gas === 0 ? 'liquid' : 'foam',
          gas_parts: dose.gas === 0 ? null : dose.gas,
          volume_ul: microlitres(dose.volume),
          strength_ug_per_ml: microgramsPerMillilitre(dose.strength),
          mass_ug: micrograms(dose.mass),
        })
        .execute();
    };
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 1_000, max: 50_000 }),
        fc.integer({ min: 0, max: 9 }),
        async (volume, strength, gas) => {
          const mass = exactMassUg(volume, strength, gas);
          await insert({ volume, strength, gas, mass });
          await expect(insert({ volume, strength, gas, mass: mass - 1 })).rejects.toThrow('CHECK');
          await expect(insert({ volume, strength, gas, mass: mass + 1 })).rejects.toThrow('CHECK');
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a volume of nothing', { volume_ul: microlitres(0), mass_ug: micrograms(0) }],
    ['more than a syringe holds', { volume_ul: microlitres(20_001), mass_ug: micrograms(100_005) }],
    ['gas in a liquid', { gas_parts: 4, mass_ug: micrograms(300) }],
    ['foam without gas', { form: 'foam' as const }],
    ['half a place', { site_x_mm: null }],
    ['an override without a reason', { override_by: rows.people.id }],
    ['an assessment that is no JSON', { assessment: '{' }],
    ['the other leg than its vein', { leg: 'right' as const }],
    ['a vein that is not there', { vein_id: uuidOf<'vein'>(99) }],
    ['a box that was not opened', { lot_id: uuidOf<'lot'>(99) }],
    ['another patient than the session', { patient_id: uuidOf<'patient'>(99) }],
  ])('is refused with %s', async (_what, change) => {
    const db = await recordBefore('injections');
    await expect(
      db
        .insertInto('injections')
        .values({ ...rows.injections, ...change })
        .execute(),
    ).rejects.toThrow();
    await db.insertInto('injections').values(rows.injections).execute();
  });

  it('is refused with a number that the session has given', async () => {
    const db = await recordBefore('injection_strike_outs');
    const again = db
      .insertInto('injections')
      .values({ ...rows.injections, id: uuidOf(50) })
      .execute();
    await expect(again).rejects.toThrow('UNIQUE');
  });

  it('is refused after the session was closed', async () => {
    const db = await recordBefore('session_signatures');
    const late = db
      .insertInto('injections')
      .values({ ...rows.injections, id: uuidOf(50), number: 2 })
      .execute();
    await expect(late).rejects.toThrow('the session is closed');
  });

  it('is struck out once, and no more after a signature', async () => {
    const db = await recordBefore('reviews');
    const again = db.insertInto('injection_strike_outs').values(rows.injection_strike_outs).execute();
    await expect(again).rejects.toThrow('the session is signed');

    const open = await recordBefore('reactions');
    const twice = open.insertInto('injection_strike_outs').values(rows.injection_strike_outs).execute();
    await expect(twice).rejects.toThrow('UNIQUE');
  });
});

describe('after the closing', () => {
  const amended = { ...rows.injections, id: uuidOf<'injection'>(50), number: 2 };
  const amendmentId = rows.session_amendments.id;

  it('an injection comes with an amendment of its session, and without one not', async () => {
    const db = await recordBefore('closing_corrections');
    const add = (amendment_id: typeof amendmentId | null) =>
      db
        .insertInto('injections')
        .values({ ...amended, amendment_id })
        .execute();
    await expect(add(null)).rejects.toThrow('the session is closed');
    await expect(add(uuidOf<'amendment'>(99))).rejects.toThrow('the session is closed');
    await add(amendmentId);
    expect(await db.selectFrom('injections').select('number').orderBy('number').execute()).toHaveLength(2);
  });

  it('an amendment of another session allows nothing here, be this one closed or open', async () => {
    const db = await recordBefore('closing_corrections');
    const second = { ...rows.sessions, id: uuidOf<'session'>(51), number: 2 };
    await db.insertInto('sessions').values(second).execute();
    await db
      .insertInto('session_boxes')
      .values({ ...rows.session_boxes, session_id: second.id })
      .execute();
    const there = { ...amended, session_id: second.id, amendment_id: amendmentId };
    await expect(db.insertInto('injections').values(there).execute()).rejects.toThrow(
      'the session is closed',
    );
    await db
      .insertInto('injections')
      .values({ ...there, amendment_id: null })
      .execute();
    const strike = { ...rows.injection_strike_outs, injection_id: amended.id, amendment_id: amendmentId };
    const strikeOut = db.insertInto('injection_strike_outs').values(strike).execute();
    await expect(strikeOut).rejects.toThrow('the session is signed');
  });

  it('a signed injection is struck out by an amendment of its session, and no other way', async () => {
    const db = await recordBefore('closing_corrections');
    const added = { ...amended, amendment_id: amendmentId };
    await db.insertInto('injections').values(added).execute();
    const strike = (amendment_id: typeof amendmentId | null) =>
      db
        .insertInto('injection_strike_outs')
        .values({ ...rows.injection_strike_outs, injection_id: added.id, amendment_id })
        .execute();
    await expect(strike(null)).rejects.toThrow('the session is signed');
    await strike(amendmentId);
  });

  it('there is an amendment, and no walk any more; before it no amendment', async () => {
    const db = await recordBefore('session_signatures');
    const walk = { ...rows.session_walks, seq: 2 };
    await expect(db.insertInto('session_walks').values(walk).execute()).rejects.toThrow(
      'the session is closed',
    );
    await db.insertInto('session_amendments').values(rows.session_amendments).execute();
    const open = await recordBefore('session_closings');
    const early = open.insertInto('session_amendments').values(rows.session_amendments).execute();
    await expect(early).rejects.toThrow('the session is not closed');
  });
});

describe('a session', () => {
  const second = { ...rows.sessions, id: uuidOf<'session'>(51), number: 2 };

  it('is not opened while the patient has an open one, but after that', async () => {
    const db = await recordBefore('session_closings');
    await expect(db.insertInto('sessions').values(second).execute()).rejects.toThrow('open session');
    await db.insertInto('session_closings').values(rows.session_closings).execute();
    await db.insertInto('sessions').values(second).execute();
    expect(await db.selectFrom('sessions').select('number').orderBy('number').execute()).toEqual([
      { number: 1 },
      { number: 2 },
    ]);
  });

  it('takes place once under each number', async () => {
    const db = await recordBefore('session_signatures');
    const again = db
      .insertInto('sessions')
      .values({ ...second, number: 1 })
      .execute();
    await expect(again).rejects.toThrow('UNIQUE');
  });

  it('is not signed before it is closed', async () => {
    const db = await recordBefore('session_closings');
    const early = db.insertInto('session_signatures').values(rows.session_signatures).execute();
    await expect(early).rejects.toThrow('the session is not closed');
  });

  it('takes no box after it was closed', async () => {
    const db = await recordBefore('session_signatures');
    const late = db
      .insertInto('session_boxes')
      .values({ ...rows.session_boxes, session_id: session })
      .execute();
    await expect(late).rejects.toThrow('the session is closed');
  });
});

describe('other rows', () => {
  it('keep record numbers, vein labels, map versions and plan versions apart', async () => {
    const db = await recordBefore('plan_sessions');
    await expect(
      db
        .insertInto('patients')
        .values({ ...rows.patients, id: uuidOf(60) })
        .execute(),
    ).rejects.toThrow('UNIQUE');
    await expect(
      db
        .insertInto('veins')
        .values({ ...rows.veins, id: uuidOf(61) })
        .execute(),
    ).rejects.toThrow('UNIQUE');
    await expect(
      db
        .insertInto('map_gestures')
        .values({ ...rows.map_gestures, id: uuidOf(62) })
        .execute(),
    ).rejects.toThrow('UNIQUE');
    await expect(
      db
        .insertInto('plans')
        .values({ ...rows.plans, id: uuidOf(63) })
        .execute(),
    ).rejects.toThrow('UNIQUE');
  });

  it('refuse a state of a vein that no gesture made', async () => {
    const db = await recordBefore('plans');
    const orphan = db
      .insertInto('vein_versions')
      .values({ ...rows.vein_versions, vein_id: vein, map_version: 2 })
      .execute();
    await expect(orphan).rejects.toThrow('FOREIGN KEY');
  });

  it('refuse days, moments and numbers out of their form', async () => {
    const db = await recordBefore('measurements');
    const measure = (change: object) =>
      db
        .insertInto('measurements')
        .values({ ...rows.measurements, ...change })
        .execute();
    await expect(measure({ on_date: '2.11.2026' })).rejects.toThrow('CHECK');
    await expect(measure({ recorded_at: '2026-11-02' })).rejects.toThrow('CHECK');
    await expect(measure({ weight_g: 19_999 })).rejects.toThrow('CHECK');
    await expect(measure({ weight_g: 70_000.5 })).rejects.toThrow('INTEGER');
    await expect(measure({ weight_g: null, height_mm: null })).rejects.toThrow('CHECK');
    await measure({ on_date: calendarDate('2026-11-02') });
    expect(await db.selectFrom('measurements').select('weight_g').execute()).toEqual([{ weight_g: 70_000 }]);
  });

  it('refuse a planned session at 25 o’clock', async () => {
    const db = await recordBefore('plan_sessions');
    const planned = { ...rows.plan_sessions, plan_id: plan };
    await expect(
      db
        .insertInto('plan_sessions')
        .values({ ...planned, at_time: '25:00' })
        .execute(),
    ).rejects.toThrow('CHECK');
  });
});
