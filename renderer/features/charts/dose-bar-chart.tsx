import { useId } from 'react';
import {
  Bar,
  BarChart,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { dayMonthText } from '../../text/format.ts';
import { barCapText, chartText, doseHistoryText, measureAmount } from '../../text/dose-history-text.ts';
import { axisTicks, type DoseBar, type DoseChartModel } from './dose-chart-model.ts';
import { DosePatterns, fillUrl } from './dose-patterns.tsx';
import { DoseTip } from './dose-tip.tsx';
import { GridLines } from './grid-lines.tsx';
import { StillAxis } from './still-axis.tsx';
import { toNewest } from './to-newest.ts';
import styles from './dose-charts.module.css';

interface DoseBarChartProps {
  readonly chart: DoseChartModel;
  readonly width: number;
  readonly height: number;
}

/** The room that a session has on the axis, at least: its day must be legible. */
const STEP_PX = 64;
const MARGIN = { top: 20, right: 10, bottom: 0, left: 0 };
/** Over bars and areas, under the figures of what is pointed at. */
const MARKS_ABOVE = 900;
const Y_AXIS_PX = 42;
const X_AXIS_PX = 38;

/** A bar for each session, stacked by preparation, with its own limit as a line over it. */
export function DoseBarChart({ chart, width, height }: DoseBarChartProps) {
  const id = useId();
  const { measure, series, bars, most } = chart;
  const ticks = axisTicks(most);
  const top = Math.max(most, ticks.at(-1) ?? most);
  const tickText = (amount: number) => measureAmount(measure, amount).replace(/\.0$/, '');
  const room = Math.max(width, bars.length * STEP_PX + Y_AXIS_PX + MARGIN.right);
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
      <div role="img" aria-label={chartText(chart)} style={{ width: room, height }}>
        <BarChart
          width={room}
          height={height}
          data={[...bars]}
          margin={MARGIN}
          barCategoryGap="26%"
          maxBarSize={56}
          accessibilityLayer={false}
        >
          <DosePatterns id={id} series={series} />
          <XAxis dataKey="key" tick={false} axisLine={false} tickLine={false} height={X_AXIS_PX} />
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
            <Bar
              key={key}
              stackId="given"
              dataKey={(bar: DoseBar) => bar.amounts[key] ?? 0}
              fill={fillUrl(id, key)}
              stroke="var(--pp-used)"
              strokeWidth={1}
              isAnimationActive={false}
            />
          ))}
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--pp-pri-sub)', fillOpacity: 0.6 }}
            content={({ active, label }) => (
              <DoseTip chart={chart} bar={active ? (bars.find(({ key }) => key === label) ?? null) : null} />
            )}
          />
          <ZIndexLayer zIndex={MARKS_ABOVE}>
            <BarMarks chart={chart} />
          </ZIndexLayer>
        </BarChart>
      </div>
    </div>
  );
}

/** What stands on and over the bars: totals, limits, 24 hours, the days below. */
function BarMarks({ chart }: { readonly chart: DoseChartModel }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  const step = plot.width / Math.max(1, chart.bars.length);
  return chart.bars.map((bar, at) => {
    const middle = x(bar.key, { position: 'middle' });
    if (middle === undefined) return null;
    const place = { middle, step, bottom: plot.y + plot.height };
    const before = chart.bars[at - 1];
    return (
      <g key={bar.key}>
        {bar.beginsCase && before ? (
          <line
            x1={middle - step / 2}
            x2={middle - step / 2}
            y1={plot.y - 14}
            y2={place.bottom + 36}
            className={styles.caseLine}
          />
        ) : null}
        <RollingMark bar={bar} chart={chart} place={place} y={y} />
        <CapMark bar={bar} before={before} chart={chart} place={place} y={y} />
        <TotalMark bar={bar} chart={chart} place={place} y={y} />
        <DayMark bar={bar} before={before} place={place} />
      </g>
    );
  });
}

interface MarkProps {
  readonly bar: DoseBar;
  readonly chart: DoseChartModel;
  readonly place: { readonly middle: number; readonly step: number; readonly bottom: number };
  readonly y: (amount: number) => number | undefined;
}

/** How near two texts may come. */
const CLEAR_PX = 17;

function TotalMark({ bar, chart, place, y }: MarkProps) {
  const top = y(bar.total) ?? 0;
  const cap = bar.cap ? (y(bar.cap.amount) ?? 0) : -100;
  // Where the words of the limit would be met, or those of the 24 hours, inside the bar.
  const isInside = bar.within24h !== null || (top - cap < CLEAR_PX && top - cap > -4);
  return (
    <text
      x={place.middle}
      y={isInside && place.bottom - top > CLEAR_PX ? top + 15 : top - 5}
      className={styles.total}
    >
      {measureAmount(chart.measure, bar.total)}
    </text>
  );
}

function CapMark({ bar, before, chart, place, y }: MarkProps & { readonly before: DoseBar | undefined }) {
  if (!bar.cap) return null;
  const at = y(bar.cap.amount) ?? 0;
  const { amount, isTighter } = bar.cap;
  const isNew = before?.cap?.amount !== amount || before.cap.isTighter !== isTighter || bar.beginsCase;
  const words = before ? '' : `${doseHistoryText.limit} `;
  return (
    <>
      <line
        x1={place.middle - place.step / 2 + 2}
        x2={place.middle + place.step / 2 - 2}
        y1={at}
        y2={at}
        className={styles.cap}
        data-tighter={isTighter || undefined}
      >
        <title>{barCapText(chart.measure, bar.cap)}</title>
      </line>
      {isNew ? (
        <text x={place.middle} y={at - 6} className={styles.capText}>
          {words}
          {measureAmount(chart.measure, amount, 'down')}
          {isTighter ? ' ↓' : ''}
        </text>
      ) : null}
    </>
  );
}

/** What earlier sessions of the same 24 hours add to the bar. */
function RollingMark({ bar, chart, place, y }: MarkProps) {
  if (bar.within24h === null) return null;
  const top = y(bar.within24h) ?? 0;
  const width = Math.min(56, place.step * 0.74);
  return (
    <>
      <rect
        x={place.middle - width / 2}
        y={top}
        width={width}
        height={Math.max(0, (y(bar.total) ?? 0) - top)}
        className={styles.rolling}
      />
      <text x={place.middle} y={top + 14} className={styles.rollingText}>
        24 h {measureAmount(chart.measure, bar.within24h)}
      </text>
    </>
  );
}

function DayMark({
  bar,
  before,
  place,
}: Omit<MarkProps, 'chart' | 'y'> & { readonly before: DoseBar | undefined }) {
  const { number, onDate, struckOut, amendments, state } = bar.session;
  const signs = `${struckOut.injections > 0 ? '†' : ''}${amendments > 0 ? '‡' : ''}${state === 'open' ? '…' : ''}`;
  const year = onDate.slice(0, 4);
  const isNewYear = before?.session.onDate.slice(0, 4) !== year;
  return (
    <>
      <text x={place.middle} y={place.bottom + 15} className={styles.session}>
        S{number}
        {signs}
      </text>
      <text x={place.middle} y={place.bottom + 31} className={styles.day}>
        {isNewYear ? `${dayMonthText(onDate)} ’${year.slice(2)}` : dayMonthText(onDate)}
      </text>
    </>
  );
}
