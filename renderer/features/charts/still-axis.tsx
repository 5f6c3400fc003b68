import styles from './dose-charts.module.css';

interface StillAxisProps {
  readonly ticks: readonly number[];
  readonly tickText: (tick: number) => string;
  /** What the upper end of the plot stands for. */
  readonly top: number;
  /** All in pixels: of the axis, of the chart, and what of the chart lies above and below the plot. */
  readonly width: number;
  readonly height: number;
  readonly above: number;
  readonly below: number;
}

/** The figures of an axis, at the edge of what is seen while the chart is scrolled: they lie over those of the chart. */
export function StillAxis({ ticks, tickText, top, width, height, above, below }: StillAxisProps) {
  const y = (tick: number) => above + (height - above - below) * (1 - tick / top);
  return (
    <div className={styles.still} aria-hidden>
      <svg width={width} height={height}>
        {ticks.map((tick) => (
          <text key={tick} x={width - 8} y={y(tick)} dy="0.355em">
            {tickText(tick)}
          </text>
        ))}
      </svg>
    </div>
  );
}
