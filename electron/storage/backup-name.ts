import { epochMs, instantOf, type Instant } from '../../shared/kernel/time.ts';

/** What the name of a backup says. */
export interface BackupName {
  readonly madeAt: Instant;
  /** The first digits of the audit head: whether it holds the newest changes shows without opening it. */
  readonly head: string;
}

const NAME = /^phleboplan-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z-([0-9a-f]{12})\.db$/;
const HEAD_DIGITS = 12;

/** As many digits of an audit head as a name holds. */
export const shortHead = (auditHead: string) => auditHead.slice(0, HEAD_DIGITS);

/** `phleboplan-2026-11-22T09-15-00-000Z-0a1b2c3d4e5f.db` */
export function backupFileName({ madeAt, head }: BackupName): string {
  return `phleboplan-${madeAt.replaceAll(/[:.]/g, '-')}-${head}.db`;
}

/** Reads a name; null for files that are not ours. */
export function parseBackupName(fileName: string): BackupName | null {
  const [, day, hour, minute, second, milliseconds, head] = NAME.exec(fileName) ?? [];
  if (day === undefined || head === undefined) return null;
  const time = Date.parse(`${day}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}.${milliseconds ?? ''}Z`);
  return Number.isNaN(time) ? null : { madeAt: instantOf(time), head };
}

/** The newest first. */
export function byAge(a: BackupName, b: BackupName): number {
  return epochMs(b.madeAt) - epochMs(a.madeAt);
}
