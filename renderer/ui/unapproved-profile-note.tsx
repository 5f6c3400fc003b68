import { StatusChip } from './chip.tsx';
import styles from './unapproved-profile-note.module.css';

interface UnapprovedProfileNoteProps {
  /** What the clinic calls the profile: `Strictest of both labels`. */
  readonly name: string;
  readonly approved: boolean;
  /** It stands beside a heading that says that these are limits. */
  readonly besideHeading?: boolean;
}

/** By which limits a page judges; it says so where nobody in the clinic has approved them. */
export function UnapprovedProfileNote({ name, approved, besideHeading = false }: UnapprovedProfileNoteProps) {
  return (
    <span
      className={styles.note}
      title={approved ? name : `${name}. A surgeon or clinician approves them under Setup, Limits.`}
    >
      <StatusChip tone={approved ? 'plain' : 'warn'}>
        <span className={styles.name}>
          {besideHeading ? null : 'Limits: '}
          {name}
        </span>
        {approved ? null : <span className={styles.word}>· not approved</span>}
      </StatusChip>
    </span>
  );
}
