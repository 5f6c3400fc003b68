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

/** The characters that came, in their order: a separator that was typed with Alt is one. */
export function piecesOf(typed: string): readonly string[] {
  return typed.match(/Alt\+0?29|[^]/gi) ?? [];
}

/** Every character that came, in its order; those that do not print by their names. */
export function KeyRow({ burst: { typed, end, otherKeys } }: { readonly burst: ScanBurst }) {
  return (
    <p className={styles.keys}>
      {piecesOf(typed).map((piece, place) => (
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
