import { useIsMutating } from '@tanstack/react-query';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import { useHasUnsavedMap } from '../map/save-sessions.ts';

/** Whether something of a person is under way to the core, or waits for it: only they can save it. */
export function useUnsaved(person: Person | null): boolean {
  const underWay = useIsMutating();
  const signIns = useIsMutating({
    predicate: ({ options: { mutationKey } }) => isOfAuth(mutationKey?.[0]),
  });
  const unsavedMap = useHasUnsavedMap(person?.id ?? null);
  return person !== null && (underWay > signIns || unsavedMap);
}

function isOfAuth(path: unknown): boolean {
  return Array.isArray(path) && path[0] === 'auth';
}
