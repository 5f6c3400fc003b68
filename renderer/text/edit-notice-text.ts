import type { MapNotice } from '../features/map/edit-notice.ts';
import { LEG_WORDS } from './map-text.ts';

type PlainCode = Exclude<MapNotice, { labels: unknown } | { count: unknown } | { label: unknown }>['code'];

const PLAIN: Readonly<Record<PlainCode, string>> = {
  'beside-leg': 'Nothing drawn: begin on the leg.',
  'branch-needs-line': 'Nothing drawn: select the line that the branch belongs to first.',
  'branch-elsewhere': 'Nothing drawn: a branch lies on the same view as its line.',
  'fewest-points': 'Nothing removed: a line needs two points, a web three.',
  'feeder-from-nothing': 'Nothing changed: begin on a vein, and drag to the one that feeds it.',
  'feeder-to-nothing': 'Nothing changed: let go on the vein that feeds it.',
  'too-short-to-measure': 'Nothing measured: the two points must be at least 20 mm apart.',
  'feeder-itself': 'Nothing changed: a vein does not feed itself.',
  'feeder-other-leg': 'Nothing changed: a feeder lies on the same leg.',
  'feeder-circle': 'Nothing changed: it is fed by this very vein, directly or through others.',
  'join-lines-of-one-view': 'Nothing joined: select two lines of one view.',
  'join-too-long': 'Nothing joined: together they have too many branches or too long a note.',
  'too-many-branches': 'Nothing drawn: a line has at most 60 branches.',
  'split-lines-only': 'Nothing split: only a line can be split.',
  'split-too-near-end': 'Nothing split: each part must be at least 2 mm long.',
  'implausible-scale': 'Not set: no leg is so much smaller or larger. Check the distance, or measure again.',
  'nothing-to-copy': 'Nothing to copy: select veins, sites or notes first.',
};

/** What is said of the last gesture on the map. */
export function noticeText(notice: MapNotice): string {
  switch (notice.code) {
    case 'has-injections':
      return `${notice.labels.join(', ')}: injected, and so kept on the map as recorded.`;
    case 'copied':
      return `Copied: ${counted(notice.count)}.`;
    case 'mirrored':
      return `Mirrored to the ${LEG_WORDS[notice.leg]} leg: ${counted(notice.count)}.`;
    case 'fed':
      return `${notice.label} is fed by ${notice.feeder}.`;
    default:
      return PLAIN[notice.code];
  }
}

function counted(count: number): string {
  return count === 1 ? '1 item' : `${String(count)} items`;
}
