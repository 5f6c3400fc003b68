import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { LotId } from '../../../shared/kernel/ids.ts';
import { useClinic, useMayNot } from '../../api/use-clinic.ts';
import { useTRPC } from '../../api/trpc.ts';
import { clockText, longDateText } from '../../text/format.ts';
import { todayText } from '../../text/today-text.ts';
import { Button } from '../../ui/button.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { UnapprovedProfileNote } from '../../ui/unapproved-profile-note.tsx';
import { DaySessions } from './day-sessions.tsx';
import { PatientSearch } from './patient-search.tsx';
import { ReviewsDue, Unfinished } from './to-do-lists.tsx';
import styles from './today-page.module.css';

/** What there is to do today, and the way to any patient. */
export function TodayPage() {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const clinic = useSuspenseQuery(trpc.clinic.status.queryOptions()).data;
  const [chosenDate, setChosenDate] = useState<typeof clinic.today | null>(null);
  const onDate = chosenDate ?? clinic.today;
  const present = useSuspenseQuery(trpc.sessions.today.queryOptions({ onDate: clinic.today })).data;
  const mayNotAdd = useMayNot('patient/write');
  return (
    <>
      <PageBar
        title={todayText.title}
        aside={`${longDateText(clinic.today)} · ${clockText(clinic.now)}`}
        end={<LimitsInUse />}
      />
      <div className={styles.page}>
        <div className={styles.searchRow}>
          <PatientSearch
            onChoose={(patientId) => void navigate({ to: '/patients/$patientId', params: { patientId } })}
            onChooseLot={(lotId) => void navigate({ to: recallPath(lotId) })}
          />
          <span className={styles.example}>{todayText.searchExample}</span>
          <Button
            icon={<IconUserPlus size={20} aria-hidden />}
            disabledBecause={mayNotAdd}
            onClick={() => void navigate({ to: '/patients/new' })}
          >
            {todayText.newPatient}
          </Button>
        </div>
        <div className={styles.columns}>
          <DaySessions
            onDate={onDate}
            clinic={clinic}
            lots={present.expiringLots}
            onDateChange={setChosenDate}
          />
          <div className={styles.right}>
            <Unfinished sessions={present.unfinished} today={clinic.today} />
            <ReviewsDue reviews={present.reviewsDue} today={clinic.today} />
          </div>
        </div>
      </div>
    </>
  );
}

/** Where the patients stand who got a lot. */
function recallPath(lotId: LotId): string {
  return `/clinic/recall/${lotId}`;
}

function LimitsInUse() {
  const profile = useClinic()?.profile;
  return profile ? <UnapprovedProfileNote name={profile.name} approved={profile.approved} /> : null;
}
