import type {
  Contraindication,
  ContraindicationGrade,
  LabelProfile,
} from '../../shared/domain/dose/label-profile.ts';
import type { SaidBefore } from '../../shared/domain/patient/said-before.ts';
import type { WeightDoubt } from '../../shared/domain/patient/weighing.ts';
import { dateText, momentText, NBSP, weightText } from './format.ts';
import { sourceText } from './limit-text.ts';

/** The question about breastfeeding, which a label answers with a pause. */
const BREASTFEEDING_ID = 'breastfeeding';

export const GRADE_WORDS: Readonly<Record<ContraindicationGrade, string>> = {
  absolute: 'Absolute',
  relative: 'Relative',
  caution: 'Caution',
};

/** `Absolute · German label: …`: what weight a question has and where that comes from. */
export function questionSourceText({ grade, source, foamOnly }: Contraindication): string {
  const parts = [GRADE_WORDS[grade], source.text, ...(foamOnly ? ['for foam only'] : [])];
  return parts.join(' · ');
}

/** What a yes means, why, and who may lift it. */
export function consequenceText(question: Contraindication): string {
  const { grade, foamOnly, source } = question;
  const why = sourceText(source);
  const liquid = foamOnly ? ' It holds for foam only: a surgeon can plan liquid instead.' : '';
  switch (grade) {
    case 'absolute':
      return `Not treated while this is so: ${why}. No one can allow it here; it is lifted only when the answer changes.${liquid}`;
    case 'relative':
      return `A surgeon may accept it, with a reason and a PIN: ${why}.${liquid}`;
    case 'caution':
      return `To be thought of; nobody has to allow it: ${why}.`;
  }
}

/** How long breastfeeding is interrupted, where a clinic lets it pass; null for every other question. */
export function pauseText(
  question: Pick<Contraindication, 'id' | 'grade'>,
  { breastfeedingPause }: Pick<LabelProfile, 'breastfeedingPause'>,
): string | null {
  if (question.id !== BREASTFEEDING_ID || question.grade === 'absolute' || !breastfeedingPause) return null;
  const { hours, source } = breastfeedingPause;
  return `No breastfeeding for ${hoursText(hours)} after the dose: ${source.text}.`;
}

function hoursText(hours: number): string {
  if (hours < 48) return `${String(hours)}${NBSP}hours`;
  const days = Math.ceil(hours / 24);
  return `${String(days)}${NBSP}days (${String(hours)}${NBSP}hours)`;
}

/** `Last: no, 2 Nov 2026, session 2` */
export function saidBeforeText(said: SaidBefore | undefined): string {
  if (!said) return 'Not asked before';
  const where = said.atSession === null ? 'at the assessment' : `session ${String(said.atSession)}`;
  const [day] = momentText(said.saidAt).split(',');
  return `Last: ${said.present ? 'YES' : 'no'}, ${day ?? ''}, ${where}`;
}

/** Why a weight is looked at twice. */
export function weightDoubtText(doubt: WeightDoubt, weightG: number): string {
  const { last } = doubt;
  if (doubt.because === 'old') {
    return `The same as ${String(doubt.days)} days ago (${dateText(last.onDate)}): weighed again today?`;
  }
  const difference = weightG - last.weightG;
  const tenths = Math.round((Math.abs(difference) * 1_000) / last.weightG);
  const percent = `${String(Math.floor(tenths / 10))}.${String(tenths % 10)}${NBSP}%`;
  const word = difference > 0 ? 'more' : 'less';
  return `${percent} ${word} than ${weightText(last.weightG)} on ${dateText(last.onDate)}: is it right?`;
}
