import type { CompletenessId } from '../../../shared/domain/session/completeness.ts';

/** The id of the part of a screen in which something that is missing is mended. */
export function placeOf(id: CompletenessId): string {
  return `mend-${id}`;
}

/** Brings that part into sight and the focus into it; false where the screen has none. */
export function goToPlace(id: CompletenessId): boolean {
  const place = document.getElementById(placeOf(id));
  if (!place) return false;
  place.scrollIntoView({ block: 'center' });
  place.querySelector<HTMLElement>('input:not([disabled]), textarea, button')?.focus();
  return true;
}
