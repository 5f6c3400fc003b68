import { compareProfiles } from '../../../../shared/domain/dose/compare-profiles.ts';
import { widerThanLabel } from '../../../../shared/domain/dose/wider-than-label.ts';
import { profileEditorText } from '../../../text/profile-editor-text.ts';
import { figureSummary } from '../../../text/profile-text.ts';
import type { FormTools } from './form-tools.ts';
import type { EditedProfile } from './profile-draft.ts';

export const SECTIONS = [
  'limits',
  'strengths',
  'questions',
  'times',
  'aftercare',
  'course',
  'summary',
  'changes',
] as const;
/** A part of the form; one is open at a time. */
export type Section = (typeof SECTIONS)[number];

const TIMES = ['interval', 'observation', 'compression', 'breastfeeding', 'weighing'] as const;
const COURSE = ['expectation', 'pace'] as const;
const COURSE_FIELDS =
  /^plain (sessions|improvement|months|expectation|secondsPer|usualMinutes|mostMinutes|pace)/;

/** What a section holds, in a line. */
export function sectionSummary(section: Section, tools: FormTools, { before, label }: EditedProfile): string {
  const { content } = tools.read;
  const words = profileEditorText;
  const limits = (severity: string) => content.limits.filter((limit) => limit.severity === severity).length;
  const questions = (grade: string) =>
    content.contraindications.filter((question) => question.grade === grade).length;
  const plain = (abouts: readonly string[]) =>
    abouts
      .flatMap((about) => tools.figureOf(about) ?? [])
      .map(figureSummary)
      .join('; ');
  switch (section) {
    case 'limits':
      return words.limitsSummary(limits('hard'), limits('soft'), limits('caution'));
    case 'strengths':
      return words.strengthsSummary(tools.draft.strengths.length);
    case 'questions':
      return words.questionsSummary(questions('absolute'), questions('relative'), questions('caution'));
    case 'times':
      return plain(TIMES);
    case 'aftercare':
      return words.aftercareSummary(tools.draft.aftercare.points.length);
    case 'course':
      return plain(COURSE);
    case 'summary':
      return tools.draft.summary;
    case 'changes':
      return words.changesSummary(
        compareProfiles(before, content).length,
        widerThanLabel(content, label).length,
      );
  }
}

export function sectionHasFault(section: Section, tools: FormTools): boolean {
  const fields = Object.keys(tools.read.faults);
  const isOf = (field: string): boolean => {
    switch (section) {
      case 'limits':
        return field === 'limits' || field.startsWith('limit ');
      case 'strengths':
        return field.startsWith('strength ');
      case 'questions':
        return field === 'contraindications' || field.startsWith('question ');
      case 'times':
        return field.startsWith('plain ') && !COURSE_FIELDS.test(field);
      case 'aftercare':
        return field === 'aftercare' || field.startsWith('aftercare ');
      case 'course':
        return COURSE_FIELDS.test(field);
      case 'summary':
      case 'changes':
        return false;
    }
  };
  return fields.some(isOf);
}

/** Whether a section differs from the version that the work began from. */
export function sectionHasChange(section: Section, tools: FormTools, { before }: EditedProfile): boolean {
  const abouts = {
    limits: ['limit'],
    strengths: ['strength'],
    questions: ['question'],
    times: TIMES,
    aftercare: ['aftercare'],
    course: COURSE,
    summary: [],
    changes: [],
  }[section] as readonly string[];
  if (section === 'summary') return before.summary !== tools.read.content.summary;
  return compareProfiles(before, tools.read.content).some(({ before: was, after }) =>
    abouts.includes((after ?? was)?.about ?? ''),
  );
}
