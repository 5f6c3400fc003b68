import type { ScanFinding, ScanInspection } from '../../../../shared/domain/stock/inspect-scan.ts';
import { scannerText as words } from '../../../text/scanner-text.ts';
import { Button } from '../../../ui/button.tsx';
import type { ScannerSettings } from '../stock/scanner-settings.ts';

interface KeepButtonProps {
  readonly inspection: ScanInspection;
  readonly settings: ScannerSettings;
  readonly onSettings: (settings: ScannerSettings) => void;
}

/** Sets the program to what the test code has shown of the scanner; nothing where it is set so. */
export function KeepButton({ inspection, settings, onSettings }: KeepButtonProps) {
  const way = wayOf(inspection, settings);
  if (way === null) return null;
  return (
    <Button
      onClick={() => {
        onSettings(way.settings);
      }}
    >
      {way.words}
    </Button>
  );
}

function wayOf({ isTestCode, separators, findings }: ScanInspection, settings: ScannerSettings) {
  if (!isTestCode) return null;
  if (findings.some(({ kind }) => kind === 'turned' || kind === 'not-as-shown')) return null;
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
