import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEarlierLedger } from '../../db/repositories/ledger.ts';
import { startOf24h } from '../../electron/services/sessions/session-time.ts';
import { assessDose } from '../../shared/domain/dose/assess-dose.ts';
import { profileById } from '../../shared/domain/dose/profiles/index.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { instantOf } from '../../shared/kernel/time.ts';
import { grams, micrograms, microgramsPerMillilitre, microlitres } from '../../shared/kernel/units.ts';
import { injection, insertRows, patient, rows } from '../db/clinical-record.ts';
import { temporaryDatabase } from '../db/temporary-database.ts';

const walk = resolve(import.meta.dirname, '../support/time-zone-walk.ts');
const HOUR = 3_600_000;

/** Injects at a moment in a time zone, and looks again at others. */
async function inZone(zone: string, first: string, moments: readonly string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [walk, first, ...moments], {
    env: { ...process.env, TZ: zone },
  });
  return JSON.parse(stdout);
}

/** Just within 24 hours after a moment, just beyond them, and so many hours after it. */
const around = (first: string, ...hours: readonly number[]) =>
  [24 * HOUR, 24 * HOUR + 1, ...hours.map((each) => each * HOUR)].map((ms) =>
    instantOf(Date.parse(first) + ms),
  );

describe('24 hours are 24 hours, whatever the wall shows', () => {
  test.concurrent.each([
    {
      name: 'Berlin, the night in which an hour is left out',
      zone: 'Europe/Berlin',
      first: '2026-03-28T22:30:00.000Z',
      days: ['2026-03-30', '2026-03-30', '2026-03-29'],
    },
    {
      name: 'Berlin, the night in which an hour comes twice',
      zone: 'Europe/Berlin',
      first: '2026-10-24T22:30:00.000Z',
      days: ['2026-10-25', '2026-10-25', '2026-10-25'],
    },
    {
      name: 'New York, where clocks go back a week later',
      zone: 'America/New_York',
      first: '2026-11-01T03:30:00.000Z',
      days: ['2026-11-01', '2026-11-01', '2026-11-01'],
    },
    {
      name: 'Auckland, where the day begins half a day earlier',
      zone: 'Pacific/Auckland',
      first: '2026-09-26T11:30:00.000Z',
      days: ['2026-09-28', '2026-09-28', '2026-09-27'],
    },
  ])('$name', async ({ zone, first, days }) => {
    const [within, beyond, onTheDay] = days;
    expect(await inZone(zone, first, around(first, 23))).toEqual([
      { onDate: within, counted: 2 },
      { onDate: beyond, counted: 0 },
      { onDate: onTheDay, counted: 2 },
    ]);
  });

  test('for any injections at any moments the gauge is the sum in UTC', async () => {
    const { db } = await temporaryDatabase();
    await insertRows(db, 'injections');
    const night = Date.UTC(2026, 9, 25, 1);
    const given = fc.record({
      ms: fc.oneof(
        fc.integer({ min: -30 * HOUR, max: 30 * HOUR }),
        fc.constantFrom(-24 * HOUR, -24 * HOUR - 1, -24 * HOUR + 1, 0),
      ),
      volumeUl: fc.integer({ min: 1, max: 400 }),
      ugPerMl: fc.constantFrom(2_500, 5_000, 10_000, 30_000),
    });
    const property = fc.asyncProperty(fc.array(given, { maxLength: 12 }), async (all) => {
      const trx = await db.startTransaction().execute();
      for (const [n, { ms, volumeUl, ugPerMl }] of all.entries()) {
        const row = {
          ...rows.injections,
          id: idOf<'injection'>(randomUUID()),
          number: n + 1,
          given_at: instantOf(night + ms),
          strength_ug_per_ml: microgramsPerMillilitre(ugPerMl),
          volume_ul: microlitres(volumeUl),
          mass_ug: micrograms(Math.ceil((volumeUl * ugPerMl) / 1_000)),
        };
        await trx.insertInto('injections').values(row).execute();
      }
      const now = instantOf(night);
      const earlierIn24h = await readEarlierLedger(trx, {
        patientId: patient,
        otherThan: idOf<'session'>(injection),
        from: await startOf24h(trx, now),
        to: null,
      });
      await trx.rollback().execute();
      const { gauges } = assessDose({
        ledger: { session: [], earlierIn24h },
        limits: profileById('strictest')?.limits ?? [],
        patient: { weightG: grams(60_000), proneToHypersensitivity: false, isFirstSession: false },
        syringe: null,
        candidate: null,
      });
      const sum = all
        .filter(({ ms }) => ms >= -24 * HOUR)
        .reduce((total, { volumeUl, ugPerMl }) => total + Math.ceil((volumeUl * ugPerMl) / 1_000), 0);
      expect(gauges.find(({ limit }) => limit.id === 'mass-24h')?.used).toBe(sum);
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
