import type { PackMatch } from '../../../shared/domain/stock/match-pack.ts';
import { boxText } from '../../text/box-text.ts';
import { dateText } from '../../text/format.ts';
import { settingsText } from '../../text/settings-text.ts';
import { Button } from '../../ui/button.tsx';
import type { BoxChoice } from './box-choices.ts';
import styles from './session.module.css';
import type { ScannedReading } from './use-scanned-pack.ts';

const words = settingsText.stock.scan;

interface ScanLineProps extends Pick<ScannedReading, 'reading' | 'choose'> {
  readonly match: PackMatch | null;
  readonly choice: BoxChoice | null;
  /** Why the box cannot be taken; null: it can. */
  readonly whyNot: string | null;
}

/** What the scanner has read; where it can be read in several ways, a person chooses. */
export function ScanLine({ reading, choose, match, choice, whyNot }: ScanLineProps) {
  return (
    <div className={styles.scanLine}>
      <p role="status" data-bad={isBad(reading, whyNot) || undefined}>
        {messageOf(reading, choice, whyNot)}
      </p>
      {match?.kind === 'known' && match.otherExpiry !== null && choice && whyNot === null ? (
        <p className={styles.boxWarn}>▲ {boxText.otherExpiry(match.otherExpiry, choice.lot.expiresOn)}</p>
      ) : null}
      {reading?.kind === 'ambiguous'
        ? reading.packs.map((pack) => (
            <Button
              key={JSON.stringify(pack)}
              onClick={() => {
                choose(pack);
              }}
            >
              {words.choice(pack.lotNumber, pack.expiresOn && dateText(pack.expiresOn))}
            </Button>
          ))
        : null}
    </div>
  );
}

function isBad(reading: ScanLineProps['reading'], whyNot: string | null): boolean {
  return reading?.kind === 'unreadable' || (reading?.kind === 'read' && whyNot !== null);
}

function messageOf(
  reading: ScanLineProps['reading'],
  choice: BoxChoice | null,
  whyNot: string | null,
): string {
  switch (reading?.kind) {
    case undefined:
      return boxText.scan;
    case 'ambiguous':
      return words.ambiguous;
    case 'unreadable':
      return `✕ ${words.unreadable[reading.because]}`;
    case 'read':
      return whyNot !== null
        ? `✕ ${whyNot}. Put the box aside.`
        : `Scanned: lot ${choice?.lot.lotNumber ?? ''}. Hold it against the box.`;
  }
}
