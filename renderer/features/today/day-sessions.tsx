import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  IconAlertTriangle,
  IconChevronLeft,
  IconChevronRight,
  IconClock,
  IconDatabase,
} from '@tabler/icons-react';
import type { ClinicStatus } from '../../../shared/contract/clinic.ts';
import type { Lot } from '../../../shared/contract/session.ts';
import type { DaySession } from '../../../shared/contract/today.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/time.ts';
import { useTRPC } from '../../api/trpc.ts';
import { dateText, legsText, nameText, weekdayDateText } from '../../text/format.ts';
import { signInText } from '../../text/sign-in-text.ts';
import { todayText } from '../../text/today-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import { TwoLegFigure } from '../../ui/two-leg-figure.tsx';
import { dayAction, dayState, lotsLine } from './day-rows.ts';
import styles from './day-sessions.module.css';

interface DaySessionsProps {
  readonly onDate: CalendarDate;
  readonly clinic: ClinicStatus;
  readonly lots: readonly Lot[];
  readonly onDateChange: (date: CalendarDate | null) => void;
}

/** The sessions of a day, in the order of the clock. */
export function DaySessions({ onDate, clinic, lots, onDateChange }: DaySessionsProps) {
  const trpc = useTRPC();
  const day = useQuery(trpc.sessions.today.queryOptions({ onDate }, { placeholderData: keepPreviousData }));
  const sessions = day.data?.sessions ?? [];
  const inState = (state: string) => sessions.filter(({ session }) => session?.state === state).length;
  return (
    <Panel
      className={styles.panel}
      title={todayText.sessions}
      aside={todayText.counts(sessions.length, inState('open'), inState('closed'))}
      end={<DayStepper onDate={onDate} today={clinic.today} onDateChange={onDateChange} />}
    >
      <ErrorNote error={day.error} />
      <div className={styles.scroll}>
        {day.data && sessions.length === 0 ? (
          <EmptyState title={todayText.noSessions(onDate)}>{todayText.noSessionsHint}</EmptyState>
        ) : (
          <table className={styles.table}>
            <thead>
              <tr>
                {todayText.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
                <th>
                  <span className="pp-hidden">Action</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sessions.map((session) => (
                <DayRow
                  key={`${session.caseId} ${String(session.number)}`}
                  row={session}
                  today={clinic.today}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
      <Foot clinic={clinic} lots={lots} />
    </Panel>
  );
}

function DayRow({ row, today }: { readonly row: DaySession; readonly today: CalendarDate }) {
  const navigate = useNavigate();
  const { patient, session, caseId, number } = row;
  const state = dayState(row, today);
  const isOpen = session?.state === 'open';
  const go = () => {
    const patientId = patient.id;
    if (session)
      void navigate({
        to: '/patients/$patientId/sessions/$sessionId',
        params: { patientId, sessionId: session.id },
      });
    else
      void navigate({
        to: '/patients/$patientId/cases/$caseId/sessions/new/$number',
        params: { patientId, caseId, number },
      });
  };
  return (
    <tr data-open={isOpen || undefined}>
      <td className={styles.time}>{row.atTime ?? '–'}</td>
      <td>
        <strong className={styles.name}>{nameText(patient)}</strong>
        <span className={styles.sub}>
          {dateText(patient.birthDate)} · <span className="pp-code">{patient.recordNumber}</span>
        </span>
      </td>
      <td>
        <span className={styles.legs}>
          <TwoLegFigure legs={row.legs} />
          <strong>{legsText(row.legs)}</strong>
        </span>
      </td>
      <td>
        <span className={styles.session}>
          <SessionBadge number={number} /> {todayText.of(row.ofSessions)}
        </span>
      </td>
      <td>
        <StatusChip
          tone={state.tone}
          icon={state.tone === 'plain' ? <IconClock size={16} aria-hidden /> : undefined}
        >
          {state.words}
        </StatusChip>
      </td>
      <td className={styles.nurse}>{session?.openedBy ?? ''}</td>
      <td>
        <Button kind={isOpen ? 'main' : 'plain'} className={styles.action} onClick={go}>
          {dayAction(row)}
          <span className="pp-hidden"> {nameText(patient)}</span>
        </Button>
      </td>
    </tr>
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
      <span>{signInText.backup(clinic.lastBackupAt)}</span>
      {lotWarning ? (
        <span className={styles.lots}>
          <IconAlertTriangle size={17} aria-hidden />
          {lotWarning}
        </span>
      ) : null}
    </footer>
  );
}
