import { scannerText as words } from '../../../text/scanner-text.ts';
import type { ScannerSettings } from '../stock/scanner-settings.ts';
import styles from './scanner.module.css';

interface ScannerChoicesProps {
  readonly settings: ScannerSettings;
  readonly onChange: (settings: ScannerSettings) => void;
}

/** Scanners differ in how they send the character that ends a lot. */
export function ScannerChoices({ settings, onChange }: ScannerChoicesProps) {
  return (
    <>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={settings.sendsSeparators}
          onChange={(event) => {
            onChange({ ...settings, sendsSeparators: event.currentTarget.checked });
          }}
        />
        {words.sendsSeparators}
      </label>
      <label className={styles.choice}>
        {words.separator}
        <input
          className={styles.key}
          maxLength={1}
          value={settings.separator ?? ''}
          onChange={(event) => {
            const key = event.currentTarget.value;
            onChange({ ...settings, separator: key === '' ? null : key });
          }}
        />
      </label>
    </>
  );
}
