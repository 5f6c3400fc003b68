import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconChevronLeft, IconChevronRight, IconDatabase } from '@tabler/icons-react';
import type { ClinicStatus } from '../../../shared/contract/clinic.ts';
import type { Lot } from '../../../shared/contract/session.ts';
import type { TodayView } from '../../../shared/contract/today.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/time.ts';
import { usePerson } from '../../api/sign-in-store.ts';
import { useTRPC } from '../../api/trpc.ts';
import { weekdayDateText } from '../../text/format.ts';
import { lastBackupText } from '../../text/backup-text.ts';
import { todayText } from '../../text/today-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { clashesOf, DAY_ORDERS, groupDay, isOf, lineKey, type DayGroup } from './day-groups.ts';
import { useDayLook, type DayLook } from './day-look.ts';
import { DayRow } from './day-row.tsx';
import { lotsLine } from './day-rows.ts';
import styles from './day-sessions.module.css';

interface DaySessionsProps {
  readonly onDate: CalendarDate;
  readonly clinic: ClinicStatus;
  readonly lots: readonly Lot[];
  readonly onDateChange: (date: CalendarDate | null) => void;
}

/** The sessions of a day: in the order of the clock, or under the rooms or the people they belong to. */
export function DaySessions({ onDate, clinic, lots, onDateChange }: DaySessionsProps) {
  const trpc = useTRPC();
  const day = useQuery(trpc.sessions.today.queryOptions({ onDate }, { placeholderData: keepPreviousData }));
  const [look, setLook] = useDayLook();
  const me = usePerson();
  const all = day.data?.sessions ?? [];
  const sessions = look.mineOnly && me ? all.filter((row) => isOf(row, me.id)) : all;
  const inState = (state: string) => sessions.filter(({ session }) => session?.state === state).length;
  return (
    <Panel
      className={styles.panel}
      title={todayText.sessions}
      aside={todayText.counts(sessions.length, inState('open'), inState('closed'))}
      end={<DayStepper onDate={onDate} today={clinic.today} onDateChange={onDateChange} />}
    >
      <ErrorNote error={day.error} />
      <LookBar look={look} hidden={all.length - sessions.length} onChange={setLook} />
      <div className={styles.scroll}>
        {day.data && sessions.length === 0 ? (
          <NoSessions
            day={day.data}
            onDate={onDate}
            isFiltered={all.length > 0}
            onShowAll={() => {
              setLook({ ...look, mineOnly: false });
            }}
            onDateChange={onDateChange}
          />
        ) : (
          <table className={styles.table}>
            <thead>
              <tr>
                {todayText.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
                <th scope="col">
                  <span className="pp-hidden">{todayText.action}</span>
                </th>
              </tr>
            </thead>
            {groupDay(sessions, look.order, clinic.people).map((group) => (
              <Group key={group.key} group={group} day={day.data} clinic={clinic} />
            ))}
          </table>
        )}
      </div>
      <Foot clinic={clinic} lots={lots} />
    </Panel>
  );
}

interface GroupProps {
  readonly group: DayGroup;
  readonly day: TodayView | undefined;
  readonly clinic: ClinicStatus;
}

function Group({ group: { title, sessions }, day, clinic }: GroupProps) {
  return (
    <tbody>
      {title === null ? null : (
        <tr className={styles.group}>
          <th scope="rowgroup" colSpan={todayText.columns.length + 1}>
            {title} <span>{todayText.counts(sessions.length, 0, 0)}</span>
          </th>
        </tr>
      )}
      {sessions.map((session) => (
        <DayRow
          key={lineKey(session)}
          row={session}
          today={clinic.today}
          clashes={clashesOf(session, day?.sessions ?? [])}
          rooms={day?.rooms ?? []}
          people={clinic.people}
        />
      ))}
    </tbody>
  );
}

interface LookBarProps {
  readonly look: DayLook;
  /** Sessions of others that are not shown now. */
  readonly hidden: number;
  readonly onChange: (look: DayLook) => void;
}

function LookBar({ look, hidden, onChange }: LookBarProps) {
  return (
    <div className={styles.look}>
      <SegmentedControl
        label={todayText.order}
        height={44}
        options={DAY_ORDERS.map((value) => ({ value, label: todayText.orders[value] }))}
        value={look.order}
        onChange={(order) => {
          onChange({ ...look, order });
        }}
      />
      <Button
        pressed={look.mineOnly}
        onClick={() => {
          onChange({ ...look, mineOnly: !look.mineOnly });
        }}
      >
        {todayText.mineOnly}
      </Button>
      {hidden > 0 ? <span className={styles.sub}>{todayText.ofOthers(hidden)}</span> : null}
    </div>
  );
}

interface NoSessionsProps {
  readonly day: TodayView;
  readonly onDate: CalendarDate;
  readonly isFiltered: boolean;
  readonly onShowAll: () => void;
  readonly onDateChange: (date: CalendarDate) => void;
}

function NoSessions({ day, onDate, isFiltered, onShowAll, onDateChange }: NoSessionsProps) {
  const { nextPlannedOn } = day;
  if (isFiltered)
    return (
      <EmptyState
        title={todayText.noneOfMine}
        action={<Button onClick={onShowAll}>{todayText.showAll}</Button>}
      >
        {todayText.noneOfMineHint}
      </EmptyState>
    );
  return (
    <EmptyState
      title={todayText.noSessions(onDate)}
      action={
        nextPlannedOn ? (
          <Button
            onClick={() => {
              onDateChange(nextPlannedOn);
            }}
          >
            {todayText.goToNext(nextPlannedOn)}
          </Button>
        ) : null
      }
    >
      {nextPlannedOn ? todayText.nextHint(nextPlannedOn) : todayText.noSessionsHint}
    </EmptyState>
  );
}

interface DayStepperProps {
  readonly onDate: CalendarDate;
  readonly today: CalendarDate;
  readonly onDateChange: (date: CalendarDate | null) => void;
}

function DayStepper({ onDate, today, onDateChange }: DayStepperProps) {
  const step = (days: number) => {
    onDateChange(addDays(onDate, days));
  };
  return (
    <>
      {onDate === today ? null : (
        <Button
          size="small"
          onClick={() => {
            onDateChange(null);
          }}
        >
          {todayText.backToToday}
        </Button>
      )}
      <Button
        size="small"
        label={todayText.dayBefore}
        icon={<IconChevronLeft size={20} aria-hidden />}
        onClick={() => {
          step(-1);
        }}
      >
        {null}
      </Button>
      <strong className={styles.day}>{weekdayDateText(onDate)}</strong>
      <Button
        size="small"
        label={todayText.dayAfter}
        icon={<IconChevronRight size={20} aria-hidden />}
        onClick={() => {
          step(1);
        }}
      >
        {null}
      </Button>
    </>
  );
}

function Foot({ clinic, lots }: { readonly clinic: ClinicStatus; readonly lots: readonly Lot[] }) {
  const lotWarning = lotsLine(lots, clinic.today);
  return (
    <footer className={styles.foot}>
      <IconDatabase size={18} aria-hidden />
      <span>{lastBackupText(clinic)}</span>
      {lotWarning ? (
        <span className={styles.lots}>
          <IconAlertTriangle size={17} aria-hidden />
          {lotWarning}
        </span>
      ) : null}
    </footer>
  );
}
