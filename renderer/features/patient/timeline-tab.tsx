import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CaseSummary } from '../../../shared/contract/patient.ts';
import {
  patientTimeline,
  timelineBlocks,
  TIMELINE_TOPICS,
  type TimelineBlock,
  type TimelineTopic,
} from '../../../shared/domain/patient/timeline.ts';
import type { CaseId, PatientId } from '../../../shared/kernel/ids.ts';
import { useTRPC } from '../../api/trpc.ts';
import { dateText } from '../../text/format.ts';
import { historyText } from '../../text/patient-history-text.ts';
import { TOPIC_WORDS } from '../../text/timeline-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CaseChoice } from './case-choice.tsx';
import { dayOnWall } from './day-on-wall.ts';
import { EventRow } from './event-row.tsx';
import styles from './timeline.module.css';

interface TimelineTabProps {
  readonly patientId: PatientId;
  readonly cases: readonly CaseSummary[];
}

/** So many days at a time: a long history opens quickly, and what is newest is asked for most. */
const PAGE = 40;

/** Everything that happened to a patient, the newest first; each entry leads to its place. */
export function TimelineTab({ patientId, cases }: TimelineTabProps) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.history.events.queryOptions({ patientId }));
  const [topic, setTopic] = useState<TimelineTopic | 'all'>('all');
  const [caseId, setCaseId] = useState<CaseId | null>(null);
  const [pages, setPages] = useState(1);
  const events = useMemo(() => (data ? patientTimeline(data, dayOnWall) : null), [data]);
  if (!events) return error ? <ErrorNote error={error} /> : <Loading />;
  if (events.length === 0)
    return <EmptyState title={historyText.nothingYet}>{historyText.nothingYetHint}</EmptyState>;
  const inCase = events.filter((event) => caseId === null || event.caseId === caseId);
  const blocks = timelineBlocks(inCase.filter((event) => topic === 'all' || event.topic === topic));
  const shown = blocks.slice(0, pages * PAGE);
  const topics = TIMELINE_TOPICS.filter((each) => events.some((event) => event.topic === each));
  return (
    <Panel
      title={TIMELINE_TITLE}
      end={
        <CaseChoice
          cases={cases}
          caseId={caseId}
          onCase={(id) => {
            setCaseId(id);
            setPages(1);
          }}
        />
      }
    >
      <div className={styles.topics} role="radiogroup" aria-label={historyText.filter}>
        {(['all', ...topics] as const).map((each) => (
          <label key={each} className={styles.topic}>
            <input
              type="radio"
              name="topic"
              checked={each === topic}
              onChange={() => {
                setTopic(each);
                setPages(1);
              }}
            />
            <span>
              {each === 'all' ? historyText.all : TOPIC_WORDS[each]}{' '}
              <small>{inCase.filter((event) => each === 'all' || event.topic === each).length}</small>
            </span>
          </label>
        ))}
      </div>
      {blocks.length === 0 ? <p className={styles.none}>{historyText.noEvents}</p> : null}
      <ol className={styles.blocks}>
        {shown.map((block, at) => (
          <DayBlock
            key={`${block.onDate} ${block.caseId ?? ''}`}
            block={block}
            before={shown[at - 1]}
            patientId={patientId}
            caseTitle={titleOf(block, cases)}
          />
        ))}
      </ol>
      {shown.length < blocks.length ? (
        <div className={styles.more}>
          <Button
            onClick={() => {
              setPages(pages + 1);
            }}
          >
            {historyText.earlier(blocks.length - shown.length)}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

const TIMELINE_TITLE = historyText.tabs.timeline;

function titleOf({ caseId }: TimelineBlock, cases: readonly CaseSummary[]): string {
  return cases.find(({ id }) => id === caseId)?.reason ?? historyText.ofPatient;
}

interface DayBlockProps {
  readonly block: TimelineBlock;
  readonly before: TimelineBlock | undefined;
  readonly patientId: PatientId;
  readonly caseTitle: string;
}

function DayBlock({ block, before, patientId, caseTitle }: DayBlockProps) {
  const isNewDay = before?.onDate !== block.onDate;
  return (
    <li className={styles.block} data-new-day={isNewDay || undefined}>
      <time className={styles.date} dateTime={block.onDate}>
        {isNewDay ? dateText(block.onDate) : null}
      </time>
      <section aria-label={`${dateText(block.onDate)}, ${caseTitle}`}>
        <h3 className={styles.case}>{caseTitle}</h3>
        <ul className={styles.events}>
          {block.events.map((event) => (
            <EventRow key={event.key} event={event} patientId={patientId} />
          ))}
        </ul>
      </section>
    </li>
  );
}
