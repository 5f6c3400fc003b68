import { measureVein } from '../../shared/domain/leg-map/measure.ts';
import type { MapMark } from '../../shared/domain/leg-map/map-mark.ts';
import { veinLabel, type Vein } from '../../shared/domain/leg-map/vein.ts';
import { isVein, veinIn, type MapDocument, type MapRecord } from '../../shared/document/map-document.ts';
import type { Contested } from '../../shared/document/merge-maps.ts';
import type { VeinId } from '../../shared/kernel/ids.ts';
import { NBSP } from './format.ts';
import { COLOUR_WORDS, DEPTH_WORDS, KIND_WORDS, PATTERN_WORDS, sizeWords, viewTitle } from './map-text.ts';

/** One way in which two versions of a record differ; empty where there is nothing to say of a version. */
export interface DifferenceText {
  readonly what: string;
  readonly mine: string;
  readonly theirs: string;
}

export const conflictText = {
  title: (count: number) =>
    count === 1 ? 'Changed by both: which one holds?' : `${String(count)} changed by both: which one holds?`,
  explain:
    'Somebody else, or another window, changed the same and saved first. The map shows theirs; yours is kept here until you decide.',
  mine: 'Yours',
  theirs: 'Theirs',
  keepMine: 'Keep yours',
  keepTheirs: 'Keep theirs',
  allMine: 'Keep all of yours',
  allTheirs: 'Keep all of theirs',
  erased: 'erased',
  refusedTitle: (count: number) =>
    count === 1 ? 'Your last change is not saved.' : `${changes(count)} are not saved.`,
  again: 'Try again',
  giveUp: 'Take the first one back',
  giveUpOnly: 'Take it back',
  newsRead: 'OK',
  toMap: 'To the map',
} as const;

function changes(count: number): string {
  return count === 1 ? '1 change' : `${String(count)} changes`;
}

/** `Vein L4`, `Injection site`, `Note “tender”`, `Measured distance`. */
export function recordName(record: MapRecord): string {
  if (isVein(record)) return `Vein ${veinLabel(record)}`;
  switch (record.mark) {
    case 'site':
      return 'Injection site';
    case 'note':
      return `Note “${shortened(record.text)}”`;
    case 'scale':
      return 'Measured distance';
  }
}

/** What a merge did by itself, a sentence each. */
export function newsTexts({
  renumbered,
  cutLoose,
  document,
}: {
  readonly renumbered: ReadonlyMap<MapRecord['id'], number>;
  readonly cutLoose: readonly MapRecord[];
  readonly document: MapDocument;
}): readonly string[] {
  const labels = [...renumbered.keys()].flatMap((id) => {
    const vein = veinIn(document, id);
    return vein === undefined ? [] : [veinLabel(vein)];
  });
  return [
    'The map was changed elsewhere meanwhile. Your other changes were put on top of it.',
    ...(labels.length === 0
      ? []
      : [`Numbers that were taken meanwhile: your new veins are now ${labels.join(', ')}.`]),
    ...(cutLoose.length === 0
      ? []
      : [
          `No longer linked, because the vein was erased or the feeders would go round in a circle: ${cutLoose.map(recordName).join(', ')}.`,
        ]),
  ];
}

/** `2 changes on a map are not saved yet: …`, for the other pages. */
export function elsewhereText(waiting: number, ownerName: string | null, needsDecision: boolean): string {
  const are = waiting === 1 ? 'is' : 'are';
  if (ownerName !== null)
    return `${changes(waiting)} of ${ownerName} on a map ${are} not saved: only they can save.`;
  return needsDecision
    ? `${changes(waiting)} on the map ${are} not saved: a decision is needed there.`
    : `${changes(waiting)} on the map ${are} not saved yet. Phleboplan keeps trying.`;
}

/** What is said of a contested record: where both kept it, in what the two versions differ; else what the one changed that kept it. */
export function contestText(
  { base, mine, theirs }: Pick<Contested, 'base' | 'mine' | 'theirs'>,
  links: MapDocument,
  heightScale: number,
): readonly DifferenceText[] {
  if (mine !== null && theirs !== null) return differences(mine, theirs, links, heightScale);
  const kept = mine ?? theirs;
  const changed = base === null || kept === null ? [] : differences(kept, base, links, heightScale);
  const said = [
    { what: 'On the map', mine: 'kept and changed' },
    ...changed.map(({ what, mine: now }) => ({ what, mine: now })),
  ];
  return said.map(({ what, mine: now }, n) => {
    const erased = n === 0 ? conflictText.erased : '';
    return mine === null ? { what, mine: erased, theirs: now } : { what, mine: now, theirs: erased };
  });
}

/** In what two versions of a record differ. `links` gives the labels of feeders. */
function differences(
  mine: MapRecord,
  theirs: MapRecord,
  links: MapDocument,
  heightScale: number,
): readonly DifferenceText[] {
  const [own, other] = [factsOf(mine, links, heightScale), factsOf(theirs, links, heightScale)];
  const rows = own.map(([what, said], n) => ({ what, mine: said, theirs: other[n]?.[1] ?? '' }));
  const unlike = rows.filter((row) => row.mine !== row.theirs);
  const moved = JSON.stringify(shapeOf(mine)) !== JSON.stringify(shapeOf(theirs));
  const [shape] = rows;
  if (!moved || shape === undefined || unlike.includes(shape)) return unlike;
  return [{ ...shape, theirs: `${shape.theirs}, drawn differently` }, ...unlike];
}

type Fact = readonly [what: string, said: string];

function factsOf(record: MapRecord, links: MapDocument, heightScale: number): readonly Fact[] {
  return isVein(record) ? factsOfVein(record, links, heightScale) : factsOfMark(record, links);
}

function factsOfVein(vein: Vein, links: MapDocument, heightScale: number): readonly Fact[] {
  const size = sizeWords(measureVein(vein, heightScale));
  return [
    ['Course', `${viewTitle(vein)}, ${size}${NBSP}mm${branchWords(vein.branches.length)}`],
    ['Kind', KIND_WORDS[vein.kind]],
    ['Pattern', PATTERN_WORDS[vein.pattern]],
    ['Colour', COLOUR_WORDS[vein.colour]],
    ['Diameter', `${vein.diameterMm.toFixed(1)}${NBSP}mm`],
    ['Depth', DEPTH_WORDS[vein.depth]],
    ['Feeder', linkWords(vein.feederId, links)],
    ['Note', vein.note === '' ? 'none' : vein.note],
    ['Carried over', vein.carriedOverFrom === null ? 'confirmed' : 'to confirm'],
  ];
}

function factsOfMark(mark: MapMark, links: MapDocument): readonly Fact[] {
  const place: Fact = ['Course', viewTitle(mark)];
  switch (mark.mark) {
    case 'site':
      return [
        place,
        ['Vein', linkWords(mark.veinId, links)],
        ['Note', mark.note === '' ? 'none' : mark.note],
      ];
    case 'note':
      return [place, ['Text', mark.text]];
    case 'scale':
      return [place, ['Distance', `${String(mark.distanceMm)}${NBSP}mm`]];
  }
}

function branchWords(count: number): string {
  return count === 0 ? '' : count === 1 ? ', 1 branch' : `, ${String(count)} branches`;
}

function linkWords(id: VeinId | null, links: MapDocument): string {
  const vein = id === null ? undefined : veinIn(links, id);
  return vein === undefined ? 'none' : veinLabel(vein);
}

function shapeOf(record: MapRecord): unknown {
  if (isVein(record)) return [record.path, record.branches];
  return record.mark === 'scale' ? [record.from, record.to] : record.point;
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 22)} …` : text;
}
