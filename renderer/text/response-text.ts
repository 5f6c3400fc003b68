import {
  COUNTED_AFTER_DAYS,
  FEWEST_FOR_A_SHARE,
  LOST_AFTER_DAYS,
  SEVERAL,
  UNKNOWN,
  type Dimension,
  type LEFT_BESIDE,
  type LegPart,
  type Outcome,
} from '../../shared/domain/outcome/response-statistics.ts';
import type { ShareInterval } from '../../shared/domain/outcome/wilson.ts';
import type { VeinKind } from '../../shared/domain/leg-map/vein.ts';
import { NBSP, strengthText } from './format.ts';

export const KIND_WORDS: Readonly<Record<VeinKind, string>> = {
  telangiectasia: 'Telangiectasia',
  reticular: 'Reticular',
  varicose: 'Varicose',
};

export const PART_WORDS: Readonly<Record<LegPart, string>> = {
  hip: 'Groin, hip, buttock',
  thigh: 'Thigh',
  knee: 'Knee',
  leg: 'Lower leg',
  ankle: 'Ankle',
  foot: 'Foot',
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  cleared: 'Cleared',
  better: 'Better',
  same: 'Same',
  worse: 'Worse',
  'not-seen': 'Not seen',
  'not-rated': 'Left out of the review',
  'too-early': 'Rated within six weeks alone',
  'treated-since': 'Treated again since',
};

export const BESIDE_WORDS: Readonly<Record<(typeof LEFT_BESIDE)[number], string>> = {
  matting: 'Matting',
  pigmentation: 'Pigmentation',
  ulcer: 'Ulcer',
};

export const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  kind: 'Kind',
  diameter: 'Diameter',
  preparation: 'Strength, form',
  dose: 'mL per cm',
  skin: 'Skin type',
};

const weeks = (days: number) => String(Math.round(days / 7));

/** Words of the clinic's response statistics. */
export const responseText = {
  title: 'Response of the veins treated here',
  noAdvice:
    'Counts of this clinic alone, and no advice: who was given what was chosen, not drawn by lot, and nothing is ranked.',
  by: 'By',
  twoWay: 'Kind × strength',
  all: 'All veins',
  veins: 'n',
  treatedFrom: 'Treated from',
  treatedTo: 'to',
  part: 'Part of the leg',
  everyPart: 'Whole leg',
  kind: 'Kind',
  everyKind: 'Every kind',
  share: 'Share of',
  empty: 'No treated vein has been reviewed yet.',
  emptyHint: 'Numbers appear here with the reviews. Change the filters if there should be some.',
  tooFew: 'too few',
  leftOut: 'Not counted',
  unreviewed: (waiting: number, lost: number) =>
    `Cases without a review since the last session: ${String(waiting)} within ${weeks(LOST_AFTER_DAYS)} weeks of it, ${String(lost)} later: lost to follow-up.` +
    ' Of these only the days are filtered.',
  how: 'How is this counted?',
  rules: [
    `Each treated vein counts once: by its latest review at least ${weeks(COUNTED_AFTER_DAYS)} weeks after its last injection. A review that was corrected counts as corrected.`,
    'A vein is in the class of what it was when it was first injected, whatever the map says since. Several strengths or forms in one vein are a class of their own.',
    'mL per cm is all that the vein had been given by the record of the day of its review, over its length. Webs have no length: they are in “not known”, as are veins from before it was kept. A vein whose every injection was struck out is not counted.',
    `The range under a share is the 95${NBSP}% Wilson interval. With fewer than ${String(FEWEST_FOR_A_SHARE)} veins there is no share.`,
    'Matting, pigmentation and ulcer: veins with any grade of it at the review that counts.',
    'Veins are of the days of their last treatment, also in the filter.',
  ],
  listOf: 'Veins behind the number',
  chooseNumber: 'Choose a number to see its veins.',
  noVeins: 'None.',
  more: 'Show more',
  sessions: (numbers: readonly number[]) =>
    numbers.length === 0
      ? ''
      : `${numbers.length === 1 ? 'session' : 'sessions'} ${numbers.map(String).join(', ')}`,
} as const;

/** What a class of a dimension is called. */
export function classText(dimension: Dimension, key: string): string {
  if (key === UNKNOWN) return dimension === 'dose' ? 'Not known, webs' : 'Not known';
  if (key === SEVERAL) return 'Several';
  switch (dimension) {
    case 'kind':
      return key === 'telangiectasia' || key === 'reticular' || key === 'varicose' ? KIND_WORDS[key] : key;
    case 'diameter':
      return DIAMETERS[key] ?? key;
    case 'dose':
      return DOSES[key] ?? key;
    case 'skin':
      return `Type ${key}`;
    case 'preparation': {
      const [form, strength] = key.split(':');
      return `${strengthText(Number(strength))} ${form ?? ''}`;
    }
  }
}

const DIAMETERS: Readonly<Record<string, string>> = {
  'under-0.5': `under 0.5${NBSP}mm`,
  '0.5-1': `0.5–1${NBSP}mm`,
  '1-2': `over 1–2${NBSP}mm`,
  '2-3': `over 2–3${NBSP}mm`,
  'over-3': `over 3${NBSP}mm`,
};
const DOSES: Readonly<Record<string, string>> = {
  'under-0.05': 'under 0.05',
  '0.05-0.1': '0.05 to under 0.1',
  '0.1-0.2': '0.1 to under 0.2',
  '0.2-0.4': '0.2 to under 0.4',
  '0.4-up': '0.4 and more',
};

/** `62 %` */
export function shareText({ share }: ShareInterval): string {
  return `${String(Math.round(share * 100))}${NBSP}%`;
}

/** `36–82 %`: outwards, so that the range is not told narrower than it is. */
export function rangeText({ low, high }: ShareInterval): string {
  return `${String(Math.floor(low * 100))}–${String(Math.ceil(high * 100))}${NBSP}%`;
}
