import { useId } from 'react';
import type { SessionDose } from '../../../shared/domain/patient/session-dose.ts';
import { dateText } from '../../text/format.ts';
import { LEGEND_SIGNS, moreRemarksText, seriesText, sessionRemarks } from '../../text/dose-history-text.ts';
import { doseChart, type DoseAxis } from './dose-chart-model.ts';
import { DosePatterns, fillUrl } from './dose-patterns.tsx';
import styles from './dose-charts.module.css';

/** So many sessions are remarked on below the charts, the newest first; the table has them all. */
const MOST_REMARKS = 6;

interface DoseLegendProps {
  readonly sessions: readonly SessionDose[];
  /** Limits are drawn session by session alone. */
  readonly axis: DoseAxis;
  readonly isBrief: boolean;
}

/** What the patterns and lines of the charts mean, and what the bars leave out. */
export function DoseLegend({ sessions, axis, isBrief }: DoseLegendProps) {
  const id = useId();
  const { series, bars } = doseChart('volume', sessions);
  const remarked = bars
    .map(({ session }) => ({ session, remarks: sessionRemarks(session, sessions) }))
    .filter(({ remarks }) => remarks.length > 0)
    .toReversed();
  return (
    <>
      <ul className={styles.legend}>
        {series.map((each) => (
          <li key={each.key}>
            <svg width="22" height="14" aria-hidden="true">
              <DosePatterns id={id} series={[each]} />
              <rect
                x="0.5"
                y="0.5"
                width="21"
                height="13"
                fill={fillUrl(id, each.key)}
                stroke="var(--pp-used)"
              />
            </svg>
            {seriesText(each.preparation)}
          </li>
        ))}
        {axis === 'by-session' ? <CapSigns sessions={sessions} /> : null}
      </ul>
      {isBrief || remarked.length === 0 ? null : (
        <ul className={styles.remarks}>
          {remarked.slice(0, MOST_REMARKS).map(({ session, remarks }) => (
            <li key={session.sessionId}>
              Session {session.number}, {dateText(session.onDate)}: {remarks.join('; ')}
            </li>
          ))}
          {remarked.length > MOST_REMARKS ? <li>{moreRemarksText(remarked.length - MOST_REMARKS)}</li> : null}
        </ul>
      )}
    </>
  );
}

function CapSigns({ sessions }: { readonly sessions: readonly SessionDose[] }) {
  const hasTighter = sessions.some(({ caps }) => caps.some(({ tighterBy }) => tighterBy !== null));
  const hasRolling = sessions.some(({ within24h }) => within24h !== null);
  return (
    <>
      <li>
        <svg width="22" height="14" aria-hidden="true">
          <line x1="0" x2="22" y1="7" y2="7" className={styles.cap} />
        </svg>
        {LEGEND_SIGNS.cap}
      </li>
      {hasTighter ? (
        <li>
          <svg width="22" height="14" aria-hidden="true">
            <line x1="0" x2="22" y1="7" y2="7" className={styles.cap} data-tighter />
          </svg>
          {LEGEND_SIGNS.tighter}
        </li>
      ) : null}
      {hasRolling ? (
        <li>
          <svg width="22" height="14" aria-hidden="true">
            <rect x="1" y="1" width="20" height="12" className={styles.rolling} />
          </svg>
          {LEGEND_SIGNS.rolling}
        </li>
      ) : null}
    </>
  );
}
