import { useEffect, useMemo, useState } from 'react';
import { useLegPictures } from '../paint/leg-picture.ts';
import type { SheetMeans } from './map-sheet.ts';
import { PAPER } from './sheet-colours.ts';
import { loadSheetMeans } from './sheet-means.ts';

/** A sheet as SVG, or on its way there. */
export interface DrawnSheet {
  /** Null while font and pictures are read. */
  readonly svg: string | null;
  /** They could not be read. */
  readonly failed: boolean;
}

/**
 * Draws a sheet with the font and the leg pictures of the app. `words` is all that people typed and that the sheet may show. The
 * function that draws should stay the same from one render to the next.
 */
export function useDrawnSheet<Sheet>(
  sheet: Sheet | null,
  words: string,
  draw: (sheet: Sheet, means: SheetMeans) => string,
): DrawnSheet {
  const legs = useLegPictures(PAPER);
  const [means, setMeans] = useState<SheetMeans | null | 'failed'>(null);
  const text = sheet === null ? '' : words;
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
    () => (sheet === null || means === null || means === 'failed' ? null : draw(sheet, means)),
    [sheet, means, draw],
  );
  return { svg, failed };
}
