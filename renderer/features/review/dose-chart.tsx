import type { SessionSummary } from '../../../shared/contract/patient.ts';
import { legsText } from '../../text/format.ts';
import styles from './review.module.css';

interface DoseChartProps {
  readonly title: string;
  readonly sessions: readonly SessionSummary[];
  readonly amountOf: (session: SessionSummary) => number;
  readonly textOf: (amount: number) => string;
  /** The cap, in the unit of the amounts; null: none known. */
  readonly cap: number | null;
  readonly capText: string;
}

const WIDTH = 300;
const HEIGHT = 128;
const BASE = 104;
const TOP = 22;

/** A bar for each session, with the limit as a line; the same figures are in the bars as text. */
export function DoseChart({ title, sessions, amountOf, textOf, cap, capText }: DoseChartProps) {
  const most = Math.max(cap ?? 0, ...sessions.map(amountOf), 1);
  const step = WIDTH / Math.max(sessions.length, 3);
  const bar = Math.min(46, step * 0.6);
  const y = (amount: number) => BASE - ((BASE - TOP) * amount) / most;
  return (
    <figure className={styles.chart}>
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        role="img"
        aria-label={chartText({ title, sessions, amountOf, textOf, capText })}
      >
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
        {cap === null ? null : (
          <>
            <line x1="0" x2={WIDTH} y1={y(cap)} y2={y(cap)} className={styles.cap} />
            <text x={WIDTH} y={y(cap) - 5} className={styles.capText}>
              {capText}
            </text>
          </>
        )}
      </svg>
    </figure>
  );
}

function chartText(
  chart: Pick<DoseChartProps, 'title' | 'sessions' | 'amountOf' | 'textOf' | 'capText'>,
): string {
  const bars = chart.sessions.map(
    (session) => `session ${String(session.number)}: ${chart.textOf(chart.amountOf(session))}`,
  );
  return `${chart.title}. ${bars.join('; ')}. ${chart.capText}`;
}
