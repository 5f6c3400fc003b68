import { useState } from 'react';
import { keepScannerSettings, readScannerSettings, type ScannerSettings } from '../stock/scanner-settings.ts';

/** How the scanner of this computer is set up; what is changed is kept at once. */
export function useScannerSettings(): readonly [ScannerSettings, (settings: ScannerSettings) => void] {
  const [settings, setSettings] = useState(readScannerSettings);
  return [
    settings,
    (next) => {
      setSettings(next);
      keepScannerSettings(next);
    },
  ];
}
