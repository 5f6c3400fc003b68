import { describe, expect, it } from 'vitest';
import { SaveAssessment } from '../../../../shared/contract/patient.ts';
import { STRICTEST } from '../../../../shared/domain/dose/profiles/strictest.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import {
  answerErrors,
  answerOf,
  answersOf,
  assessmentInput,
  draftOf,
  withAnswer,
  withRestNo,
  withScore,
  withVcss,
} from '../../../../renderer/features/assessment/assessment-form.ts';

const questions = STRICTEST.contraindications;
const caseId = idOf<'case'>('6f0c2f52-7d5f-4a39-9a4c-3f6d0d6f8c11');
const empty = draftOf(null);

describe('the questions', () => {
  it('are unanswered at first, which is not "no"', () => {
    expect(answerOf(empty, 'pregnancy').present).toBeNull();
    expect(answersOf(empty, questions)).toEqual([]);
  });

  it('answers "no" to the rest without touching what was answered', () => {
    const draft = withRestNo(withAnswer(empty, 'diabetes', { present: true }), questions);
    expect(answersOf(draft, questions)).toHaveLength(questions.length);
    expect(answersOf(draft, questions).filter(({ present }) => present)).toEqual([
      { contraindicationId: 'diabetes', present: true, acceptedBecause: null },
    ]);
  });

  it('keeps a reason only where a relative one is present', () => {
    const reason = { acceptedBecause: ' well controlled ' };
    const accepted = withAnswer(empty, 'diabetes', { present: true, ...reason });
    expect(answersOf(accepted, questions)[0]?.acceptedBecause).toBe('well controlled');
    expect(
      answersOf(withAnswer(accepted, 'diabetes', { present: false }), questions)[0]?.acceptedBecause,
    ).toBeNull();
    const absolute = withAnswer(empty, 'pregnancy', { present: true, ...reason });
    expect(answersOf(absolute, questions)[0]?.acceptedBecause).toBeNull();
  });

  it('asks for more than a letter as a reason', () => {
    const draft = withAnswer(empty, 'diabetes', { present: true, acceptedBecause: 'x' });
    expect(Object.keys(answerErrors(draft, questions))).toEqual(['diabetes']);
    expect(answerErrors(withAnswer(draft, 'diabetes', { acceptedBecause: '' }), questions)).toEqual({});
  });
});

describe('the score of a leg', () => {
  it('is not scored until somebody scores it, and can be dropped again', () => {
    expect(empty.legs.left.vcss).toBeNull();
    const scored = withVcss(empty, 'left', 'pain', 2);
    expect(scored.legs.left.vcss).toMatchObject({ pain: 2, oedema: 0 });
    expect(scored.legs.right.vcss).toBeNull();
    expect(withScore(scored, 'left', false).legs.left.vcss).toBeNull();
  });
});

describe('what goes to the core', () => {
  it('is taken by it, and comes back as the same form', () => {
    const draft = withVcss(
      withRestNo({ ...empty, fitzpatrick: 'III', duplexDone: true, duplexFindings: 'no reflux' }, questions),
      'right',
      'pain',
      1,
    );
    const input = SaveAssessment.parse(assessmentInput(caseId, draft, questions));
    expect(input).toMatchObject({ fitzpatrick: 'III', duplexFindings: 'no reflux' });
    expect(input.legs.right.vcss?.pain).toBe(1);
  });

  it('tells a duplex that was not done from one without findings', () => {
    expect(assessmentInput(caseId, empty, questions).duplexFindings).toBeNull();
    expect(assessmentInput(caseId, { ...empty, duplexDone: true }, questions).duplexFindings).toBe('');
  });
});
