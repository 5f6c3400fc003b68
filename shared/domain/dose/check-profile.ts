import { MG, MG_PER_KG, ML, ML_PER_KG } from './amount-entry.ts';
import { POLIDOCANOL_ALLERGY_ID } from '../patient/eligibility.ts';
import type { DiameterRange, Limit, StrengthRule } from './label-profile.ts';
import { figuresOf, strengthKey, type ProfileRules } from './profile-figures.ts';

/** A field of a profile that cannot stand as it is: `limits.2.cap`. */
export interface ProfileFault {
  readonly path: string;
  readonly rule: ProfileRule;
}

export type ProfileRule =
  | 'required'
  | 'too_small'
  | 'too_big'
  | 'twice'
  | 'source-missing'
  | 'memory-cannot-be-hard'
  | 'no-hard-limit'
  | 'never-counts'
  | 'no-strength'
  | 'proposed-not-allowed'
  | 'over-injection-limit'
  | 'range-reversed'
  | 'allergy-stays'
  | 'allergy-absolute';

const MOST_INJECTIONS = 500;
const MOST_DAYS_APART = 365;
const MOST_OBSERVATION_MINUTES = 240;
const MOST_COMPRESSION_DAYS = 90;
const MOST_PAUSE_HOURS = 336;
const MOST_DAYS_SINCE_WEIGHED = 730;
const MOST_WEIGHT_CHANGE_PERCENT = 50;
const MOST_AFTERCARE_DAYS = 365;
const MOST_SESSIONS = 20;
const MOST_MONTHS = 24;
const MOST_SESSION_MINUTES = 240;
const MOST_SECONDS_PER_PUNCTURE = 1_800;

/** What forbids that a profile is used: figures that contradict each other, that no label comes near, or that nobody vouches for. */
export function checkProfile(rules: ProfileRules): readonly ProfileFault[] {
  return [
    ...rules.limits.flatMap(limitFaults),
    ...repeated(
      rules.limits.map(({ id }) => id),
      (n) => `limits.${String(n)}.id`,
    ),
    ...(rules.limits.some(boundsSession) ? [] : [fault('limits', 'no-hard-limit')]),
    ...rules.strengths.flatMap((rule, n) => strengthFaults(rule, n, rules.limits)),
    ...repeated(rules.strengths.map(strengthKey), (n) => `strengths.${String(n)}.veinKind`),
    ...questionFaults(rules),
    ...plainFaults(rules),
    ...sourceFaults(rules),
  ];
}

function limitFaults(limit: Limit, n: number): readonly ProfileFault[] {
  const at = `limits.${String(n)}`;
  const { cap, quantity, scope, severity, source, window } = limit;
  const faults = within(`${at}.cap`, cap.amount, 1, mostOf(limit));
  if (severity === 'hard' && source.mark === 'from-memory')
    faults.push(fault(`${at}.severity`, 'memory-cannot-be-hard'));
  const noForm =
    (quantity === 'foam-volume' && scope.form === 'liquid') ||
    (quantity === 'liquid-volume' && scope.form === 'foam');
  if (isReversed(scope.diameterMm)) faults.push(fault(`${at}.diameterMm`, 'range-reversed'));
  const noKind = scope.veinKinds?.length === 0;
  const alwaysOne = quantity === 'injections' && (window === 'injection' || cap.per === 'kilogram');
  if (noForm || noKind || alwaysOne) faults.push(fault(`${at}.scope`, 'never-counts'));
  return faults;
}

function mostOf({ quantity, cap }: Limit): number {
  const perKg = cap.per === 'kilogram';
  switch (quantity) {
    case 'mass':
      return perKg ? MG_PER_KG.most : MG.most;
    case 'injections':
      return MOST_INJECTIONS;
    case 'liquid-volume':
    case 'foam-volume':
    case 'total-volume':
      return perKg ? ML_PER_KG.most : ML.most;
  }
}

/** A hard limit on mass or volume over a session or longer that leaves nothing out. */
function boundsSession({ quantity, window, severity, scope }: Limit): boolean {
  const countsAll =
    scope.veinKinds === undefined &&
    scope.form === undefined &&
    scope.diameterMm === undefined &&
    !scope.firstSession &&
    !scope.firstSessionIfProne;
  const overSession = window === 'session' || window === '24-hours';
  return (
    severity === 'hard' && overSession && countsAll && (quantity === 'mass' || quantity === 'total-volume')
  );
}

function strengthFaults(rule: StrengthRule, n: number, limits: readonly Limit[]): readonly ProfileFault[] {
  const at = `strengths.${String(n)}`;
  const { strengthsUgPerMl, proposedUgPerMl, proposedVolumeUl, punctureEvery, diameterMm } = rule;
  const faults = within(`${at}.punctureEvery`, punctureEvery, 1, 20_000);
  if (strengthsUgPerMl.length === 0) faults.push(fault(`${at}.strengthsUgPerMl`, 'no-strength'));
  else if (!strengthsUgPerMl.includes(proposedUgPerMl))
    faults.push(fault(`${at}.proposedUgPerMl`, 'proposed-not-allowed'));
  if (proposedVolumeUl > mostInOnePlaceUl(rule, limits))
    faults.push(fault(`${at}.proposedVolumeUl`, 'over-injection-limit'));
  if (isReversed(diameterMm)) faults.push(fault(`${at}.diameterMm`, 'range-reversed'));
  return faults;
}

/** The smallest cap on a single injection that always holds for such a vein and form, in µL. */
function mostInOnePlaceUl({ veinKind, form, diameterMm }: StrengthRule, limits: readonly Limit[]): number {
  const caps = limits
    .filter(({ window, cap, scope }) => {
      const always = !scope.firstSession && !scope.firstSessionIfProne;
      return window === 'injection' && cap.per === 'person' && always;
    })
    .filter(({ quantity }) => quantity === 'total-volume' || quantity === `${form}-volume`)
    .filter(({ scope }) => (scope.form ?? form) === form && (scope.veinKinds?.includes(veinKind) ?? true))
    .filter(({ scope }) => overlap(scope.diameterMm, diameterMm))
    .map(({ cap }) => cap.amount);
  return Math.min(...caps, Number.MAX_SAFE_INTEGER);
}

function isReversed(range: DiameterRange | undefined): boolean {
  return range !== undefined && range.upTo !== null && range.upTo <= range.over;
}

/** Whether some vessel is of both widths. */
function overlap(a: DiameterRange | undefined, b: DiameterRange | undefined): boolean {
  if (!a || !b) return true;
  return (a.upTo === null || a.upTo > b.over) && (b.upTo === null || b.upTo > a.over);
}

function questionFaults({ contraindications }: ProfileRules): readonly ProfileFault[] {
  const allergy = contraindications.findIndex(({ id }) => id === POLIDOCANOL_ALLERGY_ID);
  const found = contraindications[allergy];
  const at = `contraindications.${String(allergy)}`;
  return [
    ...repeated(
      contraindications.map(({ id }) => id),
      (n) => `contraindications.${String(n)}.id`,
    ),
    ...contraindications.flatMap(({ text }, n) =>
      text.trim() === '' ? [fault(`contraindications.${String(n)}.text`, 'required')] : [],
    ),
    ...(found ? [] : [fault('contraindications', 'allergy-stays')]),
    ...(found && (found.grade !== 'absolute' || found.foamOnly)
      ? [fault(`${at}.grade`, 'allergy-absolute')]
      : []),
  ];
}

function plainFaults(rules: ProfileRules): readonly ProfileFault[] {
  const { interval, observationMinutes, compressionDays, breastfeedingPause, weighing, aftercare } = rules;
  const { expectation, pace } = rules;
  return [
    ...within('interval.minimumDays', interval.minimumDays, 1, MOST_DAYS_APART),
    ...within('interval.usualDays', interval.usualDays, 1, MOST_DAYS_APART),
    ...inOrder('interval.usualDays', interval.minimumDays, interval.usualDays),
    ...within('observationMinutes.value', observationMinutes.value, 0, MOST_OBSERVATION_MINUTES),
    ...within('compressionDays.telangiectasia', compressionDays.telangiectasia, 0, MOST_COMPRESSION_DAYS),
    ...within('compressionDays.reticular', compressionDays.reticular, 0, MOST_COMPRESSION_DAYS),
    ...(breastfeedingPause
      ? within('breastfeedingPause.hours', breastfeedingPause.hours, 0, MOST_PAUSE_HOURS)
      : []),
    ...(weighing ? weighingFaults(weighing) : []),
    ...(aftercare ? aftercareFaults(aftercare) : []),
    ...(expectation ? expectationFaults(expectation) : []),
    ...(pace ? paceFaults(pace) : []),
  ];
}

function weighingFaults(weighing: NonNullable<ProfileRules['weighing']>): readonly ProfileFault[] {
  const { confirmAfterDays, confirmChangePercent } = weighing;
  return [
    ...within('weighing.confirmAfterDays', confirmAfterDays, 1, MOST_DAYS_SINCE_WEIGHED),
    ...within('weighing.confirmChangePercent', confirmChangePercent, 1, MOST_WEIGHT_CHANGE_PERCENT),
  ];
}

/** Something is said, and each point has words. */
function aftercareFaults({ points }: NonNullable<ProfileRules['aftercare']>): readonly ProfileFault[] {
  return [
    ...(points.length === 0 ? [fault('aftercare', 'required')] : []),
    ...repeated(
      points.map(({ id }) => id),
      (n) => `aftercare.points.${String(n)}.id`,
    ),
    ...points.flatMap(({ text, days }, n) => [
      ...(text.trim() === '' ? [fault(`aftercare.points.${String(n)}.text`, 'required')] : []),
      ...(days === null ? [] : within(`aftercare.points.${String(n)}.days`, days, 1, MOST_AFTERCARE_DAYS)),
    ]),
  ];
}

function expectationFaults(expectation: NonNullable<ProfileRules['expectation']>): readonly ProfileFault[] {
  const { sessions, improvementPercent, monthsToResult } = expectation;
  return [
    ...within('expectation.sessions.from', sessions.from, 1, MOST_SESSIONS),
    ...within('expectation.sessions.to', sessions.to, 1, MOST_SESSIONS),
    ...inOrder('expectation.sessions.to', sessions.from, sessions.to),
    ...within('expectation.improvementPercent.from', improvementPercent.from, 0, 100),
    ...within('expectation.improvementPercent.to', improvementPercent.to, 0, 100),
    ...inOrder('expectation.improvementPercent.to', improvementPercent.from, improvementPercent.to),
    ...within('expectation.monthsToResult', monthsToResult, 1, MOST_MONTHS),
  ];
}

function paceFaults({
  secondsPerPuncture,
  sessionMinutes,
}: NonNullable<ProfileRules['pace']>): readonly ProfileFault[] {
  return [
    ...within('pace.secondsPerPuncture', secondsPerPuncture, 1, MOST_SECONDS_PER_PUNCTURE),
    ...within('pace.sessionMinutes.usual', sessionMinutes.usual, 1, MOST_SESSION_MINUTES),
    ...within('pace.sessionMinutes.most', sessionMinutes.most, 1, MOST_SESSION_MINUTES),
    ...inOrder('pace.sessionMinutes.most', sessionMinutes.usual, sessionMinutes.most),
  ];
}

/** Every figure has somebody who vouches for it. */
function sourceFaults(rules: ProfileRules): readonly ProfileFault[] {
  const lists = { limit: 'limits', strength: 'strengths', question: 'contraindications' } as const;
  const single = {
    interval: 'interval',
    observation: 'observationMinutes',
    compression: 'compressionDays',
    breastfeeding: 'breastfeedingPause',
    weighing: 'weighing',
    aftercare: 'aftercare',
    expectation: 'expectation',
    pace: 'pace',
  } as const;
  const counted = { limit: 0, strength: 0, question: 0 };
  return figuresOf(rules).flatMap(({ about, value }) => {
    const isListed = about === 'limit' || about === 'strength' || about === 'question';
    const path = isListed ? `${lists[about]}.${String(counted[about]++)}` : single[about];
    return value.source.text.trim() === '' ? [fault(`${path}.source`, 'source-missing')] : [];
  });
}

function repeated(keys: readonly string[], pathOf: (n: number) => string): readonly ProfileFault[] {
  return keys.flatMap((key, n) => (keys.indexOf(key) < n ? [fault(pathOf(n), 'twice')] : []));
}

function within(path: string, value: number, least: number, most: number): ProfileFault[] {
  if (value < least) return [fault(path, 'too_small')];
  return value > most ? [fault(path, 'too_big')] : [];
}

function inOrder(path: string, from: number, to: number): readonly ProfileFault[] {
  return to < from ? [fault(path, 'range-reversed')] : [];
}

function fault(path: string, rule: ProfileRule): ProfileFault {
  return { path, rule };
}
