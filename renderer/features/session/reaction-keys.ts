import type { ReactionKind } from '../../../shared/domain/session/reaction.ts';

/** The key of each kind in the list of reactions: a letter of what stands there, and never R, which opens the list and may still be down. */
export const REACTION_KEYS: Readonly<Record<ReactionKind, string>> = {
  wheal: 'W',
  vasovagal: 'V',
  allergic: 'A',
  pain: 'P',
  blanching: 'B',
  'suspected-intra-arterial': 'I',
  extravasation: 'E',
  'visual-disturbance': 'D',
  headache: 'H',
  'chest-tightness': 'T',
  cough: 'C',
  'dysaesthesia-or-speech': 'S',
  syncope: 'Y',
  haematoma: 'M',
  other: 'O',
};

/** The kind that a key stands for, or null. */
export function kindOfKey(key: string, kinds: readonly ReactionKind[]): ReactionKind | null {
  return kinds.find((kind) => REACTION_KEYS[kind] === key.toUpperCase()) ?? null;
}
