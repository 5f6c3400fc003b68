import type { AmendmentId, InjectionId, PersonId, SessionId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { SessionClosing, SessionSignature } from './session.ts';

/** A change of a record that was closed: it is added beside what stood there, with a surgeon's reason and PIN. */
export interface Amendment {
  readonly id: AmendmentId;
  readonly sessionId: SessionId;
  /** Counts up from 1 within the session. */
  readonly number: number;
  readonly reason: string;
  /** May be empty. */
  readonly remark: string;
  readonly madeAt: Instant;
  readonly madeBy: PersonId;
  /** Injections that it struck out. */
  readonly struckOut: readonly InjectionId[];
  /** Injections that had been given and not recorded. */
  readonly added: readonly InjectionId[];
  /** How the session ended, as it stood before and as it holds from then on; null: that was not touched. */
  readonly closing: { readonly before: SessionClosing; readonly after: SessionClosing } | null;
}

/** The amendment that added an injection, or null for one that was recorded in the session. */
export function addedBy(amendments: readonly Amendment[], id: InjectionId): Amendment | null {
  return amendments.find(({ added }) => added.includes(id)) ?? null;
}

/** The amendment that struck an injection out; null for one that stands or was struck out before. */
export function struckOutBy(amendments: readonly Amendment[], id: InjectionId): Amendment | null {
  return amendments.find(({ struckOut }) => struckOut.includes(id)) ?? null;
}

/** The first amendment that a signature does not cover; null: it is for the record as it holds now. */
export function firstAfter(
  amendments: readonly Amendment[],
  signature: Pick<SessionSignature, 'signedAt'>,
): Amendment | null {
  return amendments.find(({ madeAt }) => madeAt >= signature.signedAt) ?? null;
}
