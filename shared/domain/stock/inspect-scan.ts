import { readScan, type ScanReading, type ScanSettings } from './read-scan.ts';
import { GROUP_SEPARATOR, plainCode, readElements } from './scan-elements.ts';
import { LEAST_KEYS, MOST_MS_BETWEEN_KEYS } from './scan-speed.ts';
import { TEST_CODE, TEST_GTIN } from './test-code.ts';
import { KEY_TURNS, unturned, type KeyTurn } from './turned-keys.ts';

/** A burst of keys as it arrived, whatever sent it. */
export interface ScanBurst {
  /** As `readScan` takes it. */
  readonly typed: string;
  /** The key behind it; null: none came. */
  readonly end: 'Enter' | 'Tab' | null;
  /** The longest time between two keys, in milliseconds. */
  readonly slowestGapMs: number;
  /** Keys that are no character, by their names: `F8`. */
  readonly otherKeys: readonly string[];
}

/** Something about a scanner that keeps it from being read, or from being read without a question. */
export type ScanFinding =
  | { readonly kind: 'no-enter'; readonly end: 'Tab' | null }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'too-short' }
  | { readonly kind: 'other-keys' }
  | { readonly kind: 'turned'; readonly by: KeyTurn }
  /** `isSure`: the test code has a separator, so it was lost; a box’s code may have had none. */
  | { readonly kind: 'separator-lost'; readonly isSure: boolean }
  /** The test code came with this character in the separator’s place. */
  | { readonly kind: 'separator-typed'; readonly as: string }
  /** The test code came otherwise than it is shown; `at` counts its characters from 0. */
  | { readonly kind: 'not-as-shown'; readonly at: number };

/** What arrived from a scanner, and what the program makes of it. */
export interface ScanInspection {
  /** The symbology prefix: `]d2`. Null: none. */
  readonly prefix: string | null;
  readonly separators: 'ascii-29' | 'alt-029' | 'agreed' | 'none';
  /** The test code; `reading` says so too unless it was turned beyond recognition. */
  readonly isTestCode: boolean;
  readonly reading: ScanReading;
  /** The elements by their identifiers, where there is one way to read them; nothing otherwise. */
  readonly elements: readonly (readonly [identifier: string, content: string])[];
  /** The gravest first; none: all is well. */
  readonly findings: readonly ScanFinding[];
}

/** Says how a burst of keys is read, and what about the scanner should be set otherwise. */
export function inspectScan(burst: ScanBurst, settings: ScanSettings): ScanInspection {
  const { typed } = burst;
  const code = codeFindings(typed, settings);
  const reading = readScan(typed, settings);
  const ways = readElements(typed, settings);
  return {
    prefix: /^\][A-Za-z]\d/.exec(typed)?.[0] ?? null,
    separators: separatorsOf(typed, settings),
    isTestCode: code.isTestCode,
    reading,
    elements: ways.length === 1 ? [...(ways[0] ?? [])] : [],
    findings: [...keyFindings(burst), ...code.findings],
  };
}

function separatorsOf(typed: string, { separator }: ScanSettings): ScanInspection['separators'] {
  if (typed.includes(GROUP_SEPARATOR)) return 'ascii-29';
  if (/Alt\+0?29/i.test(typed)) return 'alt-029';
  return separator !== null && separator !== '' && typed.includes(separator) ? 'agreed' : 'none';
}

function keyFindings({ typed, end, slowestGapMs, otherKeys }: ScanBurst): readonly ScanFinding[] {
  return [
    ...(end === 'Enter' ? [] : [{ kind: 'no-enter', end } as const]),
    ...(slowestGapMs > MOST_MS_BETWEEN_KEYS ? [{ kind: 'too-slow' } as const] : []),
    ...(typed.length < LEAST_KEYS ? [{ kind: 'too-short' } as const] : []),
    ...(otherKeys.length > 0 ? [{ kind: 'other-keys' } as const] : []),
  ];
}

interface CodeFindings {
  readonly isTestCode: boolean;
  readonly findings: readonly ScanFinding[];
}

function codeFindings(typed: string, settings: ScanSettings): CodeFindings {
  const asTest = testFindings(typed, settings);
  if (asTest) return { isTestCode: true, findings: asTest };
  const reading = readScan(typed, settings);
  if (reading.kind === 'ambiguous')
    return { isTestCode: false, findings: [{ kind: 'separator-lost', isSure: false }] };
  const by =
    reading.kind === 'unreadable' ? KEY_TURNS.find((turn) => isRead(unturned(typed, turn), settings)) : null;
  return { isTestCode: false, findings: by ? [{ kind: 'turned', by }] : [] };
}

function isRead(typed: string, settings: ScanSettings): boolean {
  return readScan(typed, settings).kind !== 'unreadable';
}

/** What became of the test code on its way; null: it is not the test code. */
function testFindings(typed: string, { separator }: ScanSettings): readonly ScanFinding[] | null {
  const arrived = plainCode(typed, separator);
  const straight = separatorFindings(arrived);
  if (straight) return straight;
  for (const by of KEY_TURNS) {
    const findings = separatorFindings(plainCode(unturned(typed, by), separator));
    if (findings) return [{ kind: 'turned', by }, ...findings];
  }
  if (!arrived.includes(TEST_GTIN)) return null;
  const at = Array.from(TEST_CODE).findIndex((character, place) => arrived[place] !== character);
  return [{ kind: 'not-as-shown', at: at < 0 ? TEST_CODE.length : at }];
}

/** What became of the separator, where all else is as it should be; null: something else differs. */
function separatorFindings(arrived: string): readonly ScanFinding[] | null {
  if (arrived === TEST_CODE) return [];
  const [before = '', behind = ''] = TEST_CODE.split(GROUP_SEPARATOR);
  if (arrived === before + behind) return [{ kind: 'separator-lost', isSure: true }];
  const as = arrived.slice(before.length, -behind.length);
  const isReplaced = as.length === 1 && arrived === before + as + behind;
  return isReplaced ? [{ kind: 'separator-typed', as }] : null;
}
