import type { VeinId } from '../../kernel/ids.ts';
import { assessDose } from '../dose/assess-dose.ts';
import type { Limit } from '../dose/label-profile.ts';
import type { DoseLedger, DosePatient, LedgerEntry } from '../dose/ledger.ts';
import { remainingPunctures, type PlannedPuncture, type VeinTask } from './vein-tasks.ts';

/** How much of what is still planned for a vein today's room can hold. */
export interface VeinFit {
  /** Punctures that fit, from the next one on. */
  readonly fitting: number;
  /** Punctures still planned. */
  readonly planned: number;
}

/** All of it, some of it, or nothing: then the vein is one for the next session. */
export type FitWord = 'fits' | 'partly' | 'next-session';

export interface FitQuestion {
  readonly tasks: readonly VeinTask[];
  readonly leftForLater: ReadonlySet<VeinId>;
  readonly ledger: DoseLedger;
  /** The limits that hold in this session, tighter ones included. */
  readonly limits: readonly Limit[];
  readonly patient: DosePatient;
}

/**
 * Walks through what is still planned, vein by vein in the plan's order with the plan's doses, and says of each vein how many of
 * its punctures pass no hard limit. What fits takes up room for what comes after it; what does not fit takes up none. Veins that
 * are left for later are not asked about. Nothing of this is stored: strike an injection out, and what it made too much fits again.
 */
export function fitVeins(question: FitQuestion): ReadonlyMap<VeinId, VeinFit> {
  const { tasks, leftForLater, ledger, limits, patient } = question;
  const fits = new Map<VeinId, VeinFit>();
  const session: LedgerEntry[] = [...ledger.session];
  for (const { task, puncture } of remainingPunctures(tasks, leftForLater)) {
    const { id } = task.vein;
    const before = fits.get(id) ?? { fitting: 0, planned: 0 };
    // What comes behind a puncture that did not fit waits with it.
    const isWaiting = before.fitting < before.planned;
    const candidate = entryOfPuncture(task, puncture);
    const answer = isWaiting
      ? null
      : assessDose({ ledger: { ...ledger, session }, limits, patient, syringe: null, candidate });
    const doesFit = answer !== null && answer.verdict !== 'hard';
    if (doesFit) session.push(candidate);
    fits.set(id, { fitting: before.fitting + (doesFit ? 1 : 0), planned: before.planned + 1 });
  }
  return fits;
}

/** A planned puncture as the limits see it. */
export function entryOfPuncture({ vein }: VeinTask, { preparation, volumeUl }: PlannedPuncture): LedgerEntry {
  const { leg, kind: veinKind, diameterMm } = vein;
  return { ...preparation, volumeUl, leg, veinKind, diameterMm };
}

/** The word for a vein; one of which nothing is planned any more fits. */
export function fitWord(fit: VeinFit | undefined): FitWord {
  if (!fit || fit.fitting === fit.planned) return 'fits';
  return fit.fitting === 0 ? 'next-session' : 'partly';
}

/** The veins of which nothing fits any more. */
export function veinsForNextSession(fits: ReadonlyMap<VeinId, VeinFit>): ReadonlySet<VeinId> {
  return new Set([...fits].filter(([, fit]) => fitWord(fit) === 'next-session').map(([id]) => id));
}
