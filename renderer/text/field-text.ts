import type { InputIssue } from '../../shared/contract/failure.ts';

/** What is wrong with a field, from the rule it breaks. */
export function ruleText(rule: string): string {
  switch (rule) {
    case 'required':
      return 'This is needed.';
    case 'too_small':
      return 'This is too small or too short.';
    case 'too_big':
      return 'This is too large or too long.';
    case 'in-future':
      return 'This lies in the future.';
    case 'before-birth':
      return 'This lies before the birth date.';
    case 'nothing-measured':
      return 'Give a weight or a height.';
    case 'not-a-date':
      return 'Write a day, such as 14.03.1981 or 1981-03-14.';
    case 'not-a-weight':
      return 'A weight from 20 to 300 kg, such as 44 or 44.5.';
    case 'not-a-height':
      return 'A height from 100 to 250 cm, such as 152.';
    case 'pin':
      return 'A PIN has four to eight digits.';
    case 'pins-differ':
      return 'The two PINs differ.';
    case 'not-chosen':
      return 'Choose one.';
    case 'not-answered':
      return 'Answer yes or no.';
    case 'reason':
      return 'Write a few words why.';
    case 'unknown':
      return 'This is not known here.';
    default:
      return 'This does not fit.';
  }
}

/** What is wrong, by the path of each field; of several faults of one field the first counts. */
export function issueTexts(issues: readonly InputIssue[]): Readonly<Record<string, string>> {
  return Object.fromEntries(issues.toReversed().map(({ path, rule }) => [path, ruleText(rule)]));
}
