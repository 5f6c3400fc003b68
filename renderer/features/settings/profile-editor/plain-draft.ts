import type { ProfileContent } from '../../../../shared/contract/profiles.ts';
import { ownWords } from './figure-drafts.ts';
import { own, Reader, type Read } from './read-figures.ts';

/** The figures of which a profile has one each, as they are being typed. An optional one that is empty throughout is not said. */
export interface PlainDraft {
  readonly minimumDays: string;
  readonly usualDays: string;
  readonly intervalSource: string;
  readonly observation: string;
  readonly observationSource: string;
  readonly telangiectasia: string;
  readonly reticular: string;
  readonly compressionSource: string;
  readonly pauseHours: string;
  readonly pauseSource: string;
  readonly confirmAfterDays: string;
  readonly confirmChangePercent: string;
  readonly weighingSource: string;
  readonly sessionsFrom: string;
  readonly sessionsTo: string;
  readonly improvementFrom: string;
  readonly improvementTo: string;
  readonly months: string;
  readonly expectationSource: string;
  readonly secondsPerPuncture: string;
  readonly usualMinutes: string;
  readonly mostMinutes: string;
  readonly paceSource: string;
}

export type PlainField = keyof PlainDraft;
type PlainContent = Omit<ProfileContent, 'summary' | 'limits' | 'strengths' | 'contraindications'>;

export function plainDraftOf(content: PlainContent, label: ReadonlySet<string>): PlainDraft {
  const { interval, observationMinutes, compressionDays, breastfeedingPause, weighing, expectation, pace } =
    content;
  const text = (value: number | undefined) => (value === undefined ? '' : String(value));
  const words = (figure: Parameters<typeof ownWords>[0] | undefined) =>
    figure ? ownWords(figure, label) : '';
  return {
    minimumDays: text(interval.minimumDays),
    usualDays: text(interval.usualDays),
    intervalSource: words(interval.source),
    observation: text(observationMinutes.value),
    observationSource: words(observationMinutes.source),
    telangiectasia: text(compressionDays.telangiectasia),
    reticular: text(compressionDays.reticular),
    compressionSource: words(compressionDays.source),
    pauseHours: text(breastfeedingPause?.hours),
    pauseSource: words(breastfeedingPause?.source),
    confirmAfterDays: text(weighing?.confirmAfterDays),
    confirmChangePercent: text(weighing?.confirmChangePercent),
    weighingSource: words(weighing?.source),
    sessionsFrom: text(expectation?.sessions.from),
    sessionsTo: text(expectation?.sessions.to),
    improvementFrom: text(expectation?.improvementPercent.from),
    improvementTo: text(expectation?.improvementPercent.to),
    months: text(expectation?.monthsToResult),
    expectationSource: words(expectation?.source),
    secondsPerPuncture: text(pace?.secondsPerPuncture),
    usualMinutes: text(pace?.sessionMinutes.usual),
    mostMinutes: text(pace?.sessionMinutes.most),
    paceSource: words(pace?.source),
  };
}

const DAYS = [0, 365] as const;

/** The figures, with their faults by the field of the draft. */
export function readPlain(draft: PlainDraft): Read<PlainContent> {
  const reader = new Reader();
  const whole = (field: PlainField, range: readonly [number, number], word: string) =>
    reader.whole(field, draft[field], range, word);
  return reader.of<PlainContent>({
    interval: {
      minimumDays: whole('minimumDays', DAYS, 'days'),
      usualDays: whole('usualDays', DAYS, 'days'),
      source: own(draft.intervalSource),
    },
    observationMinutes: {
      value: whole('observation', [0, 240], 'minutes'),
      source: own(draft.observationSource),
    },
    compressionDays: {
      telangiectasia: whole('telangiectasia', [0, 90], 'days'),
      reticular: whole('reticular', [0, 90], 'days'),
      source: own(draft.compressionSource),
    },
    breastfeedingPause: isSaid(draft, ['pauseHours'])
      ? { hours: whole('pauseHours', [0, 336], 'hours'), source: own(draft.pauseSource) }
      : null,
    ...(isSaid(draft, ['confirmAfterDays', 'confirmChangePercent']) && {
      weighing: {
        confirmAfterDays: whole('confirmAfterDays', [1, 730], 'days'),
        confirmChangePercent: whole('confirmChangePercent', [1, 50], '%'),
        source: own(draft.weighingSource),
      },
    }),
    expectation: isSaid(draft, ['sessionsFrom', 'sessionsTo', 'improvementFrom', 'improvementTo', 'months'])
      ? {
          sessions: {
            from: whole('sessionsFrom', [1, 20], 'sessions'),
            to: whole('sessionsTo', [1, 20], 'sessions'),
          },
          improvementPercent: {
            from: whole('improvementFrom', [0, 100], '%'),
            to: whole('improvementTo', [0, 100], '%'),
          },
          monthsToResult: whole('months', [1, 24], 'months'),
          source: own(draft.expectationSource),
        }
      : null,
    pace: isSaid(draft, ['secondsPerPuncture', 'usualMinutes', 'mostMinutes'])
      ? {
          secondsPerPuncture: whole('secondsPerPuncture', [1, 1_800], 'seconds'),
          sessionMinutes: {
            usual: whole('usualMinutes', [1, 240], 'minutes'),
            most: whole('mostMinutes', [1, 240], 'minutes'),
          },
          source: own(draft.paceSource),
        }
      : null,
  });
}

function isSaid(draft: PlainDraft, fields: readonly PlainField[]): boolean {
  return fields.some((field) => draft[field].trim() !== '');
}

/** The field of the form in which the rules' field of a figure is typed. */
export const PLAIN_FIELDS: Readonly<Record<string, PlainField>> = {
  'interval.minimumDays': 'minimumDays',
  'interval.usualDays': 'usualDays',
  'interval.source': 'intervalSource',
  'observationMinutes.value': 'observation',
  'observationMinutes.source': 'observationSource',
  'compressionDays.telangiectasia': 'telangiectasia',
  'compressionDays.reticular': 'reticular',
  'compressionDays.source': 'compressionSource',
  'breastfeedingPause.hours': 'pauseHours',
  'breastfeedingPause.source': 'pauseSource',
  'weighing.confirmAfterDays': 'confirmAfterDays',
  'weighing.confirmChangePercent': 'confirmChangePercent',
  'weighing.source': 'weighingSource',
  'expectation.sessions.from': 'sessionsFrom',
  'expectation.sessions.to': 'sessionsTo',
  'expectation.improvementPercent.from': 'improvementFrom',
  'expectation.improvementPercent.to': 'improvementTo',
  'expectation.monthsToResult': 'months',
  'expectation.source': 'expectationSource',
  'pace.secondsPerPuncture': 'secondsPerPuncture',
  'pace.sessionMinutes.usual': 'usualMinutes',
  'pace.sessionMinutes.most': 'mostMinutes',
  'pace.source': 'paceSource',
};
