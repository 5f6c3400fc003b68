import { mapSvg } from '../../../canvas/export/map-svg.ts';
import type { MapSheet } from '../../../canvas/export/map-sheet.ts';
import { useDrawnSheet, type DrawnSheet } from '../../../canvas/export/use-drawn-sheet.ts';

/** The sheet of the map as SVG. */
export function useMapSvg(sheet: MapSheet | null): DrawnSheet {
  return useDrawnSheet(sheet, sheet === null ? '' : wordsOf(sheet), mapSvg);
}

/** All that people typed and that the sheet may show. */
function wordsOf({ titleBlock, pins }: MapSheet): string {
  const notes = pins.map((pin) => (pin.mark === 'note' ? pin.text : pin.mark === 'site' ? pin.note : ''));
  const { patientName, recordNumber, caseName, clinicName } = titleBlock;
  return [patientName, recordNumber, caseName, clinicName, ...notes].join(' ');
}
