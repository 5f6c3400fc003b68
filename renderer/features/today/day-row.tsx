import { useNavigate } from '@tanstack/react-router';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import type { Room } from '../../../shared/contract/day.ts';
import type { DaySession } from '../../../shared/contract/today.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { dateText, legsText, nameText } from '../../text/format.ts';
import { todayText } from '../../text/today-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import { TwoLegFigure } from '../../ui/two-leg-figure.tsx';
import { dayAction, dayState } from './day-rows.ts';
import styles from './day-sessions.module.css';
import { SessionPlace } from './session-place.tsx';

interface DayRowProps {
  readonly row: DaySession;
  readonly today: CalendarDate;
  readonly clashes: readonly DaySession[];
  readonly rooms: readonly Room[];
  readonly people: readonly Person[];
}

/** A session of the day: when, who, which leg, where it stands, and the way into it. */
export function DayRow({ row, today, clashes, rooms, people }: DayRowProps) {
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
      <td className={styles.time}>
        {row.atTime ?? '–'}
        <Clash clashes={clashes} />
      </td>
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
      <td>
        <SessionPlace row={row} rooms={rooms} people={people} />
      </td>
      <td>
        <Button kind={isOpen ? 'main' : 'plain'} className={styles.action} onClick={go}>
          {dayAction(row)}
          <span className="pp-hidden"> {nameText(patient)}</span>
        </Button>
      </td>
    </tr>
  );
}

function Clash({ clashes }: { readonly clashes: readonly DaySession[] }) {
  const [first, ...others] = clashes;
  if (!first) return null;
  return (
    <span
      className={styles.clash}
      title={clashes.map(({ atTime, patient }) => `${atTime ?? ''} ${nameText(patient)}`).join(', ')}
    >
      <IconAlertTriangle size={14} aria-hidden />
      {todayText.clash(first.atTime ?? '', others.length)}
    </span>
  );
}
