import { tightestCap } from '../../../shared/domain/dose/held-caps.ts';
import { samePreparation, type Preparation } from '../../../shared/domain/dose/ledger.ts';
import { preparationsOf } from '../../../shared/domain/patient/cumulative.ts';
import type { DosePart, SessionDose } from '../../../shared/domain/patient/session-dose.ts';
import type { CaseId, SessionId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';

/** Polidocanol in µg; all that was injected, or the foam alone, in µL. */
export type DoseMeasure = 'mass' | 'volume' | 'foam';

/** Session beside session, each against its limits; or added up on an axis of days. */
export type DoseAxis = 'by-session' | 'over-time';

/** What a chart shows of one preparation. */
export interface DoseSeries {
  readonly key: string;
  readonly preparation: Preparation;
}

/** One session in a chart; all amounts are whole numbers in the unit of the measure. */
export interface DoseBar {
  readonly key: SessionId;
  readonly session: SessionDose;
  /** By the keys of the series. */
  readonly amounts: Readonly<Record<string, number>>;
  readonly total: number;
  readonly cap: { readonly amount: number; readonly isTighter: boolean } | null;
  /** With what other sessions gave in the 24 hours before, where that was more. */
  readonly within24h: number | null;
  /** The first session of its case in the chart. */
  readonly beginsCase: boolean;
}

export interface DoseChartModel {
  readonly measure: DoseMeasure;
  readonly series: readonly DoseSeries[];
  readonly bars: readonly DoseBar[];
  /** The highest thing to be drawn; at least 1. */
  readonly most: number;
}

const QUANTITIES = { mass: 'mass', volume: 'total-volume', foam: 'foam-volume' } as const;

/** What a chart of a measure draws; the sessions in their order, of foam only those that gave some. */
export function doseChart(measure: DoseMeasure, sessions: readonly SessionDose[]): DoseChartModel {
  const series = seriesOf(sessions, measure);
  let caseId: CaseId | null = null;
  const shown = measure === 'foam' ? sessions.filter(gaveFoam) : sessions;
  const bars = shown.map((session): DoseBar => {
    const beginsCase = session.caseId !== caseId;
    caseId = session.caseId;
    const amounts = Object.fromEntries(
      series.map(({ key, preparation }) => [key, amountOf(session, measure, preparation)]),
    );
    const total = Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
    const cap = tightestCap(session.caps, QUANTITIES[measure]);
    const rolling = measure === 'mass' ? (session.within24h?.massUg ?? 0) : 0;
    return {
      key: session.sessionId,
      session,
      amounts,
      total,
      cap: cap && { amount: cap.amount, isTighter: cap.tighterBy !== null },
      within24h: rolling > total ? rolling : null,
      beginsCase,
    };
  });
  const most = Math.max(
    1,
    ...bars.flatMap(({ total, cap, within24h }) => [total, cap?.amount ?? 0, within24h ?? 0]),
  );
  return { measure, series, bars, most };
}

function gaveFoam({ parts }: SessionDose): boolean {
  return parts.some(({ preparation }) => preparation.form === 'foam');
}

/** The measures that there is something of: foam only where some was given. */
export function measuresOf(sessions: readonly SessionDose[]): readonly DoseMeasure[] {
  return sessions.some(gaveFoam) ? ['mass', 'volume', 'foam'] : ['mass', 'volume'];
}

/** What had been given by the end of a day, preparation by preparation, over all sessions before. */
export interface RunningTotal {
  readonly onDate: CalendarDate;
  readonly amounts: Readonly<Record<string, number>>;
  readonly total: number;
}

/** The running totals of a measure, one for each day with a session. */
export function runningTotals(
  measure: DoseMeasure,
  sessions: readonly SessionDose[],
): { readonly series: readonly DoseSeries[]; readonly totals: readonly RunningTotal[] } {
  const series = seriesOf(sessions, measure);
  const sums = new Map<string, number>();
  const days = new Map<CalendarDate, RunningTotal>();
  for (const session of sessions) {
    for (const { key, preparation } of series) {
      sums.set(key, (sums.get(key) ?? 0) + amountOf(session, measure, preparation));
    }
    const amounts = Object.fromEntries(sums);
    const total = Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
    days.set(session.onDate, { onDate: session.onDate, amounts, total });
  }
  return { series, totals: [...days.values()] };
}

/** Round steps of an axis from 0 to at least `most`: at most five of them, each 1, 2 or 5 times a power of ten of the unit's thousandths. */
export function axisTicks(most: number): readonly number[] {
  let step = 100;
  for (let at = 0; most > step * 5; at += 1) step *= at % 3 === 1 ? 2.5 : 2;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, n) => n * step);
}

function seriesOf(sessions: readonly SessionDose[], measure: DoseMeasure): readonly DoseSeries[] {
  return preparationsOf(sessions)
    .filter(({ form }) => measure !== 'foam' || form === 'foam')
    .map((preparation) => ({ key: keyOf(preparation), preparation }));
}

function keyOf(preparation: Preparation): string {
  const parts = preparation.form === 'foam' ? ` ${String(preparation.gasParts)}` : '';
  return `${preparation.form} ${String(preparation.strengthUgPerMl)}${parts}`;
}

function amountOf({ parts }: SessionDose, measure: DoseMeasure, preparation: Preparation): number {
  const of = (part: DosePart) => (measure === 'mass' ? part.massUg : part.volumeUl);
  return parts
    .filter((part) => samePreparation(part.preparation, preparation))
    .reduce((sum, part) => sum + of(part), 0);
}
