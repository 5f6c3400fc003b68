import type { VeinId } from '../../kernel/ids.ts';
import { micrograms, microlitres, type Micrograms, type Microlitres } from '../../kernel/units.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import { samePreparation, type Dose, type Preparation } from '../dose/ledger.ts';
import type { VeinPattern } from '../leg-map/vein.ts';
import type { Vessel } from '../session/session.ts';

/** An injection into a vein, as far as the response asks; struck-out ones are none. */
export interface InjectionIntoVein {
  readonly veinId: VeinId;
  readonly sessionNumber: number;
  /** The day of its session. */
  readonly onDate: CalendarDate;
  readonly dose: Dose;
  readonly massUg: Micrograms;
  /** What the vein was at that moment; null where nobody knows. */
  readonly vessel: Vessel | null;
  readonly pattern: VeinPattern | null;
  /** Millimetres of a line, square millimetres of a web; null in old records. */
  readonly extent: number | null;
}

/** What was given into a vein in one preparation. */
export interface GivenInPreparation {
  readonly preparation: Preparation;
  readonly injections: number;
  readonly volumeUl: Microlitres;
}

/** A vein as it was treated up to a day. */
export interface TreatedVein {
  readonly veinId: VeinId;
  readonly sessionNumbers: readonly number[];
  readonly injections: number;
  readonly volumeUl: Microlitres;
  readonly massUg: Micrograms;
  /** In the order in which they were first given. */
  readonly preparations: readonly GivenInPreparation[];
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  /** What the vein was when it was first injected, whatever the treatment has made of it. */
  readonly vessel: Vessel | null;
  /** Millimetres along the vein when it was first injected; null for a web, or where it was not kept. */
  readonly lengthMm: number | null;
  readonly pattern: VeinPattern | null;
}

/** The veins that were treated, from injections in the order in which they were given. */
export function treatedVeins(injections: readonly InjectionIntoVein[]): readonly TreatedVein[] {
  return [...Map.groupBy(injections, ({ veinId }) => veinId).values()].flatMap((given) => {
    const [first] = given;
    const last = given.at(-1);
    return first && last ? [treatedVein(first, last, given)] : [];
  });
}

function treatedVein(
  first: InjectionIntoVein,
  last: InjectionIntoVein,
  given: readonly InjectionIntoVein[],
): TreatedVein {
  return {
    veinId: first.veinId,
    sessionNumbers: [...new Set(given.map(({ sessionNumber }) => sessionNumber))],
    injections: given.length,
    volumeUl: sumOf(given),
    massUg: micrograms(given.reduce((sum, { massUg }) => sum + massUg, 0)),
    preparations: preparationsOf(given),
    firstOn: first.onDate,
    lastOn: last.onDate,
    vessel: first.vessel,
    lengthMm: first.pattern === 'line' ? first.extent : null,
    pattern: first.pattern,
  };
}

function preparationsOf(given: readonly InjectionIntoVein[]): readonly GivenInPreparation[] {
  const kinds: Preparation[] = [];
  for (const { dose } of given) {
    if (!kinds.some((kind) => samePreparation(kind, dose))) kinds.push(preparationOf(dose));
  }
  return kinds.map((preparation) => {
    const same = given.filter(({ dose }) => samePreparation(dose, preparation));
    return { preparation, injections: same.length, volumeUl: sumOf(same) };
  });
}

function preparationOf(dose: Dose): Preparation {
  const { strengthUgPerMl } = dose;
  return dose.form === 'liquid'
    ? { form: 'liquid', strengthUgPerMl }
    : { form: 'foam', strengthUgPerMl, gasParts: dose.gasParts };
}

function sumOf(given: readonly InjectionIntoVein[]): Microlitres {
  return microlitres(given.reduce((sum, { dose }) => sum + dose.volumeUl, 0));
}
