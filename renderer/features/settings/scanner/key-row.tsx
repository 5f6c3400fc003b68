import { Fragment } from 'react';
import type { ScanBurst } from '../../../../shared/domain/stock/inspect-scan.ts';
import styles from './scanner.module.css';

/** What does not print, by its name. */
const NAMES: Readonly<Record<string, string>> = {
  '\u001d': 'GS',
  '\u001e': 'RS',
  '\u0004': 'EOT',
  ' ': 'Space',
};
/** A prefix, a separator that was typed with Alt, or one character. */
const PIECES = /^\][A-Za-z]\d|Alt\+0?29|[^]/gi;

/** Every character that came, in its order; those that do not print by their names. */
export function KeyRow({ burst: { typed, end, otherKeys } }: { readonly burst: ScanBurst }) {
  const pieces = typed.match(PIECES) ?? [];
  return (
    <p className={styles.keys}>
      {pieces.map((piece, place) => (
        <Fragment key={place}>
          {isNamed(piece) ? (
            <kbd data-named>{NAMES[piece] ?? piece.replace('+', ' ')}</kbd>
          ) : (
            <kbd>{piece}</kbd>
          )}
        </Fragment>
      ))}
      {otherKeys.map((name, place) => (
        <kbd key={`other ${String(place)}`} data-named>
          {name}
        </kbd>
      ))}
      {end === null ? null : <kbd data-named>{end}</kbd>}
    </p>
  );
}

function isNamed(piece: string): boolean {
  return piece.length > 1 || piece in NAMES;
}
