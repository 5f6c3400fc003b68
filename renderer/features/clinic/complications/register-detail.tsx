import { IconFlag } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RegisterLine } from '../../../../shared/contract/complications.ts';
import { isOverdue } from '../../../../shared/domain/outcome/complication.ts';
import { daysBetween, type CalendarDate } from '../../../../shared/kernel/time.ts';
import { useMayNot } from '../../../api/use-clinic.ts';
import { COMPLICATION_WORDS, complicationText as words } from '../../../text/complication-text.ts';
import { Button } from '../../../ui/button.tsx';
import { StatusChip } from '../../../ui/chip.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { AddEntry } from './add-entry.tsx';
import styles from './complications.module.css';
import { Course } from './course.tsx';
import { FollowDialog } from './follow-dialog.tsx';
import { RegisterFacts } from './register-facts.tsx';
import { GradeSign, StateSign } from './register-signs.tsx';
import { StrikeOutDialog } from './strike-out-dialog.tsx';

interface RegisterDetailProps {
  readonly line: RegisterLine | null;
  readonly names: Readonly<Record<string, string>>;
  readonly today: CalendarDate;
  /** A complication was made of this entry: its key. */
  readonly onFollow: (key: string) => void;
}

/** One entry of the register with its course. */
export function RegisterDetail({ line, names, today, onFollow }: RegisterDetailProps) {
  if (!line)
    return (
      <Panel title={words.detail} className={styles.detail}>
        <p className={styles.hint}>{words.choose}</p>
      </Panel>
    );
  return (
    <Panel title={COMPLICATION_WORDS[line.kind]} end={<StateSign line={line} />} className={styles.detail}>
      <div className={styles.detailScroll}>
        <div className={styles.heading}>
          <Link to="/patients/$patientId" params={{ patientId: line.patient.id }} className={styles.who}>
            {nameOf(line)}
          </Link>
          <GradeSign line={line} />
        </div>
        {line.serious && !line.struckOut ? (
          <p className={styles.duty}>
            <IconFlag size={18} aria-hidden />
            {words.dutyToReport}
          </p>
        ) : null}
        {isOverdue(line, today) ? (
          <StatusChip tone="warn">{words.overdue(daysBetween(line.lookedAtOn, today))}</StatusChip>
        ) : null}
        <RegisterFacts line={line} names={names} />
        <Course line={line} names={names} />
        <Actions line={line} today={today} onFollow={onFollow} />
      </div>
    </Panel>
  );
}

function nameOf({ patient }: RegisterLine): string {
  return `${patient.familyName.toLocaleUpperCase('en')}, ${patient.givenName}`;
}

type Opened = 'entry' | 'follow' | 'strike-out';

function Actions({
  line,
  today,
  onFollow,
}: Pick<RegisterDetailProps, 'today' | 'onFollow'> & { readonly line: RegisterLine }) {
  const mayNot = useMayNot('complication/record');
  const [opened, setOpened] = useState<Opened | null>(null);
  const { source } = line;
  const close = () => {
    setOpened(null);
  };
  if (source.from !== 'complication')
    return (
      <>
        <p className={styles.hint}>{words.followHint}</p>
        <Button
          kind="main"
          disabledBecause={mayNot}
          onClick={() => {
            setOpened('follow');
          }}
        >
          {words.follow}
        </Button>
        {opened === 'follow' ? <FollowDialog line={line} onClose={close} onRecorded={onFollow} /> : null}
      </>
    );
  const { complication } = source;
  if (complication.strikeOut) return null;
  if (opened === 'entry') return <AddEntry complication={complication} today={today} onDone={close} />;
  return (
    <div className={styles.actions}>
      <Button
        kind="main"
        disabledBecause={mayNot}
        onClick={() => {
          setOpened('entry');
        }}
      >
        {words.addEntry}
      </Button>
      <Button
        kind="quiet"
        disabledBecause={mayNot}
        onClick={() => {
          setOpened('strike-out');
        }}
      >
        {words.strikeOut}
      </Button>
      {opened === 'strike-out' ? (
        <StrikeOutDialog complicationId={complication.id} entryId={null} onClose={close} />
      ) : null}
    </div>
  );
}
