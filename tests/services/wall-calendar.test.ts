import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const walk = resolve(import.meta.dirname, '../support/wall-day-walk.ts');

test.each([
  {
    name: 'just after midnight in Auckland, where it is still the month before in UTC',
    zone: 'Pacific/Auckland',
    moment: '2026-10-31T11:30:00.000Z',
    day: '2026-11-01',
  },
  {
    name: 'in the afternoon in Auckland',
    zone: 'Pacific/Auckland',
    moment: '2026-11-01T02:30:00.000Z',
    day: '2026-11-01',
  },
  {
    name: 'late in the evening in New York, where it is the next month already in UTC',
    zone: 'America/New_York',
    moment: '2026-11-01T03:30:00.000Z',
    day: '2026-10-31',
  },
  {
    name: 'in the hour that comes twice in New York',
    zone: 'America/New_York',
    moment: '2026-11-01T06:30:00.000Z',
    day: '2026-11-01',
  },
])('$name, every list has what happened on the day that the wall shows', async ({ zone, moment, day }) => {
  const { stdout } = await promisify(execFile)(process.execPath, [walk, moment], {
    env: { ...process.env, TZ: zone },
  });
  expect(JSON.parse(stdout)).toEqual({
    session: day,
    today: 1,
    accepted: [day],
    register: [day],
    audit: [0, 1, 0],
  });
});
