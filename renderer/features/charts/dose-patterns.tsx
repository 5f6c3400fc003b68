import type { Preparation } from '../../../shared/domain/dose/ledger.ts';
import type { DoseSeries } from './dose-chart-model.ts';

/** How a preparation is filled: told apart without colour, the stronger the darker; foam has bubbles. */
type Fill = 'dots' | 'stripes' | 'solid' | 'cross' | 'dark' | 'upright' | 'bubbles' | 'holes';

function fillOf({ form, strengthUgPerMl }: Preparation): Fill {
  if (form === 'foam') return strengthUgPerMl <= 10_000 ? 'bubbles' : 'holes';
  if (strengthUgPerMl === 10_000) return 'solid';
  if (strengthUgPerMl <= 2_500) return 'dots';
  if (strengthUgPerMl <= 5_000) return 'stripes';
  if (strengthUgPerMl < 20_000) return 'upright';
  return strengthUgPerMl === 20_000 ? 'cross' : 'dark';
}

interface DosePatternsProps {
  /** What the ids of the patterns begin with: one page may hold several charts. */
  readonly id: string;
  readonly series: readonly DoseSeries[];
}

/** The patterns of a chart, to stand in its SVG; `fillUrl` names them. */
export function DosePatterns({ id, series }: DosePatternsProps) {
  return (
    <defs>
      {series.map(({ key, preparation }) => (
        <pattern key={key} id={patternId(id, key)} width="8" height="8" patternUnits="userSpaceOnUse">
          <Tile fill={fillOf(preparation)} />
        </pattern>
      ))}
    </defs>
  );
}

/** The fill of a series in a chart with these patterns. */
export function fillUrl(id: string, key: string): string {
  return `url(#${patternId(id, key)})`;
}

function patternId(id: string, key: string): string {
  return `${id}${key.replaceAll(' ', '-')}`;
}

function Tile({ fill }: { readonly fill: Fill }) {
  const ground = <rect width="8" height="8" fill={GROUNDS[fill]} />;
  switch (fill) {
    case 'solid':
    case 'dark':
      return ground;
    case 'dots':
      return (
        <>
          {ground}
          <circle cx="2" cy="2" r="1.2" fill="var(--pp-used)" />
          <circle cx="6" cy="6" r="1.2" fill="var(--pp-used)" />
        </>
      );
    case 'stripes':
      return (
        <>
          {ground}
          <path d="M-2 2 2-2M0 8 8 0M6 10 10 6" stroke="var(--pp-used)" strokeWidth="2.4" />
        </>
      );
    case 'upright':
      return (
        <>
          {ground}
          <path d="M2 0V8M6 0V8" stroke="var(--pp-used)" strokeWidth="2.4" />
        </>
      );
    case 'cross':
      return (
        <>
          {ground}
          <path d="M0 0 8 8M8 0 0 8" stroke="var(--pp-surface)" strokeWidth="1.2" />
        </>
      );
    case 'bubbles':
      return (
        <>
          {ground}
          <circle cx="4" cy="4" r="2.4" fill="none" stroke="var(--pp-session-5)" strokeWidth="1.3" />
        </>
      );
    case 'holes':
      return (
        <>
          {ground}
          <circle cx="4" cy="4" r="2.4" fill="var(--pp-surface)" />
        </>
      );
  }
}

const GROUNDS: Readonly<Record<Fill, string>> = {
  dots: 'var(--pp-surface)',
  stripes: 'var(--pp-surface)',
  upright: 'var(--pp-surface)',
  solid: 'var(--pp-used)',
  cross: 'var(--pp-used)',
  dark: 'var(--pp-ink)',
  bubbles: 'var(--pp-surface)',
  holes: 'var(--pp-session-5)',
};
