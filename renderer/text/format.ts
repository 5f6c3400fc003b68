import type { PatientIdentity, Sex } from '../../shared/domain/patient/patient.ts';
import type { Leg } from '../../shared/domain/leg-map/vein.ts';
import type { Preparation } from '../../shared/domain/dose/ledger.ts';
import { ageInYears, epochMs, type CalendarDate, type Instant } from '../../shared/kernel/time.ts';

/** A space that does not break, between a number and its unit. */
export const NBSP = '\u00a0';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** How an amount is cut to the decimals shown: amounts given go up, what is left goes down, so that it errs to the safe side. */
export type Rounding = 'up' | 'down';

/** `0.05`, `0.3`, `2`: a volume of one injection in mL, as it was entered, without the unit. */
export function mlEntered(ul: number): string {
  return trimmed(decimal(ul, 1000, 3, 'up'));
}

/** `8.2`: a total in mL with one decimal, without the unit. */
export function mlTotal(ul: number, rounding: Rounding = 'up'): string {
  return decimal(ul, 1000, 1, rounding);
}

/** `66.0`: a mass in mg with one decimal, without the unit. */
export function mg(ug: number, rounding: Rounding = 'up'): string {
  return decimal(ug, 1000, 1, rounding);
}

/** `0.3 mL` */
export function mlEnteredText(ul: number): string {
  return `${mlEntered(ul)}${NBSP}mL`;
}

/** `8.2 mL` */
export function mlTotalText(ul: number, rounding: Rounding = 'up'): string {
  return `${mlTotal(ul, rounding)}${NBSP}mL`;
}

/** `2.1 mL`, `0.15 mL`: what one vein gets or got, to the last microlitre. */
export function mlExactText(ul: number): string {
  return ul % 100 === 0 ? mlTotalText(ul) : mlEnteredText(ul);
}

/** `66.0 mg` */
export function mgText(ug: number, rounding: Rounding = 'up'): string {
  return `${mg(ug, rounding)}${NBSP}mg`;
}

/** `0.5 %` of a strength in µg/mL. */
export function strengthText(strengthUgPerMl: number): string {
  return `${trimmed(decimal(strengthUgPerMl, 10_000, 4, 'up'))}${NBSP}%`;
}

/** `10 mg/mL` of a strength in µg/mL. */
export function strengthMgPerMlText(strengthUgPerMl: number): string {
  return `${trimmed(decimal(strengthUgPerMl, 1000, 3, 'up'))}${NBSP}mg/mL`;
}

/** `1 %`, or `1 % foam 1 + 4`. */
export function preparationText(preparation: Preparation): string {
  const strength = strengthText(preparation.strengthUgPerMl);
  return preparation.form === 'liquid'
    ? strength
    : `${strength} foam 1${NBSP}+${NBSP}${String(preparation.gasParts)}`;
}

/** `44.0 kg` */
export function weightText(weightG: number): string {
  return `${decimal(weightG, 1000, 1, 'down')}${NBSP}kg`;
}

/** `152 cm` */
export function heightText(heightMm: number): string {
  return `${trimmed(decimal(heightMm, 10, 1, 'down'))}${NBSP}cm`;
}

/** How full a cap is in whole percent, rounded down; 0 of a cap of 0. */
export function percentOf(amount: number, cap: number): number {
  return cap === 0 ? 0 : Math.floor((amount * 100) / cap);
}

/** `8 Oct 2026` */
export function dateText(date: CalendarDate): string {
  return `${dayMonthText(date)} ${date.slice(0, 4)}`;
}

/** `8 Oct` */
export function dayMonthText(date: CalendarDate): string {
  return `${String(Number(date.slice(8)))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`;
}

/** `Thu 8 Oct` */
export function weekdayDateText(date: CalendarDate): string {
  return `${weekdayOf(date).slice(0, 3)} ${dayMonthText(date)}`;
}

/** `Thursday 8 October 2026` */
export function longDateText(date: CalendarDate): string {
  const month = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00.000Z`),
  );
  return `${weekdayOf(date)} ${String(Number(date.slice(8)))} ${month} ${date.slice(0, 4)}`;
}

/** `10/2026`: the month in which a lot expires. */
export function monthText(date: CalendarDate): string {
  return `${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** `09:36` on the clock of this computer. */
export function clockText(instant: Instant): string {
  return new Date(epochMs(instant)).toTimeString().slice(0, 5);
}

/** `09:36:21` on the clock of this computer. */
export function clockSecondsText(instant: Instant): string {
  return new Date(epochMs(instant)).toTimeString().slice(0, 8);
}

/** `7 Oct 2026, 22:00` on the clock of this computer. */
export function momentText(instant: Instant): string {
  const time = new Date(epochMs(instant));
  const month = MONTHS[time.getMonth()] ?? '';
  return `${String(time.getDate())} ${month} ${String(time.getFullYear())}, ${clockText(instant)}`;
}

/** `Saved 09:36:21`; of another day with the day, so that an old time does not look like a new one. */
export function savedText(instant: Instant): string {
  const isToday = new Date(epochMs(instant)).toDateString() === new Date().toDateString();
  return isToday ? `Saved ${clockSecondsText(instant)}` : `Saved ${momentText(instant)}`;
}

/** `LINDQVIST, Maja` */
export function nameText(patient: Pick<PatientIdentity, 'familyName' | 'givenName'>): string {
  return `${patient.familyName.toLocaleUpperCase('en')}, ${patient.givenName}`;
}

/** `45 y` on a day. */
export function ageText(birthDate: CalendarDate, on: CalendarDate): string {
  return `${String(ageInYears(birthDate, on))}${NBSP}y`;
}

/** `F`, `M`, `X` */
export function sexLetter(sex: Sex): string {
  return { female: 'F', male: 'M', other: 'X' }[sex];
}

/** `LEFT`, `RIGHT` */
export function legWord(leg: Leg): string {
  return leg === 'left' ? 'LEFT' : 'RIGHT';
}

/** `LEFT leg`, `BOTH legs` */
export function legsText(legs: readonly Leg[]): string {
  const [only, second] = legs;
  if (only === undefined) return '';
  return second === undefined ? `${legWord(only)} leg` : 'BOTH legs';
}

function weekdayOf(date: CalendarDate): string {
  return WEEKDAYS[new Date(`${date}T00:00:00.000Z`).getUTCDay()] ?? '';
}

/** A whole number of units over `perUnit` with so many decimals, in integer arithmetic alone. */
function decimal(amount: number, perUnit: number, decimals: number, rounding: Rounding): string {
  const scale = 10 ** decimals;
  const scaled = amount * scale;
  const rest = scaled % perUnit;
  const floor = (scaled - rest) / perUnit;
  const steps = rest !== 0 && rounding === 'up' ? floor + 1 : floor;
  const whole = Math.floor(steps / scale);
  return decimals === 0 ? String(whole) : `${String(whole)}.${String(steps % scale).padStart(decimals, '0')}`;
}

/** Without the zeros at the end that say nothing. */
function trimmed(text: string): string {
  return text.replace(/\.?0+$/, '');
}
