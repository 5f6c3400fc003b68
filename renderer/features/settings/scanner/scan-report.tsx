import type { StockView } from '../../../../shared/contract/stock.ts';
import type { ScanBurst, ScanInspection } from '../../../../shared/domain/stock/inspect-scan.ts';
import { packCode } from '../../../../shared/domain/stock/read-scan.ts';
import { dateText, strengthText } from '../../../text/format.ts';
import { elementText, prefixText, scannerText as words, verdictText } from '../../../text/scanner-text.ts';
import { settingsText } from '../../../text/settings-text.ts';
import { StatusChip } from '../../../ui/chip.tsx';
import type { ScannerSettings } from '../stock/scanner-settings.ts';
import { FindingList } from './finding-list.tsx';
import { KeepButton } from './keep-button.tsx';
import { KeyRow, piecesOf } from './key-row.tsx';
import styles from './scanner.module.css';

interface ScanReportProps {
  readonly burst: ScanBurst;
  readonly inspection: ScanInspection;
  readonly products: StockView['products'];
  readonly settings: ScannerSettings;
  readonly onSettings: (settings: ScannerSettings) => void;
}

/** What came from the scanner, key by key, how it is read, and what to change. */
export function ScanReport({ burst, inspection, products, settings, onSettings }: ScanReportProps) {
  const verdict = verdictText(inspection);
  return (
    <div className={styles.report}>
      <div className={styles.verdict}>
        <p role="status">
          <StatusChip tone={verdict.tone}>{verdict.words}</StatusChip>
        </p>
        <KeepButton {...{ inspection, settings, onSettings }} />
      </div>
      <FindingList {...{ burst, inspection }} />
      <section aria-label={words.typedTitle}>
        <h3>{words.typedTitle}</h3>
        <KeyRow burst={burst} />
      </section>
      <div className={styles.columns}>
        <Facts burst={burst} inspection={inspection} />
        <Elements inspection={inspection} products={products} />
      </div>
    </div>
  );
}

function Facts({ burst, inspection }: Pick<ScanReportProps, 'burst' | 'inspection'>) {
  const { facts } = words;
  return (
    <dl className={styles.facts}>
      <dt>{facts.characters}</dt>
      <dd>{piecesOf(burst.typed).length}</dd>
      <dt>{facts.gap}</dt>
      <dd>
        {words.gap(burst.slowestGapMs)} <small>{words.gapAllowed}</small>
      </dd>
      <dt>{facts.end}</dt>
      <dd>{burst.end ?? words.noEnd}</dd>
      <dt>{facts.prefix}</dt>
      <dd>{inspection.prefix === null ? words.noPrefix : prefixText(inspection.prefix)}</dd>
      <dt>{facts.separators}</dt>
      <dd>{words.separators[inspection.separators]}</dd>
    </dl>
  );
}

/** The elements of the code; what the clinic calls the product; or why it cannot be read. */
function Elements({ inspection, products }: Pick<ScanReportProps, 'inspection' | 'products'>) {
  const { elements, reading, isTestCode } = inspection;
  return (
    <section aria-label={words.readTitle}>
      <h3>{words.readTitle}</h3>
      {isTestCode ? <p>{words.isTest}</p> : <p>{readingWords(reading, products)}</p>}
      <dl className={styles.facts}>
        {elements.map(([identifier, content]) => (
          <div key={identifier}>
            <dt>
              {identifier === 'ppn' ? null : <span className="pp-code">({identifier})</span>}{' '}
              {elementText(identifier)}
            </dt>
            <dd className="pp-code">
              {content}
              {identifier === '17' && reading.kind === 'read' && reading.pack.expiresOn !== null ? (
                <small> {dateText(reading.pack.expiresOn)}</small>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function readingWords(reading: ScanInspection['reading'], products: StockView['products']): string {
  const { scan } = settingsText.stock;
  switch (reading.kind) {
    case 'unreadable':
      return scan.unreadable[reading.because];
    case 'ambiguous':
      return reading.packs
        .map(({ lotNumber, expiresOn }) => scan.choice(lotNumber, expiresOn && dateText(expiresOn)))
        .join(' · ');
    case 'read': {
      const code = packCode(reading.pack);
      const product = products.find(({ codes }) => code !== null && codes.includes(code));
      return product ? `${product.name} ${strengthText(product.strengthUgPerMl)}` : words.noProduct;
    }
  }
}
