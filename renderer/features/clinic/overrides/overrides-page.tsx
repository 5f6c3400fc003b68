import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { OverridesView } from '../../../../shared/contract/overrides.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import { useClinic, useMayNot } from '../../../api/use-clinic.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { overridesText as words } from '../../../text/overrides-text.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { COUNTED_BY, isCounted, keyOf, monthOfDay, monthOffset, type CountedBy } from './count-overrides.ts';
import { OverrideCounts } from './override-counts.tsx';
import { OverrideTable } from './override-table.tsx';
import styles from './overrides.module.css';

/** Which rule was gone past in a month, by whom, and why. */
export function OverridesPage() {
  const today = useClinic()?.today;
  const mayNot = useMayNot('override/read');
  if (mayNot) return <EmptyState title={words.title}>{mayNot}</EmptyState>;
  return today ? <Overrides today={today} /> : <Loading />;
}

function Overrides({ today }: { readonly today: CalendarDate }) {
  const trpc = useTRPC();
  const present = monthOfDay(today);
  const [month, setMonth] = useState(present);
  const read = useQuery(
    trpc.clinicLists.overrides.queryOptions({ month }, { placeholderData: keepPreviousData }),
  );
  if (!read.data) return read.error ? <ErrorNote error={read.error} /> : <Loading />;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Button
          size="small"
          label={words.monthBefore}
          icon={<IconChevronLeft size={18} aria-hidden />}
          onClick={() => {
            setMonth(monthOffset(month, -1));
          }}
        >
          {null}
        </Button>
        <strong className={styles.month} aria-live="polite">
          {words.month(month)}
        </strong>
        <Button
          size="small"
          label={words.monthAfter}
          icon={<IconChevronRight size={18} aria-hidden />}
          onClick={() => {
            setMonth(monthOffset(month, 1));
          }}
        >
          {null}
        </Button>
        {month === present ? null : (
          <Button
            size="small"
            onClick={() => {
              setMonth(present);
            }}
          >
            {words.thisMonth}
          </Button>
        )}
        <span className={styles.purpose}>{words.purpose}</span>
      </div>
      <ErrorNote error={read.error} />
      <Month key={read.data.chosen.month} view={read.data} />
    </div>
  );
}

/** One group of the counts: only its lines are shown. */
interface Choice {
  readonly by: CountedBy;
  readonly key: string;
}

function Month({ view }: { readonly view: OverridesView }) {
  const { chosen, before } = view;
  const [choice, setChoice] = useState<Choice | null>(null);
  const lines = choice
    ? chosen.lines.filter((line) => isCounted(line) && keyOf(line, choice.by) === choice.key)
    : chosen.lines;
  const countText = (month: typeof chosen) =>
    words.counts(month.lines.filter(isCounted).length, month.sessions, month.injections);
  return (
    <div className={styles.columns}>
      <div className={styles.counts}>
        {COUNTED_BY.map((by) => (
          <OverrideCounts
            key={by}
            view={view}
            by={by}
            chosen={choice?.by === by ? choice.key : null}
            onChoose={(key) => {
              setChoice(key === null ? null : { by, key });
            }}
          />
        ))}
      </div>
      <Panel
        title={words.title}
        aside={`${countText(chosen)} · ${words.inMonth(before.month)}: ${countText(before)}`}
        className={styles.list}
      >
        {chosen.lines.length === 0 ? (
          <EmptyState title={words.none(chosen.month)}>{words.noneHint}</EmptyState>
        ) : lines.length === 0 ? (
          <EmptyState
            title={words.noneFits}
            action={
              <Button
                onClick={() => {
                  setChoice(null);
                }}
              >
                {words.showAll}
              </Button>
            }
          />
        ) : (
          <OverrideTable lines={lines} names={view.names} />
        )}
      </Panel>
    </div>
  );
}
