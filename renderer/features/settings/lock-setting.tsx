import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ClinicStatus } from '../../../shared/contract/clinic.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useMayNot } from '../../api/use-clinic.ts';
import { lockText as words } from '../../text/rooms-text.ts';
import { ErrorNote } from '../../ui/failure-note.tsx';
import styles from './settings-page.module.css';

const USUAL_MINUTES = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60];

/** How soon every screen of the clinic locks; an administrator sets it. */
export function LockSetting({ clinic }: { readonly clinic: ClinicStatus }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const mayNot = useMayNot('clinic/set');
  const set = useMutation(
    trpc.clinic.setLock.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.clinic.pathFilter()),
    }),
  );
  const { lockAfterMinutes: present, isDemo } = clinic;
  if (mayNot) return <p className={styles.quiet}>{words.state(present)}</p>;
  const offered = [...new Set([...(isDemo ? [0] : []), ...USUAL_MINUTES, present])].toSorted((a, b) => a - b);
  return (
    <div className={styles.lock}>
      <NativeSelect
        label={words.label}
        value={String(present)}
        disabled={set.isPending}
        data={offered.map((minutes) => ({ value: String(minutes), label: words.minutes(minutes) }))}
        onChange={(event) => {
          set.mutate({ minutes: Number(event.currentTarget.value) });
        }}
      />
      <p className={styles.quiet}>{words.state(present)}</p>
      {set.isSuccess ? (
        <p role="status" className={styles.quiet}>
          {words.saved}
        </p>
      ) : null}
      <ErrorNote error={set.error} />
    </div>
  );
}
