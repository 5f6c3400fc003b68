import { describe, expect, it } from 'vitest';
import type { AllergyStatement } from '../../../shared/domain/patient/patient.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { instantOf } from '../../../shared/kernel/time.ts';
import { allergyText } from '../../../renderer/text/allergy-text.ts';

const said = (over: Partial<AllergyStatement>): AllergyStatement => ({
  substances: [],
  polidocanol: false,
  proneToHypersensitivity: false,
  statedAt: instantOf(0),
  statedBy: idOf<'person'>('5f0c7a52-3f44-4c7e-9a3e-0a4e6f1a2b3c'),
  ...over,
});

describe('what the bar says of allergies', () => {
  it('tells nobody asked from none known', () => {
    expect(allergyText(null)).toEqual({ tone: 'warn', words: 'Allergies not asked' });
    expect(allergyText(said({}))).toEqual({ tone: 'plain', words: 'No known allergies' });
  });

  it('begins with what changes the treatment, however long the list is', () => {
    const substances = ['latex', 'plaster'];
    expect(allergyText(said({ substances })).words).toBe('Allergies: latex, plaster');
    expect(allergyText(said({ substances, proneToHypersensitivity: true })).words).toBe(
      'Prone to hypersensitivity · allergies: latex, plaster',
    );
    expect(allergyText(said({ substances, polidocanol: true }))).toEqual({
      tone: 'hard',
      words: 'Allergy: POLIDOCANOL, latex, plaster',
    });
  });
});
