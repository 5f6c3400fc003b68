import type { LotId } from '../../kernel/ids.ts';
import { microlitres, type Microlitres } from '../../kernel/units.ts';
import { liquidUlOf } from '../dose/arithmetic.ts';
import type { AmpouleCount, Injection } from './session.ts';
import { standing } from './vein-tasks.ts';

/** A box as far as the ampoules ask: what one of them holds. */
export interface CountedBox {
  readonly id: LotId;
  readonly product: { readonly ampouleUl: Microlitres };
}

/** The liquid of a lot that was injected, struck-out injections left out; of foam its liquid part, each rounded up. */
export function injectedFrom(lotId: LotId, injections: readonly Injection[]): Microlitres {
  const given = standing(injections).filter((injection) => injection.lotId === lotId);
  return microlitres(given.reduce((sum, { dose }) => sum + liquidUlOf(dose), 0));
}

/** The same counts with what the record says now was injected. */
export function recounted(
  counts: readonly Pick<AmpouleCount, 'lotId' | 'ampoulesOpened' | 'wastedUl'>[],
  injections: readonly Injection[],
): readonly AmpouleCount[] {
  return counts.map(({ lotId, ampoulesOpened, wastedUl }) => ({
    lotId,
    ampoulesOpened,
    injectedUl: injectedFrom(lotId, injections),
    wastedUl,
  }));
}

/** Whether the ampoules were counted with what the record says now was injected: striking out after the closing counts nothing anew. */
export function isCounted(counts: readonly AmpouleCount[], injections: readonly Injection[]): boolean {
  return counts.every(({ lotId, injectedUl }) => injectedFrom(lotId, injections) === injectedUl);
}

/** µL that were opened and neither injected nor thrown away, of the first box where it is not 0; negative: too much was. */
export function firstDifferenceUl(counts: readonly AmpouleCount[], boxes: readonly CountedBox[]): number {
  for (const { lotId, ampoulesOpened, injectedUl, wastedUl } of counts) {
    const ampouleUl = boxes.find(({ id }) => id === lotId)?.product.ampouleUl ?? 0;
    const difference = ampoulesOpened * ampouleUl - injectedUl - wastedUl;
    if (difference !== 0) return difference;
  }
  return 0;
}
