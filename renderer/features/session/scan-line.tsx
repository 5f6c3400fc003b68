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
}

/** What the scanner has read; where it can be read in several ways, a person chooses. */
export function ScanLine({ reading, choose, match, choice }: ScanLineProps) {
  return (
    <div className={styles.scanLine}>
      <p role="status">{messageOf(reading, choice)}</p>
      {match?.kind === 'known' && match.otherExpiry !== null && choice ? (
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

function messageOf(reading: ScanLineProps['reading'], choice: BoxChoice | null): string {
  switch (reading?.kind) {
    case undefined:
      return boxText.scan;
    case 'ambiguous':
      return words.ambiguous;
    case 'unreadable':
      return words.unreadable[reading.because];
    case 'read':
      return choice?.unusable
        ? `Scanned: lot ${choice.lot.lotNumber} is ${boxText.unusable[choice.unusable]}. It cannot be used: put the box aside.`
        : `Scanned: lot ${choice?.lot.lotNumber ?? ''}. Hold it against the box.`;
  }
}
