import { sessionColourIndex, sessionShape, shapeCorners } from '../canvas/session-shape.ts';

interface SessionBadgeProps {
  readonly number: number;
  /** Height in pixels; 22 unless told. */
  readonly size?: number;
}

/** The badge of a session: its number in its own shape and colour. */
export function SessionBadge({ number, size = 22 }: SessionBadgeProps) {
  const shape = sessionShape(number);
  const fill = `var(--pp-session-${String(sessionColourIndex(number))})`;
  return (
    <svg
      width={size}
      height={size}
      viewBox="-1.4 -1.4 2.8 2.8"
      role="img"
      aria-label={`Session ${String(number)}`}
    >
      {shape === 'circle' ? (
        <circle r={1.25} fill={fill} />
      ) : (
        <polygon
          points={shapeCorners(shape)
            .map(([x, y]) => `${String(x * 1.12)},${String(y * 1.12)}`)
            .join(' ')}
          fill={fill}
        />
      )}
      <text
        y={shape === 'triangle' ? 0.72 : 0.48}
        textAnchor="middle"
        fontSize={1.35}
        fontWeight={700}
        fill="var(--pp-on-session)"
      >
        {number}
      </text>
    </svg>
  );
}
