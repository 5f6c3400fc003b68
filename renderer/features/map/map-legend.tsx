import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import { VeinSymbol } from '../../canvas/vein-symbol.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import styles from './map-page.module.css';

interface MapLegendProps {
  readonly veins: readonly Vein[];
  readonly sessions: readonly number[];
}

const KINDS = [
  { word: 'Reticular', vein: { kind: 'reticular', pattern: 'line', colour: 'blue-green' } },
  { word: 'Varicose', vein: { kind: 'varicose', pattern: 'line', colour: 'blue-green' } },
  { word: 'Telangiectasia web', vein: { kind: 'telangiectasia', pattern: 'web', colour: 'red' } },
  { word: 'Line', vein: { kind: 'telangiectasia', pattern: 'line', colour: 'red' } },
] as const;

/** What the signs on the map mean: only those that are on it. */
export function MapLegend({ veins, sessions }: MapLegendProps) {
  const shown = KINDS.filter(({ vein: { kind, pattern } }) =>
    veins.some((vein) => vein.kind === kind && (kind !== 'telangiectasia' || vein.pattern === pattern)),
  );
  const carriedOver = veins.some((vein) => vein.carriedOverFrom !== null);
  return (
    <div className={styles.legend} role="note" aria-label="Legend">
      <strong>Legend</strong>
      {shown.length === 0 ? <span>No veins mapped on this leg yet</span> : null}
      {shown.map(({ word, vein }) => (
        <span key={word}>
          <VeinSymbol vein={vein} size={18} /> {word}
        </span>
      ))}
      {shown.length === 0 ? null : (
        <span>
          <b className={styles.red}>red</b> · <b className={styles.purple}>purple</b> ·{' '}
          <b className={styles.blue}>blue</b>
        </span>
      )}
      {sessions.length === 0 ? null : (
        <span>
          {sessions.map((number) => (
            <SessionBadge key={number} number={number} size={18} />
          ))}{' '}
          planned session
        </span>
      )}
      {carriedOver ? (
        <span>
          <HatchSign /> Carried over
        </span>
      ) : null}
      <span>
        <SelectedSign /> Selected
      </span>
    </div>
  );
}

function HatchSign() {
  return (
    <svg
      width={26}
      height={14}
      viewBox="0 0 26 14"
      stroke="var(--pp-ink3)"
      strokeWidth={1.2}
      aria-hidden="true"
    >
      <path d="M1 13 8 1M6 13 13 1M11 13 18 1M16 13 23 1" />
      <path d="M1 9C8 3 15 12 25 5" fill="none" stroke="var(--pp-vein-blue-green)" strokeWidth={2.4} />
    </svg>
  );
}

function SelectedSign() {
  return (
    <svg
      width={28}
      height={12}
      viewBox="0 0 28 12"
      fill="var(--pp-surface)"
      stroke="var(--pp-sel)"
      strokeWidth={1.7}
      aria-hidden="true"
    >
      <path d="M5 6H23" />
      <rect x={1} y={2} width={8} height={8} />
      <circle cx={23} cy={6} r={3} />
    </svg>
  );
}
