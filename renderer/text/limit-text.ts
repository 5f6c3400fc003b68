import type { Gauge } from '../../shared/domain/dose/assess-dose.ts';
import type {
  Limit,
  LimitScope,
  Quantity,
  Severity,
  Source,
  SourceMark,
} from '../../shared/domain/dose/label-profile.ts';
import { mostVolumeUl } from '../../shared/domain/dose/arithmetic.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { micrograms } from '../../shared/kernel/units.ts';
import { mg, mlEntered, mlTotal, NBSP, strengthText, weightText, type Rounding } from './format.ts';
import type { Preparation } from '../../shared/domain/dose/ledger.ts';

/**
 * `Polidocanol, 24 h`, `Volume, this session`, `Reticular, per injection`, `Foam into varicose, per injection`,
 * `Injections (varicose over 3 mm), first session`
 */
export function limitName({ quantity, window, scope }: Limit): string {
  const vessels = vesselsOf(scope);
  const isFirst = scope.firstSession === true || scope.firstSessionIfProne === true;
  if (window === 'injection') {
    const into = scope.form === 'foam' && vessels !== '' ? `foam into ${vessels}` : vessels;
    const what = into === '' ? 'This injection' : `${capital(into)}, per injection`;
    return isFirst ? `${what}, first session` : what;
  }
  const what = vessels === '' ? quantityWord(quantity) : `${quantityWord(quantity)} (${vessels})`;
  return `${what}, ${isFirst && window === 'session' ? 'first session' : windowWord(window)}`;
}

/** `varicose`, `varicose over 3 mm`, `varicose up to 3 mm`; empty for every vessel. */
function vesselsOf({ veinKinds, diameterMm }: LimitScope): string {
  const kinds = veinKinds?.join(', ') ?? '';
  if (!diameterMm) return kinds;
  const from = diameterMm.over > 0 ? `over ${String(diameterMm.over)}${NBSP}mm` : '';
  const to = diameterMm.upTo === null ? '' : `up to ${String(diameterMm.upTo)}${NBSP}mm`;
  const widths = [from, to].filter((part) => part !== '').join(' ');
  return kinds === '' ? `vessels ${widths}` : `${kinds} ${widths}`;
}

/** `Polidocanol, 24 h`, `Volume`: where the session is plain from the place. */
export function limitShortName(limit: Limit): string {
  return limitName(limit).replace(`, ${windowWord('session')}`, '');
}

/** `66.0`, `8.2`, `12`: an amount in the unit of its quantity, without the unit. Injections of one site as entered. */
export function limitAmount(
  limit: Pick<Limit, 'quantity' | 'window'>,
  amount: number,
  rounding: Rounding,
): string {
  if (limit.quantity === 'mass') return mg(amount, rounding);
  if (limit.quantity === 'injections') return String(amount);
  return limit.window === 'injection' ? mlEntered(amount) : mlTotal(amount, rounding);
}

/** `mg`, `mL`, `injections` */
export function quantityUnit(quantity: Quantity): string {
  return quantity === 'mass' ? 'mg' : quantity === 'injections' ? 'injections' : 'mL';
}

/** `2 mg/kg × 44.0 kg`, `10.0 mL`: how a cap comes about for a weight; without a weight, per kilogram. */
export function capText({ cap, quantity, window }: Limit, weightG: number | null): string {
  const amount = limitAmount({ quantity, window }, cap.amount, 'down');
  if (cap.per === 'person') return `${amount}${NBSP}${unitFor(quantity, cap.amount)}`;
  const perKg = `${amount.replace(/\.0$/, '')}${NBSP}${quantityUnit(quantity)}/kg`;
  return weightG === null ? perKg : `${perKg} × ${weightText(weightG)}`;
}

/** `leaves 22.0 mg = 2.2 mL of 1 %`, `1.0 mg over`, `nothing left`; rounded down, never up. */
export function leftText(gauge: Gauge, syringe: Preparation | null): string {
  const { limit, cap, projected } = gauge;
  const { quantity } = limit;
  const over = projected - cap;
  if (over > 0) return `${limitAmount(limit, over, 'up')}${NBSP}${unitFor(quantity, over)} over`;
  if (over === 0) return 'nothing left';
  const left = `leaves ${limitAmount(limit, -over, 'down')}${NBSP}${unitFor(quantity, -over)}`;
  if (!syringe || quantity !== 'mass') return left;
  const volumeUl = mostVolumeUl(syringe, micrograms(cap - projected));
  return `${left} = ${mlTotal(volumeUl, 'down')}${NBSP}mL of ${strengthText(syringe.strengthUgPerMl)}`;
}

/** The unit as it stands behind an amount: `1 injection`. */
export function unitFor(quantity: Quantity, amount: number): string {
  return quantity === 'injections' && amount === 1 ? 'injection' : quantityUnit(quantity);
}

/** How full a limit is with what is about to be given, in the words of the look guide. */
export type GaugeWord = 'room' | 'near' | 'at-limit' | 'caution-passed' | 'soft-passed' | 'hard-passed';

export function gaugeWord(gauge: Pick<Gauge, 'limit' | 'projected' | 'cap' | 'projectedState'>): GaugeWord {
  if (gauge.projected > gauge.cap) return `${gauge.limit.severity}-passed`;
  if (gauge.projected === gauge.cap) return 'at-limit';
  return gauge.projectedState === 'near' ? 'near' : 'room';
}

export function gaugeWordText(word: GaugeWord): string {
  switch (word) {
    case 'room':
      return 'Room';
    case 'near':
      return 'Near, over 80 %';
    case 'at-limit':
      return 'At the limit';
    case 'caution-passed':
      return 'Caution passed';
    case 'soft-passed':
      return 'Soft limit passed';
    case 'hard-passed':
      return 'Hard limit passed';
    default:
      return assertNever(word);
  }
}

/** `Tighter, by Dr Ines Okafor`: a cap that a surgeon set for a session. */
export function tightenedText(by: string): string {
  return `Tighter, by ${by}`;
}

/** What passing a limit of this severity asks for. */
export function severityText(severity: Severity): string {
  switch (severity) {
    case 'caution':
      return 'Caution: informs';
    case 'soft':
      return 'Soft: needs a reason';
    case 'hard':
      return 'Hard: needs a reason and a surgeon’s PIN';
    default:
      return assertNever(severity);
  }
}

/** How well a figure is supported. */
function sourceMarkText(mark: SourceMark): string {
  switch (mark) {
    case 'confirmed':
      return 'read in the source';
    case 'second-hand':
      return 'second-hand';
    case 'derived':
      return 'worked out';
    case 'clinic':
      return 'the clinic’s own';
    case 'from-memory':
      return 'from memory, to be checked';
    default:
      return assertNever(mark);
  }
}

/** How well a source is supported, to stand beside its text; null where that says already that it is the clinic's own. */
export function markBeside({ text, mark }: Source): string | null {
  return mark === 'clinic' && /\bclinic/i.test(text) ? null : sourceMarkText(mark);
}

/** A source with how well it is supported. */
export function sourceText(source: Source): string {
  const mark = markBeside(source);
  return mark === null ? source.text : `${source.text} (${mark})`;
}

function quantityWord(quantity: Quantity): string {
  switch (quantity) {
    case 'mass':
      return 'Polidocanol';
    case 'liquid-volume':
      return 'Liquid';
    case 'foam-volume':
      return 'Foam';
    case 'total-volume':
      return 'Volume';
    case 'injections':
      return 'Injections';
    default:
      return assertNever(quantity);
  }
}

function windowWord(window: Exclude<Limit['window'], 'injection'>): string {
  switch (window) {
    case 'session':
      return 'this session';
    case 'leg-in-session':
      return 'this leg, this session';
    case '24-hours':
      return `24${NBSP}h`;
    default:
      return assertNever(window);
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
