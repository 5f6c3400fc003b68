import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { LotId } from '../../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import { useClinic, useMayNot } from '../../../api/use-clinic.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { complicationText as words } from '../../../text/complication-text.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Panel } from '../../../ui/panel.tsx';
import styles from './complications.module.css';
import { NewComplication } from './new-complication.tsx';
import { RegisterDetail } from './register-detail.tsx';
import { RegisterFilters } from './register-filters.tsx';
import { filterLines, spanOf, WHOLE_REGISTER, type RegisterFilter, type Span } from './register-model.ts';
import { RegisterTable } from './register-table.tsx';
import { RegisterTotals } from './register-totals.tsx';

/** The register of complications of the clinic. */
export function ComplicationsPage() {
  const today = useClinic()?.today;
  return today ? <Register today={today} /> : <Loading />;
}

function Register({ today }: { readonly today: CalendarDate }) {
  const trpc = useTRPC();
  const mayNot = useMayNot('complication/record');
  const [span, setSpan] = useState<Span>(() => spanOf('year', today));
  const [lotId, setLotId] = useState<LotId | null>(null);
  const [filter, setFilter] = useState<RegisterFilter>(WHOLE_REGISTER);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isNew, setIsNew] = useState(false);
  const read = useQuery(
    trpc.complications.register.queryOptions({ ...span, lotId }, { placeholderData: keepPreviousData }),
  );
  const view = read.data;
  if (!view) return read.error ? <ErrorNote error={read.error} /> : <Loading />;
  const lines = filterLines(view.lines, filter);
  const line = lines.find(({ key }) => key === chosen) ?? null;
  return (
    <div className={styles.page}>
      <RegisterFilters
        today={today}
        span={span}
        onSpan={setSpan}
        filter={filter}
        onFilter={setFilter}
        lots={view.lots}
        lotId={lotId}
        onLot={setLotId}
        struckOut={view.lines.filter(({ struckOut }) => struckOut).length}
      />
      <div className={styles.columns}>
        <Panel
          title={words.title}
          aside={`${words.shown(lines.length, view.lines.length)} · ${words.ofSessions(view.sessions)}`}
          end={
            <Button
              kind="main"
              size="small"
              icon={<IconPlus size={18} aria-hidden />}
              disabledBecause={mayNot}
              onClick={() => {
                setIsNew(true);
              }}
            >
              {words.record}
            </Button>
          }
          className={styles.list}
        >
          <ErrorNote error={read.error} />
          <RegisterTotals view={view} span={span} filter={filter} onFilter={setFilter} />
          {lines.length === 0 ? (
            <NoLines
              isFiltered={view.lines.length > 0}
              onAll={() => {
                setFilter(WHOLE_REGISTER);
              }}
            />
          ) : (
            <RegisterTable lines={lines} today={today} chosen={line?.key ?? null} onChoose={setChosen} />
          )}
        </Panel>
        <RegisterDetail key={line?.key} line={line} names={view.names} today={today} onFollow={setChosen} />
      </div>
      {isNew ? (
        <NewComplication
          onClose={() => {
            setIsNew(false);
          }}
          onRecorded={setChosen}
        />
      ) : null}
    </div>
  );
}

function NoLines({ isFiltered, onAll }: { readonly isFiltered: boolean; readonly onAll: () => void }) {
  return isFiltered ? (
    <EmptyState title={words.noneFits} action={<Button onClick={onAll}>{words.showAll}</Button>} />
  ) : (
    <EmptyState title={words.none}>{words.noneHint}</EmptyState>
  );
}
