import type { VeinId } from '../../kernel/ids.ts';
import type { Vein } from '../leg-map/vein.ts';

/** A vein that is due before what feeds it. */
export interface OpenFeeder {
  readonly veinId: VeinId;
  readonly feederId: VeinId;
}

/** What is known of the veins of a case when a session is to be opened. */
export interface FeederFacts {
  /** The veins that the session holds. */
  readonly due: readonly Vein[];
  /** All that are on the map now; a feeder that is not among them was erased. */
  readonly veins: readonly Vein[];
  /** Injected in an earlier session of the case. */
  readonly treated: ReadonlySet<VeinId>;
  /** Found cleared by the last review that saw them. */
  readonly cleared: ReadonlySet<VeinId>;
}

/** The veins whose feeder is on the map and has neither been treated nor cleared, and is not due in the same session. */
export function openFeeders({ due, veins, treated, cleared }: FeederFacts): readonly OpenFeeder[] {
  const mapped = new Set(veins.map(({ id }) => id));
  const today = new Set(due.map(({ id }) => id));
  const isOpen = (id: VeinId) => mapped.has(id) && !treated.has(id) && !cleared.has(id) && !today.has(id);
  return due.flatMap(({ id: veinId, feederId }) =>
    feederId !== null && isOpen(feederId) ? [{ veinId, feederId }] : [],
  );
}
