import { expect, test } from 'vitest';
import { backupFailureText, lastBackupText } from '../../../renderer/text/backup-text.ts';
import { instantOf } from '../../../shared/kernel/time.ts';

const at = instantOf(Date.UTC(2026, 10, 22, 12));

test('the last backup stands with its time, and whether the newest try failed', () => {
  expect(lastBackupText({ lastBackupAt: null, backupFailure: null })).toBe('No backup made yet');
  expect(lastBackupText({ lastBackupAt: at, backupFailure: null })).toMatch(/^Last backup .*2026.*, tested$/);
  expect(lastBackupText({ lastBackupAt: at, backupFailure: { code: 'storage/full' } })).toMatch(
    /, tested; the newest try failed$/,
  );
});

test('damaged records are said as such, with what to do', () => {
  const said = backupFailureText({ code: 'storage/corrupt' }, at);
  expect(said).toContain('damaged');
  expect(said).toContain('restore');
  expect(said).toContain('2026');
  expect(backupFailureText({ code: 'storage/full' }, null)).toBe(
    'The backup could not be made. The disk is full. There is no other backup.',
  );
});
