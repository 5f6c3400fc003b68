import { createStore, type StoreApi } from 'zustand/vanilla';
import type { VeinId } from '../../../shared/kernel/ids.ts';

/** Which vein is pointed at, on a card or on the legs: the other shows it as well. */
export interface PlanFocus {
  readonly veinId: VeinId | null;
}

export type PlanFocusStore = StoreApi<PlanFocus>;

export function createPlanFocus(): PlanFocusStore {
  return createStore<PlanFocus>(() => ({ veinId: null }));
}

/** Puts the keyboard on a card once it stands where it belongs, and brings it into sight. */
export function focusCard(key: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-card="${CSS.escape(key)}"]`)?.focus();
  });
}
