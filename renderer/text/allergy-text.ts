import type { AllergyStatement } from '../../shared/domain/patient/patient.ts';

/** What was said about allergies, and how loud it has to be. Not asked is not the same as none known. */
export function allergyText(statement: AllergyStatement | null): {
  readonly tone: 'plain' | 'warn' | 'hard';
  readonly words: string;
} {
  if (!statement) return { tone: 'warn', words: 'Allergies not asked' };
  const { substances, polidocanol, proneToHypersensitivity } = statement;
  const prone = proneToHypersensitivity ? ' · prone to hypersensitivity' : '';
  if (polidocanol)
    return { tone: 'hard', words: `Allergy: ${['POLIDOCANOL', ...substances].join(', ')}${prone}` };
  // First what tightens a limit: of a long list the bar shows the beginning.
  if (substances.length > 0)
    return {
      tone: 'warn',
      words: `${prone ? 'Prone to hypersensitivity · allergies' : 'Allergies'}: ${substances.join(', ')}`,
    };
  return prone
    ? { tone: 'warn', words: 'No known allergies · prone to hypersensitivity' }
    : { tone: 'plain', words: 'No known allergies' };
}
