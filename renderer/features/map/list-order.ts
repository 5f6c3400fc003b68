import type { VeinMeasures } from '../../../shared/domain/leg-map/measure.ts';
import { REGIONS, type Region } from '../../../shared/domain/leg-map/region.ts';
import { VEIN_KINDS, veinLabel, type Vein, type VeinKind } from '../../../shared/domain/leg-map/vein.ts';
import { LEVEL_WORDS, REGION_WORDS, veinWordsInFull } from '../../text/map-text.ts';

/** A vein as the list shows it. */
export interface ListedVein {
  readonly vein: Vein;
  readonly measures: VeinMeasures;
  /** The session that it is planned for next; null: none. */
  readonly session: number | null;
}

export const LIST_COLUMNS = ['number', 'kind', 'region', 'size', 'diameter', 'session'] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

export interface ListOrder {
  readonly by: ListColumn;
  readonly descending: boolean;
}

export const BY_NUMBER: ListOrder = { by: 'number', descending: false };

export interface ListFilter {
  /** Words that must all stand in the label, the kind, the region or the note. */
  readonly text: string;
  readonly kind: VeinKind | null;
  readonly region: Region | null;
  readonly session: number | 'not-planned' | null;
  /** Only what was carried over and not seen again yet. */
  readonly toConfirm: boolean;
}

export const NO_FILTER: ListFilter = { text: '', kind: null, region: null, session: null, toConfirm: false };

export function isFiltering({ text, kind, region, session, toConfirm }: ListFilter): boolean {
  return text.trim() !== '' || kind !== null || region !== null || session !== null || toConfirm;
}

/** What passes the filter, in order. What is equal stands by its label; what is in no session comes last either way. */
export function listed(
  veins: readonly ListedVein[],
  filter: ListFilter,
  order: ListOrder,
): readonly ListedVein[] {
  const sign = order.descending ? -1 : 1;
  return veins
    .filter((row) => passes(row, filter))
    .toSorted((a, b) => compared(a, b, order.by, sign) || byLabel(a.vein, b.vein));
}

function passes({ vein, measures, session }: ListedVein, filter: ListFilter): boolean {
  if (filter.kind !== null && vein.kind !== filter.kind) return false;
  if (filter.region !== null && measures.region !== filter.region) return false;
  if (filter.session !== null && filter.session !== (session ?? 'not-planned')) return false;
  if (filter.toConfirm && vein.carriedOverFrom === null) return false;
  const wanted = filter.text.toLowerCase().split(/\s+/);
  const words = wanted[0] === '' && wanted.length < 2 ? '' : wordsOf(vein, measures);
  return wanted.every((word) => words.includes(word));
}

function wordsOf(vein: Vein, { region, level }: VeinMeasures): string {
  return [veinLabel(vein), veinWordsInFull(vein), REGION_WORDS[region], LEVEL_WORDS[level], vein.note]
    .join(' ')
    .toLowerCase();
}

function compared(a: ListedVein, b: ListedVein, by: ListColumn, sign: number): number {
  switch (by) {
    case 'number':
      return sign * byLabel(a.vein, b.vein);
    case 'kind':
      return sign * (kindRank(a.vein) - kindRank(b.vein));
    case 'region':
      return sign * (REGIONS.indexOf(a.measures.region) - REGIONS.indexOf(b.measures.region));
    case 'size':
      return sign * (a.measures.lengthMm - b.measures.lengthMm);
    case 'diameter':
      return sign * (a.vein.diameterMm - b.vein.diameterMm);
    case 'session':
      if (a.session === null || b.session === null)
        return Number(a.session === null) - Number(b.session === null);
      return sign * (a.session - b.session);
  }
}

/** By kind, within it lines before webs, within those by the name of the colour. */
function kindRank({ kind, pattern, colour }: Vein): number {
  const colours = ['blue', 'blue-green', 'purple', 'red'];
  return VEIN_KINDS.indexOf(kind) * 100 + (pattern === 'web' ? 10 : 0) + colours.indexOf(colour);
}

/** Right before left, then by number. */
export function byLabel(a: Vein, b: Vein): number {
  return a.leg === b.leg ? a.number - b.number : a.leg === 'right' ? -1 : 1;
}
