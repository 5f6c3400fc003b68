import { useSuspenseQuery } from '@tanstack/react-query';
import { inspectScan } from '../../../../shared/domain/stock/inspect-scan.ts';
import { TEST_CODE, TEST_ELEMENTS } from '../../../../shared/domain/stock/test-code.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { scannerText as words } from '../../../text/scanner-text.ts';
import { Panel } from '../../../ui/panel.tsx';
import { BarCode } from './bar-code.tsx';
import { ScanReport } from './scan-report.tsx';
import { ScannerChoices } from './scanner-choices.tsx';
import styles from './scanner.module.css';
import { useBurst } from './use-burst.ts';
import { useScannerSettings } from './use-scanner-settings.ts';

/** Tries the scanner of this computer: a code to scan, what arrived, and what should be set otherwise. Nothing is stored. */
export function ScannerSection() {
  const trpc = useTRPC();
  const { products } = useSuspenseQuery(trpc.stock.get.queryOptions()).data;
  const { today } = useSuspenseQuery(trpc.clinic.status.queryOptions()).data;
  const [settings, setSettings] = useScannerSettings();
  const burst = useBurst();
  return (
    <>
      <Panel title={words.testTitle}>
        <div className={styles.test}>
          <figure className={styles.code}>
            <BarCode text={TEST_CODE} label={words.testLabel} />
            <figcaption className="pp-code">
              {TEST_ELEMENTS.map(([identifier, content]) => `(${identifier})${content}`).join(' ')}
            </figcaption>
          </figure>
          <div className={styles.hints}>
            <p>
              {words.testHint} {words.boxesToo}
            </p>
            <fieldset className={styles.choices}>
              <legend>{words.setUp}</legend>
              <ScannerChoices settings={settings} onChange={setSettings} />
            </fieldset>
          </div>
        </div>
      </Panel>
      <Panel title={words.arrivedTitle}>
        {burst ? (
          <ScanReport
            key={burst.count}
            burst={burst}
            inspection={inspectScan(burst, { ...settings, today })}
            {...{ products, settings }}
            onSettings={setSettings}
          />
        ) : (
          <p className={styles.waiting}>{words.waiting}</p>
        )}
      </Panel>
    </>
  );
}
