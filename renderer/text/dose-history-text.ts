import type { Preparation } from '../../shared/domain/dose/ledger.ts';
import type { SessionDose } from '../../shared/domain/patient/session-dose.ts';
import type { VeinKind } from '../../shared/domain/leg-map/vein.ts';
import type { DoseAxis, DoseBar, DoseChartModel, DoseMeasure } from '../features/charts/dose-chart-model.ts';
import { dateText, legsText, mg, mlTotal, mlTotalText, NBSP, preparationText } from './format.ts';

/** Words of the charts and tables of what was given. */
export const doseHistoryText = {
  title: 'Doses',
  charts: 'Doses as',
  chart: 'Chart',
  table: 'Table',
  axis: 'Order',
  bySession: 'By session',
  overTime: 'Over time',
  loading: 'Loading the doses …',
  drawing: 'Drawing …',
  today: 'today',
  none: 'Nothing given yet',
  noneHint: 'What a session gives is drawn here, against the limits that hold on its day.',
  limit: 'limit',
  tighter: 'tighter',
  allCases: 'All cases',
  cumulative: 'What was given in all',
  sessions: 'Sessions',
  injections: 'Injections',
  liquid: 'Liquid, mL',
  foam: 'Foam, mL',
  mass: 'Polidocanol, mg',
  byPreparation: 'By strength',
  byLeg: 'By leg',
  byVeinKind: 'By kind of vein',
  nearest: 'Nearest to a limit of its day',
  mostMass: 'Polidocanol in 24 h',
  mostVolume: 'Volume in a session',
  all: (sessions: number) => (sessions === 1 ? 'One session' : `All ${String(sessions)} sessions`),
  unit: 'Volume · polidocanol · injections',
} as const;

/** `Polidocanol per session, mg` */
export function measureTitle(measure: DoseMeasure, axis: DoseAxis): string {
  const what = { mass: 'Polidocanol', volume: 'Volume', foam: 'Foam' }[measure];
  const how = axis === 'by-session' ? 'per session' : 'added up over time';
  return `${what} ${how}, ${measure === 'mass' ? 'mg' : 'mL'}`;
}

/** `59.0`: an amount of a measure without its unit. What was given goes up, a cap down. */
export function measureAmount(measure: DoseMeasure, amount: number, rounding: 'up' | 'down' = 'up'): string {
  return measure === 'mass' ? mg(amount, rounding) : mlTotal(amount, rounding);
}

/** `59.0 mg` */
export function measureText(measure: DoseMeasure, amount: number, rounding: 'up' | 'down' = 'up'): string {
  return `${measureAmount(measure, amount, rounding)}${NBSP}${measure === 'mass' ? 'mg' : 'mL'}`;
}

/** `1 % liquid`, `1 % foam 1 + 4` */
export function seriesText(preparation: Preparation): string {
  const text = preparationText(preparation);
  return preparation.form === 'liquid' ? `${text} liquid` : text;
}

/** `limit 88.0 mg`, `limit 80.0 mg, set tighter`: what a session was held against. */
export function barCapText(measure: DoseMeasure, cap: NonNullable<DoseBar['cap']>): string {
  const tighter = cap.isTighter ? ', set tighter' : '';
  return `${doseHistoryText.limit} ${measureText(measure, cap.amount, 'down')}${tighter}`;
}

/** Everything that a chart says, in words: for whoever does not see it. */
export function chartText(chart: DoseChartModel): string {
  const { measure, series, bars } = chart;
  const of = ({ session, amounts, total, cap, within24h }: DoseBar) => {
    const shares = series
      .filter(({ key }) => (amounts[key] ?? 0) > 0)
      .map(
        ({ key, preparation }) => `${seriesText(preparation)} ${measureAmount(measure, amounts[key] ?? 0)}`,
      );
    return [
      `session ${String(session.number)} on ${dateText(session.onDate)}: ${measureText(measure, total)}`,
      ...(shares.length > 1 ? [shares.join(', ')] : []),
      ...(cap ? [barCapText(measure, cap)] : []),
      ...(within24h === null ? [] : [`within 24 hours ${measureText(measure, within24h)}`]),
    ].join(', ');
  };
  return `${measureTitle(measure, 'by-session')}. ${bars.map(of).join('; ')}.`;
}

/** What the bars do not show: struck-out injections, amendments, another session within 24 hours. One line each. */
export function sessionRemarks(session: SessionDose, all: readonly SessionDose[]): readonly string[] {
  const { struckOut, amendments, within24h } = session;
  const others = (within24h?.withSessions ?? []).flatMap(
    (id) => all.find(({ sessionId }) => sessionId === id) ?? [],
  );
  const named = others.map(({ number, onDate }) => `session ${String(number)}, ${dateText(onDate)}`);
  return [
    ...(struckOut.injections > 0
      ? [
          `${counted(struckOut.injections, 'injection')} struck out (${mlTotalText(struckOut.volumeUl)}), not counted`,
        ]
      : []),
    ...(amendments > 0 ? [`amended ${amendments === 1 ? 'once' : `${String(amendments)} times`}`] : []),
    ...(within24h
      ? [`within 24 hours of ${named.join(' and ')}: ${mg(within24h.massUg)}${NBSP}mg together`]
      : []),
    ...(session.state === 'open' ? ['still open'] : []),
  ];
}

/** Where the rest of the remarks is. */
export function moreRemarksText(more: number): string {
  return `Remarks on ${counted(more, 'earlier session')} stand in the table.`;
}

/** `Session 2, 8 Oct 2026, LEFT leg` */
export function sessionTitle({
  number,
  onDate,
  legs,
}: Pick<SessionDose, 'number' | 'onDate' | 'legs'>): string {
  return `Session ${String(number)}, ${dateText(onDate)}, ${legsText(legs)}`;
}

/** What was injected, by kind. */
export function veinKindText(kind: VeinKind | null): string {
  if (kind === null) return 'Free sites';
  return { telangiectasia: 'Telangiectasias', reticular: 'Reticular veins', varicose: 'Varicose veins' }[
    kind
  ];
}

function counted(count: number, one: string): string {
  return `${String(count)} ${one}${count === 1 ? '' : 's'}`;
}

/** What the lines of the charts mean. */
export const LEGEND_SIGNS = {
  cap: 'limit of that day, for the weight of that day',
  tighter: 'limit ↓, set tighter by a surgeon',
  rolling: 'with what another session gave in the 24 hours before',
} as const;

/** The columns of the table of sessions: before and after those of the strengths. */
export const DOSE_COLUMNS = {
  before: ['Session', 'Day', 'Leg'],
  after: ['Injections', 'mL in all', 'mg in all', 'Limit in 24 h', 'Remarks'],
} as const;
