import type { SheetVariant } from '../../../canvas/export/map-sheet.ts';
import type { LegView } from '../../../../shared/domain/leg-map/vein.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';

/** `DC-00417 left leg 2026-09-03.svg`: never the patient's name, and a name that every system takes. */
export function exportFileName(
  sheet: {
    readonly recordNumber: string;
    readonly views: readonly LegView[];
    readonly mapDate: CalendarDate;
    readonly variant: SheetVariant;
  },
  ending: 'svg' | 'png',
): string {
  const record = fileNamePart(sheet.recordNumber);
  const legs = new Set(sheet.views.map(({ leg }) => leg));
  const words = legs.size > 1 ? 'both legs' : `${legs.has('left') ? 'left' : 'right'} leg`;
  const parts = [
    record === '' ? 'map' : record,
    words,
    sheet.mapDate,
    ...(sheet.variant === 'colour' ? [] : ['black-and-white']),
  ];
  return `${parts.join(' ')}.${ending}`;
}

/** A record number as it may stand in the name of a file on every system; may be empty. */
export function fileNamePart(recordNumber: string): string {
  return recordNumber.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').replaceAll(/^-+|-+$/g, '');
}
