import type { ScanBurst, ScanFinding, ScanInspection } from '../../../../shared/domain/stock/inspect-scan.ts';
import { findingText, scannerText as words } from '../../../text/scanner-text.ts';
import { Button } from '../../../ui/button.tsx';
import type { ScannerSettings } from '../stock/scanner-settings.ts';
import styles from './scanner.module.css';

interface FindingListProps {
  readonly burst: ScanBurst;
  readonly inspection: ScanInspection;
  readonly settings: ScannerSettings;
  readonly onSettings: (settings: ScannerSettings) => void;
}

/** What is not as it should be, what to do, and the setting of the program that goes with it. */
export function FindingList({ burst, inspection, settings, onSettings }: FindingListProps) {
  const way = wayOf(inspection, settings);
  if (inspection.findings.length === 0 && way === null) return null;
  return (
    <div className={styles.findings}>
      <ul>
        {inspection.findings.map((finding) => {
          const { what, todo } = findingText(finding, burst);
          return (
            <li key={finding.kind}>
              <strong>▲ {what}</strong> {todo}
            </li>
          );
        })}
      </ul>
      {way ? (
        <Button
          onClick={() => {
            onSettings(way.settings);
          }}
        >
          {way.words}
        </Button>
      ) : null}
    </div>
  );
}

/** The setting that the test code has shown to be right, where it is not set so yet. */
function wayOf({ isTestCode, separators, findings }: ScanInspection, settings: ScannerSettings) {
  if (!isTestCode) return null;
  const typed = findings.find(isTyped);
  if (typed)
    return { words: words.keepKey(typed.as), settings: { separator: typed.as, sendsSeparators: true } };
  const isLost = findings.some(({ kind }) => kind === 'separator-lost');
  if (isLost && settings.sendsSeparators)
    return { words: words.dropSeparators, settings: { ...settings, sendsSeparators: false } };
  return separators !== 'none' && !isLost && !settings.sendsSeparators
    ? { words: words.keepSeparators, settings: { ...settings, sendsSeparators: true } }
    : null;
}

function isTyped(
  finding: ScanFinding,
): finding is Extract<ScanFinding, { readonly kind: 'separator-typed' }> {
  return finding.kind === 'separator-typed';
}
