import { IconDatabaseX } from '@tabler/icons-react';
import type { ClinicStatus } from '../../shared/contract/clinic.ts';
import { backupFailureText } from '../text/backup-text.ts';
import styles from './page-notice.module.css';

/** On every page: that the last backup could not be made, and what to do. */
export function BackupNotice({ clinic }: { readonly clinic: ClinicStatus }) {
  if (clinic.backupFailure === null) return null;
  return (
    <div className={styles.notice} role="status">
      <IconDatabaseX size={18} aria-hidden />
      <p>{backupFailureText(clinic.backupFailure, clinic.lastBackupAt)}</p>
    </div>
  );
}
