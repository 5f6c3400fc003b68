import { describe, expect, it } from 'vitest';
import {
  ALLERGY_TENDENCY_ID,
  isProneToHypersensitivity,
  judgeEligibility,
  missingFromAssessment,
  POLIDOCANOL_ALLERGY_ID,
  type EligibilityQuestion,
} from '../../../../shared/domain/patient/eligibility.ts';
import { shipped } from '../dose/examples.ts';

const profile = shipped('strictest');
const NOTHING = { blocked: [], needsAcceptance: [], cautions: [], unanswered: [] };

/** Everything asked and denied, but for what is named. */
function healthyBut(...present: readonly string[]): EligibilityQuestion {
  return {
    profile,
    answers: profile.contraindications.map(({ id }) => ({
      contraindicationId: id,
      present: present.includes(id),
    })),
    acceptances: [],
    allergies: { polidocanol: false },
    foamPlanned: false,
  };
}

describe('whether a patient may be treated', () => {
  it('lets a healthy patient through', () => {
    expect(judgeEligibility(healthyBut())).toEqual(NOTHING);
  });

  it.each(['pregnancy', 'breastfeeding', 'contraceptives', 'acute-thromboembolism', 'immobility'])(
    'does not treat with %s, whatever has been accepted',
    (id) => {
      const acceptances = [{ contraindicationId: id }];
      expect(judgeEligibility({ ...healthyBut(id), acceptances })).toEqual({ ...NOTHING, blocked: [id] });
    },
  );

  it.each(['anticoagulation', 'vte-history', 'diabetes', 'asthma-corticosteroids'])(
    "asks for a surgeon's acceptance with %s, and then only says so",
    (id) => {
      expect(judgeEligibility(healthyBut(id))).toEqual({ ...NOTHING, needsAcceptance: [id] });
      const acceptances = [{ contraindicationId: id }];
      expect(judgeEligibility({ ...healthyBut(id), acceptances })).toEqual({ ...NOTHING, cautions: [id] });
    },
  );

  it('takes the reason in the assessment for an acceptance', () => {
    const { answers, ...rest } = healthyBut();
    const accepted = { contraindicationId: 'diabetes', present: true, acceptedBecause: 'well controlled' };
    expect(judgeEligibility({ ...rest, answers: [...answers, accepted] }).cautions).toEqual(['diabetes']);
    const open = { ...accepted, acceptedBecause: null };
    expect(judgeEligibility({ ...rest, answers: [...answers, open] }).needsAcceptance).toEqual(['diabetes']);
  });

  it('only says that there was aspirin, alcohol or cream', () => {
    expect(judgeEligibility(healthyBut('nsaid-alcohol', 'creams')).cautions).toEqual([
      'nsaid-alcohol',
      'creams',
    ]);
  });

  it('goes by the last answer to a question', () => {
    const { answers, ...rest } = healthyBut('pregnancy');
    const today = { contraindicationId: 'pregnancy', present: false };
    expect(judgeEligibility({ ...rest, answers: [...answers, today] }).blocked).toEqual([]);
    expect(judgeEligibility({ ...rest, answers: [today, ...answers] }).blocked).toEqual(['pregnancy']);
  });
});

describe('an allergy to polidocanol', () => {
  it('blocks when the allergy statement says so, even against the answer', () => {
    const question = { ...healthyBut(), allergies: { polidocanol: true } };
    expect(judgeEligibility(question).blocked).toEqual([POLIDOCANOL_ALLERGY_ID]);
  });

  it('blocks when only the answer says so', () => {
    expect(judgeEligibility(healthyBut(POLIDOCANOL_ALLERGY_ID)).blocked).toEqual([POLIDOCANOL_ALLERGY_ID]);
  });

  it('is answered by the statement, and unanswered without one', () => {
    const question = { ...healthyBut(), answers: [] };
    expect(judgeEligibility(question).unanswered).not.toContain(POLIDOCANOL_ALLERGY_ID);
    expect(judgeEligibility({ ...question, allergies: null }).unanswered).toContain(POLIDOCANOL_ALLERGY_ID);
  });
});

describe('a tendency to allergies', () => {
  const prone = { polidocanol: false, proneToHypersensitivity: true };
  const calm = { polidocanol: false, proneToHypersensitivity: false };

  it('has to be accepted when the allergy statement says so, even against the answer', () => {
    const question = { ...healthyBut(), allergies: prone };
    expect(judgeEligibility(question).needsAcceptance).toEqual([ALLERGY_TENDENCY_ID]);
    const acceptances = [{ contraindicationId: ALLERGY_TENDENCY_ID }];
    expect(judgeEligibility({ ...question, acceptances }).cautions).toEqual([ALLERGY_TENDENCY_ID]);
  });

  it('makes somebody prone to hypersensitivity, whichever of the two says it', () => {
    const yes = [{ contraindicationId: ALLERGY_TENDENCY_ID, present: true }];
    const no = [{ contraindicationId: ALLERGY_TENDENCY_ID, present: false }];
    expect(isProneToHypersensitivity(prone, no)).toBe(true);
    expect(isProneToHypersensitivity(calm, yes)).toBe(true);
    expect(isProneToHypersensitivity(calm, [...yes, ...no])).toBe(true);
    expect(isProneToHypersensitivity(calm, no)).toBe(false);
    expect(isProneToHypersensitivity(null, [])).toBe(false);
    const diabetes = [{ contraindicationId: 'diabetes', present: true }];
    expect(isProneToHypersensitivity(calm, diabetes)).toBe(false);
  });

  it('is answered by the statement', () => {
    const question = { ...healthyBut(), answers: [] };
    expect(judgeEligibility({ ...question, allergies: calm }).unanswered).not.toContain(ALLERGY_TENDENCY_ID);
  });
});

describe('questions', () => {
  it('that nobody has asked are not taken for a no', () => {
    const asked = profile.contraindications.filter(({ foamOnly }) => !foamOnly);
    const { unanswered } = judgeEligibility({ ...healthyBut(), answers: [], allergies: null });
    expect(unanswered).toEqual(asked.map(({ id }) => id));
  });

  it('about foam count only where foam is planned', () => {
    const question = healthyBut('pfo-symptomatic', 'pfo-silent');
    expect(judgeEligibility(question)).toEqual(NOTHING);
    expect(judgeEligibility({ ...question, foamPlanned: true })).toEqual({
      ...NOTHING,
      blocked: ['pfo-symptomatic'],
      cautions: ['pfo-silent'],
    });
  });
});

describe('an assessment that was only half answered', () => {
  const ids = profile.contraindications.filter(({ foamOnly }) => !foamOnly).map(({ id }) => id);
  const again = new Set(
    profile.contraindications.filter(({ askEachSession }) => askEachSession).map(({ id }) => id),
  );
  const missingAfter = (answered: readonly string[]) => {
    const answers = answered.map((contraindicationId) => ({ contraindicationId, present: false }));
    const question = { profile, answers, acceptances: [], allergies: null, foamPlanned: false };
    return missingFromAssessment(judgeEligibility(question), profile);
  };

  it('lacks what was not asked, and nothing that is asked again on the day', () => {
    expect(missingAfter([])).toEqual(ids.filter((id) => !again.has(id)));
    expect(missingAfter(ids.filter((id) => !again.has(id)))).toEqual([]);
    expect(missingAfter([...again])).not.toEqual([]);
  });
});
