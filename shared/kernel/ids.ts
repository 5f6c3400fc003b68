import type { Brand } from './brand.ts';

/** A UUID that names one thing of one kind; ids of different kinds cannot be mixed up. */
export type Id<Kind extends string> = Brand<string, `id of ${Kind}`>;

export type PersonId = Id<'person'>;
export type PatientId = Id<'patient'>;
export type CaseId = Id<'case'>;
export type AssessmentId = Id<'assessment'>;
export type VeinId = Id<'vein'>;
export type MarkId = Id<'mark'>;
export type PlanId = Id<'plan'>;
export type SessionId = Id<'session'>;
export type InjectionId = Id<'injection'>;
export type AmendmentId = Id<'amendment'>;
export type ReactionId = Id<'reaction'>;
export type PauseId = Id<'pause'>;
export type ProductId = Id<'product'>;
export type LotId = Id<'lot'>;
export type ReviewId = Id<'review'>;
export type RoomId = Id<'room'>;

/** Takes a string that is known to be a UUID (parsed at the boundary, or freshly made) as an id of a kind. */
export function idOf<Kind extends string>(uuid: string): Id<Kind> {
  return uuid as Id<Kind>;
}
