import { useSuspenseQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconInfoCircle, IconOctagon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { NextSessionView } from '../../../shared/contract/next-session.ts';
import type { CaseId, PatientId, SessionId } from '../../../shared/kernel/ids.ts';
import { useTRPC } from '../../api/trpc.ts';
import {
  cautionWords,
  hindranceWords,
  nextSessionText,
  type KnownWords,
} from '../../text/next-session-text.ts';
import { StatusChip } from '../../ui/chip.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WayOfCaution, WayOfHindrance, type Ways } from './next-session-way.tsx';
import styles from './next-session.module.css';

interface NextSessionProps {
  readonly patientId: PatientId;
  readonly caseId: CaseId;
  /** The session of the patient that is open; null: none is. */
  readonly openSessionId: SessionId | null;
}

/** What stands in the way of the next session, who may lift it, and the way to where that is done; nothing where nothing does. */
export function NextSession({ patientId, caseId, openSessionId }: NextSessionProps) {
  const view = useNextSession(caseId);
  if (!view || view.hindrances.length + view.cautions.length === 0) return null;
  const ways: Ways = { patientId, caseId, number: view.number, openSessionId };
  return (
    <Panel
      title={nextSessionText.title(view.number)}
      aside={nextSessionText.aside(view.hindrances.length, view.cautions.length)}
    >
      <ul className={styles.list}>
        {view.hindrances.map((hindrance) => (
          <Line
            key={`${hindrance.kind} ${'contraindicationId' in hindrance ? hindrance.contraindicationId : ''}`}
            tone={hindrance.lift.by === 'nobody' ? 'hard' : 'warn'}
            words={hindranceWords(hindrance, view)}
          >
            <WayOfHindrance kind={hindrance.kind} ways={ways} />
          </Line>
        ))}
        {view.cautions.map((caution) => (
          <Line
            key={caution.kind === 'date' ? caution.caution.code : caution.kind}
            tone="info"
            words={cautionWords(caution, view)}
          >
            <WayOfCaution kind={caution.kind} ways={ways} />
          </Line>
        ))}
      </ul>
    </Panel>
  );
}

/** In a word, whether something stands in the way. */
export function NextSessionState({ caseId }: Pick<NextSessionProps, 'caseId'>) {
  const view = useNextSession(caseId);
  if (!view) return null;
  const { hindrances, cautions } = view;
  if (hindrances.length + cautions.length === 0)
    return (
      <StatusChip tone="ok" title={nextSessionText.clearHint}>
        {nextSessionText.clear}
      </StatusChip>
    );
  const isRefused = hindrances.some(({ lift }) => lift.by === 'nobody');
  return (
    <StatusChip tone={isRefused ? 'hard' : hindrances.length > 0 ? 'warn' : 'info'}>
      {nextSessionText.aside(hindrances.length, hindrances.length > 0 ? 0 : cautions.length)}
    </StatusChip>
  );
}

function useNextSession(caseId: CaseId): NextSessionView | null {
  const trpc = useTRPC();
  return useSuspenseQuery(trpc.sessions.next.queryOptions({ caseId })).data;
}

interface LineProps {
  readonly tone: 'hard' | 'warn' | 'info';
  readonly words: KnownWords;
  readonly children: ReactNode;
}

const SIGNS = { hard: IconOctagon, warn: IconAlertTriangle, info: IconInfoCircle } as const;

function Line({ tone, words: { name, what, who }, children }: LineProps) {
  const Sign = SIGNS[tone];
  const weight = tone === 'info' ? nextSessionText.toLookAt : nextSessionText.inTheWay;
  return (
    <li data-tone={tone}>
      <Sign size={20} aria-hidden />
      <div className={styles.words}>
        <p>
          <strong>{name}</strong>
          <span className="pp-hidden"> ({weight})</span>: {what}
        </p>
        <p className={styles.who}>{who}</p>
      </div>
      {children}
    </li>
  );
}
