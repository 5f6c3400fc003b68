import { useEffect, useMemo, useState } from 'react';
import { mapSvg } from '../../../canvas/export/map-svg.ts';
import type { MapSheet, SheetMeans } from '../../../canvas/export/map-sheet.ts';
import { PAPER } from '../../../canvas/export/sheet-colours.ts';
import { loadSheetMeans } from '../../../canvas/export/sheet-means.ts';
import { useLegPictures } from '../../../canvas/paint/leg-picture.ts';

/** A sheet as SVG, or on its way there. */
export interface DrawnSheet {
  /** Null while font and pictures are read. */
  readonly svg: string | null;
  /** They could not be read. */
  readonly failed: boolean;
}

/** Draws a sheet with the font and the leg pictures of the app. */
export function useMapSvg(sheet: MapSheet | null): DrawnSheet {
  const legs = useLegPictures(PAPER);
  const [means, setMeans] = useState<SheetMeans | null | 'failed'>(null);
  const text = sheet === null ? '' : wordsOf(sheet);
  useEffect(() => {
    if (legs === null || text === '') return;
    let wanted = true;
    const tell = (outcome: SheetMeans | 'failed') => {
      if (wanted) setMeans(outcome);
    };
    loadSheetMeans(legs, text).then(tell, () => {
      tell('failed');
    });
    return () => {
      wanted = false;
    };
  }, [legs, text]);
  const failed = means === 'failed';
  const svg = useMemo(
    () => (sheet === null || means === null || means === 'failed' ? null : mapSvg(sheet, means)),
    [sheet, means],
  );
  return { svg, failed };
}

/** All that people typed and that the sheet may show. */
function wordsOf({ titleBlock, pins }: MapSheet): string {
  const notes = pins.map((pin) => (pin.mark === 'note' ? pin.text : pin.mark === 'site' ? pin.note : ''));
  const { patientName, recordNumber, caseName, clinicName } = titleBlock;
  return [patientName, recordNumber, caseName, clinicName, ...notes].join(' ');
}
