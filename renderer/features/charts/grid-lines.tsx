import { usePlotArea, useYAxisScale } from 'recharts';
import styles from './dose-charts.module.css';

/** A hairline across a chart at each step of its axis. */
export function GridLines({ ticks }: { readonly ticks: readonly number[] }) {
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!y || !plot) return null;
  return ticks.map((tick) => (
    <line key={tick} x1={plot.x} x2={plot.x + plot.width} y1={y(tick)} y2={y(tick)} className={styles.grid} />
  ));
}
