import { A4_LANDSCAPE, SLIDE, type SheetSize, type SheetVariant } from '../../../canvas/export/map-sheet.ts';
import type { LegView } from '../../../../shared/domain/leg-map/vein.ts';
import { viewsOfBothLegs, viewsOfLeg } from '../../../../shared/domain/leg-map/views.ts';

export type ViewsChoice = 'shown' | 'right' | 'left' | 'both';
export type SizeChoice = 'a4' | 'slide';

/** What somebody chose of the picture. */
export interface ExportChoice {
  readonly views: ViewsChoice;
  readonly variant: SheetVariant;
  readonly size: SizeChoice;
}

export const FIRST_CHOICE: ExportChoice = { views: 'shown', variant: 'colour', size: 'a4' };

/** The views that a choice stands for; `shown` are those on the screen. */
export function chosenViews(choice: ViewsChoice, shown: readonly LegView[]): readonly LegView[] {
  if (choice === 'shown') return shown;
  return choice === 'both' ? viewsOfBothLegs() : viewsOfLeg(choice);
}

export const SHEET_SIZES: Readonly<Record<SizeChoice, SheetSize>> = { a4: A4_LANDSCAPE, slide: SLIDE };
