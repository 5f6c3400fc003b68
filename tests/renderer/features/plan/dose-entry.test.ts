import { describe, expect, it } from 'vitest';
import { customOf, judgeDose, ulPerCm } from '../../../../renderer/features/plan/dose-entry.ts';
import { cardsOf } from '../../../../renderer/features/plan/plan-cards.ts';
import { differenceText, perCmText, plannedSlipText } from '../../../../renderer/text/plan-dose-text.ts';
import type { UsualDose } from '../../../../shared/domain/dose/usual-dose.ts';
import { microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';
import { line } from '../session/session-fixture.ts';
import { draftWith, planFacts } from './plan-fixture.ts';

const facts = planFacts([line(1)]);
const card = cardsOf(draftWith(0, []), facts)[0];
if (!card?.proposed) throw new Error('a card with a proposal is needed');
const { preparation, punctures } = card.proposed;
const judge = (volume: string, usual: readonly UsualDose[] = [], count = punctures) =>
  judgeDose({ preparation, punctures: count, volume }, card, facts, usual);

/** 1 mL to 100 mm, by 14 veins. */
const usual: readonly UsualDose[] = [
  { veinKind: 'reticular', veinPattern: 'line', form: 'liquid', volumeUl: 1_000, extent: 100, samples: 14 },
];

describe('a dose as it is typed in the plan', () => {
  it('reads comma and point alike, and refuses what could be two volumes', () => {
    expect(judge('0,3').dose).toEqual(judge('0.3').dose);
    expect(judge('1.000')).toMatchObject({ dose: null, failure: { code: 'volume/ambiguous' } });
  });

  it('says by how much it differs from the proposal', () => {
    const { difference } = judge('0.2', [], punctures + 2);
    expect(difference).toMatchObject({ punctures: 2, perPunctureUl: -100 });
    expect(difference && differenceText(difference)).toContain('2 punctures more, 0.1');
    const same = judge('0.3').difference;
    expect(same && differenceText(same)).toBeNull();
  });

  it('catches ten times the proposal, in words with both numbers', () => {
    const [slip] = judge('3').slips;
    expect(slip && plannedSlipText(slip)).toMatch(/^3\smL in each is ten times the 0\.3\smL proposed/);
  });

  it('catches what is far from the surgeon’s own usual, and asks nothing where little is known', () => {
    const extent = card.measures.lengthMm;
    const own = { veinKind: 'reticular', veinPattern: 'line', form: 'liquid' } as const;
    const scant = [{ ...own, volumeUl: 10, extent, samples: 14 }];
    expect(judge('0.3', scant).slips.map(({ against }) => against)).toEqual(['usual']);
    expect(judge('0.3', [{ ...own, volumeUl: 10, extent, samples: 9 }]).slips).toEqual([]);
    expect(customOf(card, 'foam', usual)).toBeNull();
  });

  it('shows the limit of one injection as it would stand', () => {
    const over = judge('0.4').perInjection.filter(({ projectedState }) => projectedState === 'over');
    expect(over.map(({ cap }) => cap)).toEqual([300]);
    expect(judge('0.3').perInjection.some(({ projectedState }) => projectedState === 'over')).toBe(false);
  });

  it('says what is off label', () => {
    const strong = { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(30_000) } as const;
    expect(judgeDose({ preparation: strong, punctures: 1, volume: '0.1' }, card, facts, []).offLabel).toBe(
      'too-strong',
    );
  });

  it('shows millilitres per centimetre', () => {
    expect(ulPerCm(microlitres(1_000), 100, false)).toBe(100);
    expect(perCmText(86, false)).toMatch(/^0\.086\smL per cm$/);
    expect(ulPerCm(microlitres(1_000), 0, false)).toBeNull();
  });
});
