import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepBackups } from '../../electron/storage/keep-backups.ts';
import type { OpenStorage } from '../../electron/storage/open-storage.ts';
import { instantOf } from '../../shared/kernel/time.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { closedClinic, openedStorage, rename } from './clinic-folder.ts';

const HOUR_MS = 3_600_000;

describe('a program that runs', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('makes a backup by itself, and another each day that something changed', async () => {
    const folder = temporaryFolder();
    await closedClinic(folder, 'Monday');
    const at = kept(await openedStorage(folder, () => at.now()));
    await at.nextSettled();
    expect(await at.storage.backups.list()).toHaveLength(1);
    await at.hours(48);
    expect(await at.storage.backups.list()).toHaveLength(1);
    await rename(at.storage, 'Wednesday');
    await at.hours(1);
    await at.nextSettled();
    expect(await at.storage.backups.list()).toHaveLength(2);
    await rename(at.storage, 'Wednesday evening');
    await at.hours(19);
    expect(await at.storage.backups.list()).toHaveLength(2);
    await at.hours(1);
    await at.nextSettled();
    expect(await at.storage.backups.list()).toHaveLength(3);
    at.end();
    await rename(at.storage, 'Friday');
    await at.hours(48);
    expect(await at.storage.backups.list()).toHaveLength(3);
    expect(at.bugs).toEqual([]);
  });

  it('says when a backup could not be made, and tries again', async () => {
    const folder = temporaryFolder();
    await closedClinic(folder);
    const backups = join(folder, 'backups');
    writeFileSync(backups, 'in the way');
    const at = kept(await openedStorage(folder, () => at.now()));
    await at.nextSettled();
    expect(at.storage.backups.failure()).toEqual({ code: 'storage/unreadable' });
    rmSync(backups);
    mkdirSync(backups);
    await at.hours(1);
    await at.nextSettled();
    expect(at.storage.backups.failure()).toBeNull();
    at.end();
  });
});

/** A program whose hours go by when they are told to. */
function kept(storage: OpenStorage) {
  const bugs: unknown[] = [];
  let time = Date.UTC(2026, 10, 2, 9);
  let settled = 0;
  let heard = 0;
  const now = () => instantOf(time);
  const end = keepBackups({
    backups: storage.backups,
    now,
    settled: () => (settled += 1),
    reportBug: (bug) => bugs.push(bug),
  });
  return {
    storage,
    bugs,
    now,
    end,
    /** What is due in these hours has been looked for when this is over. */
    hours: async (count: number) => {
      for (let hour = 0; hour < count; hour += 1) {
        time += HOUR_MS;
        vi.advanceTimersByTime(HOUR_MS);
        await storage.backups.list();
      }
    },
    nextSettled: async () => {
      await expect.poll(() => settled, { timeout: 60_000 }).toBeGreaterThan(heard);
      heard = settled;
    },
  };
}
