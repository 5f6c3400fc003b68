import type { SessionView } from '../../../shared/contract/session.ts';
import type { DoseAssessment, Gauge } from '../../../shared/domain/dose/assess-dose.ts';
import type { DoseSlip } from '../../../shared/domain/dose/dose-slip.ts';
import { samePreparation, type Preparation } from '../../../shared/domain/dose/ledger.ts';
import type { PlannedPuncture } from '../../../shared/domain/session/vein-tasks.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import type { Microlitres } from '../../../shared/kernel/units.ts';
import { isReason } from './is-reason.ts';
import type { RecordingState, Syringe } from './recording-state.ts';
import { drawable } from './volume-keys.ts';

/** What stands where the record button is. */
export type NextStep =
  /** Nothing is injected until the session goes on. */
  | { readonly kind: 'paused' }
  | { readonly kind: 'no-syringe' }
  | { readonly kind: 'lot-unusable'; readonly because: 'expired' | 'recalled' }
  | { readonly kind: 'nothing-due' }
  | { readonly kind: 'no-volume' }
  /** The volume looks like a ten-fold slip: take the other one, or say that it is right. */
  | { readonly kind: 'slip'; readonly slip: DoseSlip }
  /** The syringe does not hold what is planned: change it, or say why. */
  | { readonly kind: 'other-strength'; readonly planned: Preparation; readonly reasonGiven: boolean }
  | { readonly kind: 'reason-needed'; readonly gauge: Gauge; readonly reasonGiven: boolean }
  | { readonly kind: 'hard-limit'; readonly gauge: Gauge; readonly fitsUl: Microlitres }
  | { readonly kind: 'ready' };

export interface StepFacts {
  readonly isPaused: boolean;
  readonly state: Pick<RecordingState, 'reason' | 'volumeConfirmed'>;
  readonly syringe: Syringe | null;
  readonly box: SessionView['boxes'][number] | null;
  /** Whether there is a vein or a site to inject. */
  readonly hasPlace: boolean;
  readonly volumeUl: Microlitres | null;
  readonly planned: PlannedPuncture | null;
  readonly slip: DoseSlip | null;
  readonly assessment: DoseAssessment;
  readonly today: CalendarDate;
}

/** What has to come before the injection can be recorded, the gravest first. */
export function nextStepOf(facts: StepFacts): NextStep {
  const { state, syringe, box, volumeUl, planned, slip, assessment, today } = facts;
  if (facts.isPaused) return { kind: 'paused' };
  if (!syringe || !box) return { kind: 'no-syringe' };
  if (box.recalledBecause !== null) return { kind: 'lot-unusable', because: 'recalled' };
  if (box.expiresOn < today) return { kind: 'lot-unusable', because: 'expired' };
  if (!facts.hasPlace) return { kind: 'nothing-due' };
  if (!volumeUl) return { kind: 'no-volume' };
  // Before the limits: what still fits under them would be a slip as well.
  if (slip && !state.volumeConfirmed) return { kind: 'slip', slip };
  const gauge = gravestGauge(assessment);
  if (gauge && assessment.verdict === 'hard') {
    return { kind: 'hard-limit', gauge, fitsUl: drawable(assessment.leftOfSyringeUl ?? 0) };
  }
  const reasonGiven = isReason(state.reason);
  if (planned && !samePreparation(planned.preparation, syringe.preparation)) {
    return { kind: 'other-strength', planned: planned.preparation, reasonGiven };
  }
  if (gauge && assessment.verdict === 'soft') return { kind: 'reason-needed', gauge, reasonGiven };
  return { kind: 'ready' };
}

/** Whether Enter, or the button, records what is chosen. */
export function canRecord(step: NextStep): boolean {
  if (step.kind === 'reason-needed' || step.kind === 'other-strength') return step.reasonGiven;
  return step.kind === 'ready';
}

/** Of the limits that would be passed with the gravest severity, the one that would be passed furthest. */
function gravestGauge({ gauges, passed, verdict }: DoseAssessment): Gauge | null {
  if (verdict === 'clear') return null;
  return gauges
    .filter(({ limit }) => passed[verdict].includes(limit.id))
    .reduce<Gauge | null>(
      (worst, gauge) => (!worst || gauge.projected * worst.cap > worst.projected * gauge.cap ? gauge : worst),
      null,
    );
}
