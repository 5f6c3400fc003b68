import type { SessionSummary } from '../../../shared/contract/patient.ts';
import { legsText } from '../../text/format.ts';
import styles from './review.module.css';

interface DoseChartProps {
  readonly title: string;
  readonly sessions: readonly SessionSummary[];
  readonly amountOf: (session: SessionSummary) => number;
  readonly textOf: (amount: number) => string;
  /** The cap that a session was held against, in the unit of the amounts; null: it had none of this kind. */
  readonly capOf: (session: SessionSummary) => number | null;
  readonly capTextOf: (cap: number) => string;
  /** What the cap is: `limit in 24 h`. */
  readonly capName: string;
}

const WIDTH = 300;
const HEIGHT = 128;
const BASE = 104;
const TOP = 22;

/** A bar for each session with its own limit as a line over it; the same figures stand there as text. */
export function DoseChart(props: DoseChartProps) {
  const { title, sessions, amountOf, textOf, capOf, capTextOf, capName } = props;
  // Over a single bar there is room for a figure alone.
  const isOneCap = sessions.every((session) => capOf(session) === capOf(sessions[0] ?? session));
  const most = Math.max(...sessions.map((session) => capOf(session) ?? 0), ...sessions.map(amountOf), 1);
  const step = WIDTH / Math.max(sessions.length, 3);
  const bar = Math.min(46, step * 0.6);
  const y = (amount: number) => BASE - ((BASE - TOP) * amount) / most;
  return (
    <figure className={styles.chart}>
      <figcaption>
        {title}
        {isOneCap ? null : ` · ${capName}`}
      </figcaption>
      <svg viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={chartText(props)}>
        <line x1="0" x2={WIDTH} y1={BASE} y2={BASE} className={styles.axis} />
        {sessions.map((session, at) => {
          const amount = amountOf(session);
          const x = step * (at + 0.5);
          const inside = BASE - y(amount) > 20;
          return (
            <g key={session.id}>
              <rect
                x={x - bar / 2}
                y={y(amount)}
                width={bar}
                height={BASE - y(amount)}
                className={styles.bar}
              />
              <text
                x={x}
                y={inside ? y(amount) + 14 : y(amount) - 4}
                className={inside ? styles.inBar : styles.onBar}
              >
                {textOf(amount)}
              </text>
              <text x={x} y={HEIGHT - 6} className={styles.tick}>
                {String(session.number)} · {legsText(session.legs).split(' ')[0]}
              </text>
            </g>
          );
        })}
        {sessions.map((session, at) => {
          const cap = capOf(session);
          if (cap === null) return null;
          const isNew = at === 0 || capOf(sessions[at - 1] ?? session) !== cap;
          const from = step * at;
          // The last line goes on to the edge, as the limit of what comes.
          const to = at === sessions.length - 1 ? WIDTH : from + step;
          return (
            <g key={session.id}>
              <line x1={from} x2={to} y1={y(cap)} y2={y(cap)} className={styles.cap} />
              {isNew ? (
                <text
                  x={isLast(sessions, at, cap, capOf) ? WIDTH : to}
                  y={y(cap) - 5}
                  className={styles.capText}
                >
                  {isOneCap ? `${capName} ${capTextOf(cap)}` : capTextOf(cap)}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** Whether all that follow had the same cap, so that its words may stand at the edge. */
function isLast(
  sessions: readonly SessionSummary[],
  at: number,
  cap: number,
  capOf: DoseChartProps['capOf'],
): boolean {
  return sessions.slice(at).every((session) => capOf(session) === cap);
}

function chartText(chart: DoseChartProps): string {
  const bars = chart.sessions.map((session) => {
    const cap = chart.capOf(session);
    const limit = cap === null ? '' : `, ${chart.capName} ${chart.capTextOf(cap)}`;
    return `session ${String(session.number)}: ${chart.textOf(chart.amountOf(session))}${limit}`;
  });
  return `${chart.title}. ${bars.join('; ')}`;
}
