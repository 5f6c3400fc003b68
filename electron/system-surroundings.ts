import { randomUUID } from 'node:crypto';
import { uptime } from 'node:os';
import { instantOf } from '../shared/kernel/time.ts';
import type { Machine } from './services/context.ts';
import { dayOnWall } from './services/wall-calendar.ts';

/** The clock, the calendar and the chance of this machine. */
export const systemSurroundings: Machine = {
  now: () => instantOf(Date.now()),
  today: () => dayOnWall(instantOf(Date.now())),
  newUuid: () => randomUUID(),
  uptimeMs: () => uptime() * 1000,
};
