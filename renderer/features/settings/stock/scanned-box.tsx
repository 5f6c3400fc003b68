import { useState } from 'react';
import { readScan, type ScannedPack, type ScanReading } from '../../../../shared/domain/stock/read-scan.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import { dateText } from '../../../text/format.ts';
import { scannerText } from '../../../text/scanner-text.ts';
import { settingsText } from '../../../text/settings-text.ts';
import { Button } from '../../../ui/button.tsx';
import { useScanner } from '../../../ui/use-scanner.ts';
import styles from '../settings-page.module.css';
import { ScannerChoices } from '../scanner/scanner-choices.tsx';
import { useScannerSettings } from '../scanner/use-scanner-settings.ts';
import { readScannerSettings } from './scanner-settings.ts';

const words = settingsText.stock.scan;

interface ScannedBoxProps {
  readonly today: CalendarDate;
  readonly onPack: (pack: ScannedPack) => void;
}

/** Waits for a scan of a box. What can be read in one way is handed on; where there is a choice, a person makes it. */
export function ScannedBox({ today, onPack }: ScannedBoxProps) {
  const [reading, setReading] = useState<ScanReading | null>(null);
  useScanner((typed) => {
    const next = readScan(typed, { ...readScannerSettings(), today });
    setReading(next);
    if (next.kind === 'read') onPack(next.pack);
  });
  return (
    <section className={styles.scan} aria-label={words.title}>
      <p role="status">{messageOf(reading)}</p>
      {reading?.kind === 'ambiguous' ? (
        <div className={styles.scanChoices}>
          {reading.packs.map((pack) => (
            <Button
              key={JSON.stringify(pack)}
              size="small"
              onClick={() => {
                setReading({ kind: 'read', pack });
                onPack(pack);
              }}
            >
              {choiceText(pack)}
            </Button>
          ))}
        </div>
      ) : null}
      <ScannerSetUp />
    </section>
  );
}

function messageOf(reading: ScanReading | null): string {
  if (reading === null) return words.waiting;
  if (reading.kind === 'read') return words.read;
  return reading.kind === 'ambiguous' ? words.ambiguous : words.unreadable[reading.because];
}

function choiceText({ lotNumber, expiresOn }: ScannedPack): string {
  return words.choice(lotNumber, expiresOn && dateText(expiresOn));
}

function ScannerSetUp() {
  const [settings, setSettings] = useScannerSettings();
  return (
    <details className={styles.quiet}>
      <summary>{scannerText.setUp}</summary>
      <ScannerChoices settings={settings} onChange={setSettings} />
    </details>
  );
}
