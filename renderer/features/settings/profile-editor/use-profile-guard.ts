import { useEffect } from 'react';
import { hasUnsavedProfile } from './profile-edits.ts';

/** Asks before the window closes over limits that are not saved; for as long as the window lives. */
export function useProfileGuard(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (hasUnsavedProfile()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, []);
}
