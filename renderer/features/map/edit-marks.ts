import { isPlausibleScale } from '../../../shared/domain/leg-map/measure.ts';
import type { MapMark, NoteMark, ScaleMark, SiteMark } from '../../../shared/domain/leg-map/map-mark.ts';
import { isMark, marksOf, type MapDocument } from '../../../shared/document/map-document.ts';
import type { MarkId, VeinId } from '../../../shared/kernel/ids.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import type { Place } from '../../canvas/tools/tool.ts';
import { diffOn, type Edit } from './edit-records.ts';
import type { EditResult } from './edit-veins.ts';
import type { Measuring } from './map-editor-state.ts';

/** Puts an injection site on the map; free where the vein it was meant for has gone since the hand went down. */
export function siteAdded(
  document: MapDocument,
  id: MarkId,
  { view, point }: Place,
  veinId: VeinId | null,
): Edit {
  const { leg, aspect } = view;
  const stillThere = veinId !== null && document.has(veinId) ? veinId : null;
  const site: SiteMark = { mark: 'site', id, leg, aspect, point, veinId: stillThere, note: '' };
  return { label: 'add-site', diff: diffOn(document, [site]), selection: [id] };
}

type WithoutId<Mark> = Mark extends MapMark ? Omit<Mark, 'id'> : never;
/** A mark that is not on the map yet: it gets its id there. */
export type NewMark = WithoutId<MapMark>;

/** Puts a site or a note on the map as it is. */
export function markAdded(document: MapDocument, mark: SiteMark | NoteMark): Edit {
  return { label: `add-${mark.mark}`, diff: diffOn(document, [mark]), selection: [mark.id] };
}

/** Gives a note its words, be it new or not; without words it goes. */
export function noteWritten(document: MapDocument, note: NoteMark, words: string): Edit {
  const text = words.trim();
  const known = document.has(note.id);
  if (text !== '') {
    const diff = diffOn(document, [{ ...note, text }]);
    return { label: known ? 'write-note' : 'add-note', diff, selection: [note.id] };
  }
  return { label: 'erase', diff: diffOn(document, [], known ? [note] : []), selection: [] };
}

/** A new note at a place. It has no words yet. */
export function blankNote(id: MarkId, { view, point }: Place): NoteMark {
  const { leg, aspect } = view;
  return { mark: 'note', id, leg, aspect, point, text: '', carriedOverFrom: null };
}

/** Sets the scale of the map by a measured distance, in place of an older one. */
export function scaleSet(
  document: MapDocument,
  { view, from, to }: Measuring,
  { id, distanceMm }: { readonly id: MarkId; readonly distanceMm: number },
): EditResult {
  const before = marksOf(document).find(({ mark }) => mark === 'scale');
  const { leg, aspect } = view;
  const mark: ScaleMark = { mark: 'scale', id: before?.id ?? id, leg, aspect, from, to, distanceMm };
  if (!isPlausibleScale(mark)) return err({ code: 'implausible-scale' });
  return ok({ label: 'scale', diff: diffOn(document, [mark]), selection: [mark.id] });
}

/** The note of an id; null where there is none. */
export function noteIn(document: MapDocument, id: MarkId | VeinId): NoteMark | null {
  const record = document.get(id);
  return record !== undefined && isMark(record) && record.mark === 'note' ? record : null;
}
