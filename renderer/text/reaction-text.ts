import type { ReactionTimeFault } from '../features/session/reaction-model.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import { clockText } from './format.ts';
import type { Reaction, ReactionGrade, ReactionKind } from '../../shared/domain/session/reaction.ts';

export const REACTION_WORDS: Readonly<Record<ReactionKind, string>> = {
  wheal: 'Wheal at the site',
  vasovagal: 'Vasovagal',
  allergic: 'Allergic',
  pain: 'Pain',
  blanching: 'Blanching of the skin',
  'suspected-intra-arterial': 'Suspected intra-arterial',
  extravasation: 'Outside the vein',
  'visual-disturbance': 'Visual disturbance',
  headache: 'Headache',
  'chest-tightness': 'Chest tightness',
  cough: 'Cough',
  'dysaesthesia-or-speech': 'Dysaesthesia or speech',
  syncope: 'Syncope',
  haematoma: 'Haematoma',
  other: 'Other',
};

/** What a word stands for, where it needs it. */
export const REACTION_HINTS: Readonly<Partial<Record<ReactionKind, string>>> = {
  allergic: 'hives, shortness of breath',
  'visual-disturbance': 'scotoma',
  headache: 'migraine, with or without aura',
  blanching: 'beyond the vein',
  extravasation: 'extravasation',
};

export const REACTION_GRADE_WORDS: Readonly<Record<ReactionGrade, string>> = {
  mild: 'Mild',
  moderate: 'Moderate',
  severe: 'Severe',
};

/** Why a reaction was recorded by mistake. */
export const REACTION_STRIKE_REASONS = ['Was none', 'Another kind', 'Entered twice'];

/** `Wheal at the site, mild` */
export function reactionText({ kind, grade }: Pick<Reaction, 'kind' | 'grade'>): string {
  return `${REACTION_WORDS[kind]}, ${REACTION_GRADE_WORDS[grade].toLowerCase()}`;
}

/** Something to do first, and where it is written. */
export interface FirstStep {
  readonly text: string;
  /** Null: no source says it; it is the clinic's own procedure. */
  readonly source: string | null;
}

const own = (text: string): FirstStep => ({ text, source: null });

const STOP = own('Stop injecting; stay with the patient.');
const EMERGENCY_PLAN = 'Oxygen on site, a written plan and a way to hospital belong to the clinic';
const PRACTICE = 'Reina, How to manage complications (Phlebolymphology)';

/**
 * What to do first at what pauses a session: only what the clinical reference supports, each with its source, and beside that the
 * words that this is for the clinic's own procedure to say. It is no advice of the program.
 */
export function firstStepsOf(kind: ReactionKind): readonly FirstStep[] {
  switch (kind) {
    case 'suspected-intra-arterial':
      return [
        { text: 'Leave the needle where it is; leg down.', source: 'Swiss label, second-hand' },
        {
          text: 'Through it 5–10 mL lidocaine or mepivacaine 1–2 % and 500 IU heparin.',
          source: 'Swiss label, second-hand: an instruction, not from trials',
        },
        { text: 'Call a vascular surgeon at once.', source: 'Asclera, safety information' },
      ];
    case 'allergic':
      return [
        STOP,
        { text: 'Be ready to treat anaphylaxis at once.', source: 'Asclera, safety information' },
        { text: 'Follow the written anaphylaxis plan.', source: 'BAS code of conduct' },
      ];
    case 'visual-disturbance':
    case 'dysaesthesia-or-speech':
      return [
        STOP,
        { text: 'Follow the written plan for neurological deficit.', source: PRACTICE },
        {
          text: 'Keep lying down longer, no straining (Valsalva).',
          source: 'UK label 2018, for foam given after such symptoms',
        },
      ];
    case 'chest-tightness':
    case 'syncope':
      return [
        STOP,
        own('Follow the clinic’s own emergency plan.'),
        { text: `${EMERGENCY_PLAN}.`, source: PRACTICE },
      ];
    case 'extravasation':
    case 'pain':
      return [
        STOP,
        {
          text: 'A local anaesthetic without adrenaline may be infiltrated around it.',
          source: 'Asclera, safety information',
        },
      ];
    default:
      return [STOP, own('Follow the clinic’s own procedure.')];
  }
}

const WATCHED = 'Watched';
const LYING = 'Lying down, legs up';

/** What is often done, for one tap: what was done is the record's, not the program's advice. */
export function donePhrases(kind: ReactionKind): readonly string[] {
  switch (kind) {
    case 'suspected-intra-arterial':
      return ['Needle left', 'Leg down', 'Anaesthetic and heparin given', 'Vascular surgeon called'];
    case 'allergic':
      return ['Injection stopped', 'Anaphylaxis plan followed', 'Oxygen', 'Ambulance called', WATCHED];
    case 'visual-disturbance':
    case 'dysaesthesia-or-speech':
      return ['Injection stopped', 'Lying down', 'No straining', 'Surgeon called', 'Ambulance called'];
    case 'chest-tightness':
      return ['Injection stopped', 'Oxygen', 'Surgeon called', 'Ambulance called', WATCHED];
    case 'vasovagal':
    case 'syncope':
      return ['Injection stopped', LYING, 'Surgeon called', WATCHED];
    case 'extravasation':
    case 'pain':
      return ['Injection stopped', 'Local anaesthetic without adrenaline', 'Cooled', WATCHED];
    case 'haematoma':
      return ['Pressed', 'Cooled', 'Compression', WATCHED];
    default:
      return ['Injection stopped', WATCHED, 'Surgeon called'];
  }
}

/** Why a time is not taken. */
export function reactionTimeText(fault: ReactionTimeFault, openedAt: Instant): string {
  switch (fault) {
    case 'no-time':
      return 'Give the time, like 09:40.';
    case 'future':
      return 'That is later than now.';
    case 'before-opening':
      return `This session was opened at ${clockText(openedAt)}.`;
    default:
      return assertNever(fault);
  }
}

/** What stands under the grade: what this reaction does to the session. */
export const PAUSES_TEXT = 'This pauses the session until a surgeon lets it go on.';
