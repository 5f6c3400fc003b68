import type { Instant } from '../../kernel/time.ts';
import type { SessionOpening } from '../session/session.ts';
import type { Assessment } from './assessment.ts';

/** What was said to a question the last time somebody asked. */
export interface SaidBefore {
  readonly contraindicationId: string;
  readonly present: boolean;
  readonly saidAt: Instant;
  /** The number of the session at whose opening it was said; null: at the assessment. */
  readonly atSession: number | null;
}

/** The last answer to each question, from the assessment of a case and the openings of its sessions. */
export function saidBefore(
  assessment: Pick<Assessment, 'eligibility' | 'recordedAt'> | null,
  openings: readonly Pick<SessionOpening, 'answers' | 'openedAt' | 'number'>[],
): readonly SaidBefore[] {
  const said = [
    ...(assessment ? answersAt(assessment) : []),
    ...openings.flatMap(({ answers, openedAt, number }) =>
      answers.map((answer): SaidBefore => ({ ...answer, saidAt: openedAt, atSession: number })),
    ),
  ];
  const last = new Map<string, SaidBefore>();
  for (const answer of said) {
    const known = last.get(answer.contraindicationId);
    if (!known || known.saidAt <= answer.saidAt) last.set(answer.contraindicationId, answer);
  }
  return [...last.values()];
}

function answersAt({
  eligibility,
  recordedAt,
}: Pick<Assessment, 'eligibility' | 'recordedAt'>): readonly SaidBefore[] {
  return eligibility.map(({ contraindicationId, present }) => ({
    contraindicationId,
    present,
    saidAt: recordedAt,
    atSession: null,
  }));
}
