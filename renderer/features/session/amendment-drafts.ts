import { create } from 'zustand';
import type { SessionId } from '../../../shared/kernel/ids.ts';
import type { AmendmentForm } from './amendment-form.ts';

/** Amendments that are being filled in at this window, by session; null: none any more. The core keeps a copy in its own memory. */
export const useAmendmentDrafts = create<Readonly<Record<SessionId, AmendmentForm | null>>>(() => ({}));

/** Nothing of one person is left for the next. */
export function dropAllAmendmentDrafts(): void {
  useAmendmentDrafts.setState({}, true);
}
