import { useQuery } from '@tanstack/react-query';
import type { ClinicStatus } from '../../shared/contract/clinic.ts';
import { mayDo, type Action, type Person } from '../../shared/domain/staff/roles.ts';
import { mayNotText } from '../text/role-text.ts';
import { usePerson } from './sign-in-store.ts';
import { useTRPC } from './trpc.ts';

/** The clinic as everybody may see it; undefined only before the first answer, which the app waits for. */
export function useClinic(): ClinicStatus | undefined {
  const trpc = useTRPC();
  return useQuery(trpc.clinic.status.queryOptions()).data;
}

/** The person at this screen with the roles they have now: an administrator may have changed them since the sign-in. */
export function usePresentPerson(): Person | null {
  const signedIn = usePerson();
  const people = useClinic()?.people ?? [];
  return people.find(({ id }) => id === signedIn?.id) ?? signedIn;
}

/** Why the person at this screen may not do this; null if they may. Goes into `disabledBecause` of a button. */
export function useMayNot(action: Action): string | null {
  const person = usePresentPerson();
  return person && mayDo(person.roles, action) ? null : mayNotText(action);
}
