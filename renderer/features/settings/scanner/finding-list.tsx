import type { ScanBurst, ScanInspection } from '../../../../shared/domain/stock/inspect-scan.ts';
import { findingText } from '../../../text/scanner-text.ts';
import styles from './scanner.module.css';

interface FindingListProps {
  readonly burst: ScanBurst;
  readonly inspection: ScanInspection;
}

/** What is not as it should be, and what to do. */
export function FindingList({ burst, inspection: { findings } }: FindingListProps) {
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => {
        const { what, todo } = findingText(finding, burst);
        return (
          <li key={finding.kind}>
            <strong>▲ {what}</strong> {todo}
          </li>
        );
      })}
    </ul>
  );
}
