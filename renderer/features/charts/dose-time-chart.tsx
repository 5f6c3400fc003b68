import { useId } from 'react';
import {
  Area,
  AreaChart,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { dateText, dayMonthText } from '../../text/format.ts';
import { doseHistoryText, measureAmount, measureText, measureTitle } from '../../text/dose-history-text.ts';
import { pauseText } from '../../text/time-text.ts';
import { placeTicks, type PlacedTicks } from '../map/time/place-ticks.ts';
import { axisTicks, type DoseMeasure, type RunningTotal, type runningTotals } from './dose-chart-model.ts';
import { DosePatterns, fillUrl } from './dose-patterns.tsx';
import { GridLines } from './grid-lines.tsx';
import { StillAxis } from './still-axis.tsx';
import { toNewest } from './to-newest.ts';
import styles from './dose-charts.module.css';

interface DoseTimeChartProps {
  readonly measure: DoseMeasure;
  readonly running: ReturnType<typeof runningTotals>;
  readonly today: CalendarDate;
  readonly width: number;
  readonly height: number;
}

const MARGIN = { top: 20, right: 66, bottom: 0, left: 0 };
/** Over the areas. */
const MARKS_ABOVE = 900;
const Y_AXIS_PX = 46;
const X_AXIS_PX = 38;
/** As much as a day in words needs. */
const DAY_PX = 50;

/** A day on the axis, and what had been given by its end. */
interface TimePoint extends RunningTotal {
  readonly x: number;
}

/** What had been given by when, on an axis of days: each session a step, a pause of years drawn short. */
export function DoseTimeChart({ measure, running, today, width, height }: DoseTimeChartProps) {
  const id = useId();
  const { series, totals } = running;
  const last = totals.at(-1);
  if (!last) return null;
  const days = [...totals.map(({ onDate }) => onDate), ...(today > last.onDate ? [today] : [])];
  const room = Math.max(width, days.length * DAY_PX + Y_AXIS_PX + MARGIN.right);
  const axis = placeTicks(days, { width: room - Y_AXIS_PX - MARGIN.right - 2 * FIRST_PX, least: DAY_PX });
  const points = days.map((onDate, at): TimePoint => ({
    ...(totals[at] ?? last),
    onDate,
    x: FIRST_PX + (axis.xs[at] ?? 0),
  }));
  // The last step goes on a little, to be seen.
  const end = (points.at(-1)?.x ?? 0) + FIRST_PX;
  const ticks = axisTicks(last.total);
  const top = ticks.at(-1) ?? last.total;
  const tickText = (amount: number) => measureAmount(measure, amount).replace(/\.0$/, '');
  return (
    <div className={styles.scroll} ref={toNewest} tabIndex={room > width ? 0 : -1}>
      {room > width ? (
        <StillAxis
          {...{ ticks, tickText, top, height }}
          width={Y_AXIS_PX}
          above={MARGIN.top}
          below={X_AXIS_PX}
        />
      ) : null}
      <div role="img" aria-label={timeText(measure, totals)} style={{ width: room, height }}>
        <AreaChart
          width={room}
          height={height}
          data={[{ ...last, x: 0, amounts: {}, total: 0 }, ...points, { ...last, x: end }]}
          margin={MARGIN}
          accessibilityLayer={false}
        >
          <DosePatterns id={id} series={series} />
          <XAxis
            dataKey="x"
            type="number"
            domain={[0, end]}
            tick={false}
            axisLine={false}
            tickLine={false}
            height={X_AXIS_PX}
          />
          <YAxis
            width={Y_AXIS_PX}
            domain={[0, top]}
            ticks={[...ticks]}
            interval={0}
            tickFormatter={tickText}
            axisLine={false}
            tickLine={false}
            tick={{ fill: 'var(--pp-ink3)', fontSize: 12 }}
          />
          <GridLines ticks={ticks} />
          {series.map(({ key }) => (
            <Area
              key={key}
              type="stepAfter"
              stackId="given"
              dataKey={(point: TimePoint) => point.amounts[key] ?? 0}
              fill={fillUrl(id, key)}
              fillOpacity={1}
              stroke="var(--pp-used)"
              strokeWidth={1}
              isAnimationActive={false}
            />
          ))}
          <ZIndexLayer zIndex={MARKS_ABOVE}>
            <TimeMarks {...{ measure, points, axis }} sessions={totals.length} />
          </ZIndexLayer>
        </AreaChart>
      </div>
    </div>
  );
}

/** Before the first session, so that it is seen to begin with nothing, and after the last day. */
const FIRST_PX = 24;

interface TimeMarksProps {
  readonly measure: DoseMeasure;
  readonly points: readonly TimePoint[];
  readonly axis: PlacedTicks;
  /** So many of the points are sessions; one behind them is today. */
  readonly sessions: number;
}

/** The days below, what had been given by each, and the pauses that are drawn short. */
function TimeMarks({ measure, points, axis, sessions }: TimeMarksProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  const bottom = plot.y + plot.height;
  return (
    <>
      <line x1={plot.x} x2={plot.x + plot.width} y1={bottom} y2={bottom} className={styles.caseLine} />
      {axis.breaks.map(({ x: middle, days }) => {
        const at = x(FIRST_PX + middle) ?? 0;
        return (
          <g key={middle}>
            <path d={breakPath(at, bottom)} className={styles.break} />
            <text x={at} y={bottom - 12} className={styles.rollingText}>
              {pauseText(days)}
            </text>
          </g>
        );
      })}
      {points.map((point, at) => {
        const px = x(point.x) ?? 0;
        const isToday = at >= sessions;
        return (
          <g key={point.onDate}>
            <line x1={px} x2={px} y1={bottom} y2={bottom + 5} className={styles.cap} />
            <text x={px} y={bottom + 18} className={styles.day}>
              {isToday ? doseHistoryText.today : dayMonthText(point.onDate)}
            </text>
            <text x={px} y={bottom + 32} className={styles.day}>
              {isToday ? '' : point.onDate.slice(0, 4)}
            </text>
            {isToday ? null : (
              <text x={px + 4} y={(y(point.total) ?? 0) - 5} className={styles.step}>
                {measureAmount(measure, point.total)}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** Two strokes through the axis. */
function breakPath(x: number, y: number): string {
  return `M${String(x - 6)} ${String(y + 6)}l6 -12M${String(x)} ${String(y + 6)}l6 -12`;
}

function timeText(measure: DoseMeasure, totals: readonly RunningTotal[]): string {
  const steps = totals.map(({ onDate, total }) => `${dateText(onDate)} ${measureText(measure, total)}`);
  return `${measureTitle(measure, 'over-time')}. ${steps.join('; ')}.`;
}
