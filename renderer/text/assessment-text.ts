import type { VcssItem } from '../../shared/domain/patient/assessment.ts';
import { POLIDOCANOL_ALLERGY_ID } from '../../shared/domain/patient/eligibility.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import { GRADE_WORDS } from './eligibility-text.ts';
import { dateText } from './format.ts';

const plural = (count: number, one: string, many: string) => `${String(count)} ${count === 1 ? one : many}`;

/** Words of the assessment. */
export const assessmentText = {
  title: 'Assessment',
  save: 'Save assessment',
  notYet: 'Not assessed yet',
  mendFirst: 'Mend the marked reason first',
  recorded: (by: string) => `last by ${by}`,
  eligibility: 'May this patient be treated?',
  yes: 'Yes',
  no: 'No',
  noToRest: 'No to all that are left',
  unanswered: (count: number) => `${plural(count, 'question', 'questions')} not answered`,
  blocked: (count: number) =>
    `Not treated: ${plural(count, 'absolute contraindication', 'absolute contraindications')}`,
  needsAcceptance: (count: number) =>
    `${plural(count, 'relative contraindication', 'relative contraindications')} to accept`,
  eligible: 'May be treated',
  accepted: 'Treat all the same, because',
  acceptedHint: 'Empty: not accepted; a surgeon may still accept it when the session opens.',
  notTreated: 'Not treated while this is so.',
  foamOnly: 'foam only',
  eachSession: 'asked again at each session',
  grades: GRADE_WORDS,
  saidByAllergies: (questionId: string) =>
    questionId === POLIDOCANOL_ALLERGY_ID
      ? 'The allergies of this patient name polidocanol.'
      : 'The allergies of this patient say: prone to hypersensitivity.',
  proneMeans:
    'Counts as prone to hypersensitivity: a label may allow one injection only in the first session.',
  lifted: 'No one can allow it; it is lifted when the answer changes.',
  liftedByLiquid: 'It holds for foam only: a surgeon can plan liquid instead.',
  findings: (leg: string) => `${leg} leg`,
  ceap: 'CEAP clinical class',
  notExamined: 'Not examined',
  symptomatic: 'Symptoms',
  asymptomatic: 'None',
  symptoms: 'Yes',
  vcss: 'VCSS',
  vcssTotal: (total: number) => `${String(total)} of 30`,
  score: 'Score it',
  dropScore: 'Not scored',
  items: {
    pain: 'Pain',
    'varicose-veins': 'Varicose veins',
    oedema: 'Oedema',
    pigmentation: 'Pigmentation',
    inflammation: 'Inflammation',
    induration: 'Induration',
    'ulcer-count': 'Active ulcers, number',
    'ulcer-duration': 'Active ulcers, duration',
    'ulcer-size': 'Active ulcers, size',
    compression: 'Compression worn',
  } satisfies Record<VcssItem, string>,
  grading: '0 none · 1 mild · 2 moderate · 3 severe',
  history: 'Skin, earlier treatment, duplex',
  fitzpatrick: 'Fitzpatrick skin type',
  earlierTreatment: 'Earlier treatment',
  duplex: 'Duplex',
  duplexNotDone: 'Not done',
  duplexDone: 'Done',
  duplexFindings: 'Findings',
  consent: 'Consent',
  consentGiven: (form: string, date: CalendarDate) => `${form}, ${dateText(date)}`,
  consentBy: (by: string) => `recorded by ${by}`,
  noConsent: 'No consent on record',
  consentForm: 'Form the patient signed',
  consentDate: 'Signed on',
  consentDefault: 'Microsclerotherapy, polidocanol',
  recordConsent: 'Record consent',
  renewConsent: 'Record another',
  cancel: 'Cancel',
} as const;
