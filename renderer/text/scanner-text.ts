import type { ScanBurst, ScanFinding, ScanInspection } from '../../shared/domain/stock/inspect-scan.ts';
import { MOST_MS_BETWEEN_KEYS, MOST_MS_OUTSIDE_FIELDS } from '../../shared/domain/stock/scan-speed.ts';
import type { KeyTurn } from '../../shared/domain/stock/turned-keys.ts';
import { NBSP } from './format.ts';

const LEAST_KEYS_IN_WORDS = 'ten';

/** Words of the scanner’s set-up. */
export const scannerText = {
  testTitle: 'Test code',
  testHint:
    'Scan it from the screen. It is on no box and can never get into stock; its last day, 31 Jan 2020, is gone on purpose.',
  testLabel: 'Test code for the scanner',
  boxesToo:
    'Then scan a box: its square code is typed in the same way, if the scanner can read square codes.',
  setUp: 'How this scanner works',
  sendsSeparators: 'It sends the separator behind a lot',
  separator: 'It types this key instead',
  arrivedTitle: 'What arrived',
  waiting:
    'Scan any pack here, or the test code above. Nothing has to be tapped first, and nothing is stored.',
  typedTitle: 'Keys, as they came',
  facts: {
    characters: 'Characters',
    gap: 'Slowest gap',
    end: 'Ends with',
    prefix: 'Kind of code',
    separators: 'Separator',
  },
  noPrefix: 'not said by the scanner',
  noEnd: 'nothing',
  gap: (ms: number) => `${String(Math.ceil(ms))}${NBSP}ms`,
  gapAllowed: `at most ${String(MOST_MS_BETWEEN_KEYS)}${NBSP}ms`,
  separators: {
    'ascii-29': 'sent, as GS (FNC1)',
    'alt-029': 'sent, as Alt 0 2 9',
    agreed: 'sent, as the key agreed on',
    none: 'none arrived',
  } satisfies Record<ScanInspection['separators'], string>,
  readTitle: 'Read as',
  isTest: 'the test code',
  noProduct: 'No product of the clinic has this code yet: it is asked for when a box is scanned.',
  keepSeparators: 'Keep: it sends separators',
  keepKey: (key: string) => `Keep “${key}” as the separator`,
  dropSeparators: 'Take back: it sends no separators',
  kept: 'Kept for this computer.',
} as const;

/** `GS1 DataMatrix` for `]d2`; null: a prefix that no pack should have. */
export function prefixText(prefix: string): string {
  const names: Readonly<Record<string, string>> = {
    ']d2': 'GS1 DataMatrix',
    ']d1': 'DataMatrix',
    ']C1': 'GS1-128, bars',
    ']C0': 'Code 128, bars that are no GS1 code',
    ']Q3': 'GS1 QR code',
    ']e0': 'GS1 DataBar',
    ']E0': 'EAN-13, the bars for the till',
  };
  return `${prefix} · ${names[prefix] ?? 'no kind that is used for medicines'}`;
}

/** What an element of a code is: `10 · Lot`. */
export function elementText(identifier: string): string {
  const names: Readonly<Record<string, string>> = {
    '01': 'Product (GTIN)',
    ppn: 'Product (PPN)',
    '10': 'Lot',
    '11': 'Made on',
    '17': 'Last day',
    '21': 'Serial number',
  };
  return names[identifier] ?? `Element ${identifier}`;
}

const KEYBOARDS: Readonly<Record<KeyTurn, string>> = {
  german: 'The scanner types as on an American keyboard, this computer has a German one.',
  french: 'The scanner types as on an American keyboard, this computer has a French one.',
  'caps-lock': 'Capitals and small letters are turned: Caps Lock is on, or the scanner is set to turn them.',
};
const SET_KEYBOARD =
  'Set the scanner to the keyboard of this computer: its manual has a code to scan for that, under “keyboard country”.';

interface FindingWords {
  readonly what: string;
  readonly todo: string;
}

/** What is not as it should be, and what to do about it. */
export function findingText(
  finding: ScanFinding,
  { otherKeys, slowestGapMs }: Pick<ScanBurst, 'otherKeys' | 'slowestGapMs'>,
): FindingWords {
  switch (finding.kind) {
    case 'no-enter':
      return finding.end === 'Tab'
        ? {
            what: 'Tab came behind the code instead of Enter.',
            todo: 'Boxes are read like this as well; Enter is the safer one. The scanner’s manual calls it the suffix.',
          }
        : {
            what: 'No Enter came behind the code, so nobody can tell where it ends.',
            todo: 'Set the suffix of the scanner to Enter (also called CR).',
          };
    case 'too-slow':
      return {
        what: `The keys came slowly: ${scannerText.gap(slowestGapMs)} between two of them.`,
        todo:
          slowestGapMs > MOST_MS_OUTSIDE_FIELDS
            ? 'This is taken for typing. Set the delay between characters to 0 in the scanner.'
            : 'While the cursor is in a field this is taken for typing. Set the delay between characters to 0 in the scanner.',
      };
    case 'too-short':
      return {
        what: `Fewer than ${LEAST_KEYS_IN_WORDS} characters came: this is not the code of a pack.`,
        todo: 'Scan the square code on the box, not the one for the till.',
      };
    case 'other-keys':
      return {
        what: `Keys came that are no characters: ${otherKeys.join(', ')}.`,
        todo: 'The scanner sends its separator in its own way. Set it to send it as ASCII 29 (GS), or as a key of your choice.',
      };
    case 'turned':
      return {
        what: KEYBOARDS[finding.by],
        todo: finding.by === 'caps-lock' ? 'Switch Caps Lock off and scan again.' : SET_KEYBOARD,
      };
    case 'separator-lost':
      return finding.isSure
        ? {
            what: 'The separator behind the lot did not arrive.',
            todo: 'You will be asked which lot it is wherever a code can be read in several ways. Better: set the scanner to send ASCII 29 (GS, FNC1).',
          }
        : {
            what: 'A separator is missing, so this code can be read in several ways; at the box you would be asked.',
            todo: 'Scan the test code: it tells whether the scanner loses separators.',
          };
    case 'separator-typed':
      return {
        what: `“${finding.as}” came in place of the separator.`,
        todo: 'Keep this key as the separator: then lots are read without a question.',
      };
    case 'not-as-shown':
      return {
        what: `The test code arrived otherwise than it is shown, from character ${String(finding.at + 1)} on.`,
        todo: `Scan it again; if it stays so: ${SET_KEYBOARD}`,
      };
  }
}

/** In a word: how the scanner does. */
export function verdictText({ findings, reading, isTestCode }: ScanInspection): {
  readonly tone: 'ok' | 'warn' | 'hard';
  readonly words: string;
} {
  if (isTestCode && findings.length === 0)
    return { tone: 'ok', words: 'The test code arrived as it is shown: this scanner works.' };
  if (!isTestCode && reading.kind === 'unreadable')
    return { tone: 'hard', words: 'This was not read as the code of a pack.' };
  if (findings.length === 0) return { tone: 'ok', words: 'This pack is read.' };
  if (findings.some(isNoScan)) return { tone: 'hard', words: 'The program would not take this for a scan.' };
  const isRead = isTestCode
    ? findings.every(({ kind }) => kind !== 'turned' && kind !== 'not-as-shown')
    : true;
  return isRead
    ? { tone: 'warn', words: 'It is read, but not everything is as it should be.' }
    : { tone: 'hard', words: 'The code arrives changed: lots would be wrong.' };
}

function isNoScan(finding: ScanFinding): boolean {
  return finding.kind === 'too-short' || (finding.kind === 'no-enter' && finding.end === null);
}
