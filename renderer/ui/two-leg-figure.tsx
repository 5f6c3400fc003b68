import type { Leg } from '../../shared/domain/leg-map/vein.ts';

interface TwoLegFigureProps {
  readonly legs: readonly Leg[];
  readonly height?: number;
  /** On the solid block the colours are turned round. */
  readonly inverted?: boolean;
}

const RIGHT = 'M1.5 1.5 H11.5 L10.6 16 L8.9 28.5 H4.9 L3.2 16 Z';
const LEFT = 'M14.5 1.5 H24.5 L22.8 16 L21.1 28.5 H17.1 L15.400 16 Z';

/** Two legs of a patient who faces you: R at your left, L at your right; the ones meant are solid. */
export function TwoLegFigure({ legs, height = 30, inverted = false }: TwoLegFigureProps) {
  return (
    <svg height={height} viewBox="0 0 26 30" aria-hidden="true">
      <LegShape path={RIGHT} letter="R" x={6.5} on={legs.includes('right')} inverted={inverted} />
      <LegShape path={LEFT} letter="L" x={19.5} on={legs.includes('left')} inverted={inverted} />
    </svg>
  );
}

interface LegShapeProps {
  readonly path: string;
  readonly letter: string;
  readonly x: number;
  readonly on: boolean;
  readonly inverted: boolean;
}

function LegShape({ path, letter, x, on, inverted }: LegShapeProps) {
  const ink = inverted ? 'var(--pp-on-ink)' : 'var(--pp-ink)';
  const ground = inverted ? 'var(--pp-ink)' : 'var(--pp-surface)';
  return (
    <g>
      <path d={path} fill={on ? ink : ground} stroke={ink} strokeWidth={1.2} strokeLinejoin="round" />
      <text x={x} y={11} textAnchor="middle" fontSize={9} fontWeight={700} fill={on ? ground : ink}>
        {letter}
      </text>
    </g>
  );
}
