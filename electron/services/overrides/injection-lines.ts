import type { InjectionWithWord } from '../../../db/repositories/overrides.ts';
import type { OverrideLine, OverrideWhat } from '../../../shared/contract/overrides.ts';
import type { Gauge } from '../../../shared/domain/dose/assess-dose.ts';

/**
 * What was passed with an injection, a line each: every hard limit, every soft one, a confirmed slip. A reason that no limit asked
 * for is one for another strength or form than the plan means: nothing else asks for one.
 */
export function linesOfInjection(injection: InjectionWithWord): readonly OverrideLine[] {
  const { assessment, override, reason, confirmedSlip } = injection;
  const passed = (ids: readonly string[]) => assessment.gauges.filter(({ limit }) => ids.includes(limit.id));
  const hard = passed(assessment.passed.hard);
  const soft = passed(assessment.passed.soft);
  const line = lineMaker(injection);
  return [
    ...hard.map((gauge) => line(passing('hard-limit', gauge), override?.reason ?? reason)),
    ...soft.map((gauge) => line(passing('soft-limit', gauge), reason ?? override?.reason ?? null)),
    ...(confirmedSlip ? [line({ kind: 'slip', slip: confirmedSlip }, null)] : []),
    ...(reason !== null && hard.length + soft.length === 0
      ? [line({ kind: 'other-strength', preparation: injection.preparation }, reason)]
      : []),
  ];
}

function passing(kind: 'hard-limit' | 'soft-limit', { limit, cap, projected }: Gauge): OverrideWhat {
  return { kind, limit, cap, projected };
}

function lineMaker(injection: InjectionWithWord) {
  return (what: OverrideWhat, reason: string | null): OverrideLine => ({
    key: [injection.id, what.kind, 'limit' in what ? (what.limit?.id ?? '') : ''].join(' '),
    at: injection.givenAt,
    onDate: injection.onDate,
    what,
    patient: injection.patient,
    caseId: injection.caseId,
    session: { id: injection.sessionId, number: injection.sessionNumber },
    injection: { id: injection.id, number: injection.number, struckOut: injection.struckOut },
    by: injection.givenBy,
    surgeonId: what.kind === 'hard-limit' ? (injection.override?.surgeonId ?? null) : null,
    reason,
  });
}
