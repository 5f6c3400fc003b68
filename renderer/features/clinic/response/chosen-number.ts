import type { ResponseVeinsOf } from '../../../../shared/contract/statistics.ts';

/** The number whose veins are listed: in which classes, and what they have in common; `of` null: all that count. */
export interface ChosenNumber extends Pick<ResponseVeinsOf, 'classes' | 'of'> {
  /** What it is, in words. */
  readonly words: string;
}

/** What a table needs so that its numbers can be chosen. */
export interface NumberChoice {
  readonly chosen: ChosenNumber | null;
  readonly onChoose: (chosen: ChosenNumber) => void;
}

/** Whether two are the same number. */
export function isChosen(a: ChosenNumber, b: ChosenNumber | null): boolean {
  return b !== null && JSON.stringify([a.classes, a.of]) === JSON.stringify([b.classes, b.of]);
}
