import type { SessionSummary } from '../../../shared/contract/patient.ts';
import type { ReviewRules, ReviewView, SessionJudge } from '../../../shared/contract/review.ts';
import { capOf } from '../../../shared/domain/dose/assess-dose.ts';
import type { Limit } from '../../../shared/domain/dose/label-profile.ts';
import { withTighterCaps } from '../../../shared/domain/dose/tighter-caps.ts';
import { mg, mgText, mlTotal, mlTotalText } from '../../text/format.ts';
import { DoseChart } from './dose-chart.tsx';
import styles from './review.module.css';

interface DoseChartsProps {
  readonly view: Pick<ReviewView, 'sessions' | 'judgedBy' | 'rules'>;
}

/** What each session gave, each against the limits of the profile, the weight and the tighter caps that it was judged by. */
export function DoseCharts({ view }: DoseChartsProps) {
  const capAt = ({ id }: SessionSummary, isMeant: (limit: Limit) => boolean) =>
    hardCapOf(
      view.judgedBy.find(({ sessionId }) => sessionId === id),
      view.rules,
      isMeant,
    );
  return (
    <div className={styles.charts}>
      <DoseChart
        title="Volume per session, mL"
        sessions={view.sessions}
        amountOf={({ volumeUl }) => volumeUl}
        textOf={(amount) => mlTotal(amount)}
        capOf={(session) =>
          capAt(session, ({ quantity, window }) => quantity === 'total-volume' && window === 'session')
        }
        capTextOf={(cap) => mlTotalText(cap, 'down')}
        capName="limit"
      />
      <DoseChart
        title="Polidocanol per session, mg"
        sessions={view.sessions}
        amountOf={({ massUg }) => massUg}
        textOf={(amount) => mg(amount)}
        capOf={(session) =>
          capAt(session, ({ quantity, window }) => quantity === 'mass' && window === '24-hours')
        }
        capTextOf={(cap) => mgText(cap, 'down')}
        capName="limit in 24 h"
      />
    </div>
  );
}

/** The cap of a hard limit on everything, as it was for a session; null if its profile had none. */
function hardCapOf(
  judge: SessionJudge | undefined,
  rules: readonly ReviewRules[],
  isMeant: (limit: Limit) => boolean,
): number | null {
  if (!judge) return null;
  const { limits } = rules.find(({ key }) => key === judge.rulesKey) ?? { limits: [] };
  const limit = withTighterCaps(limits, judge.tighterCaps, judge).find(
    (each) => each.severity === 'hard' && Object.keys(each.scope).length === 0 && isMeant(each),
  );
  return limit ? capOf(limit, judge) : null;
}
