import type { MapMark } from '../../../shared/domain/leg-map/map-mark.ts';
import type { Aspect, LegView, Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import type { PunctureDot, VeinMark } from '../vein-mark.ts';

/** In colour on the shaded leg, or for a printer that has only black. */
export type SheetVariant = 'colour' | 'black-and-white';

/** How large the sheet is when it is printed. */
export interface SheetSize {
  readonly widthMm: number;
  readonly heightMm: number;
  /** How finely a picture of dots shows it. */
  readonly dotsPerInch: number;
}

export const A4_LANDSCAPE: SheetSize = { widthMm: 297, heightMm: 210, dotsPerInch: 200 };
/** A slide, or a screen of 1280 × 720 pixels, with two dots to a pixel. */
export const SLIDE: SheetSize = { widthMm: (1280 * 25.4) / 96, heightMm: 190.5, dotsPerInch: 192 };

/** Whose map it is, and of when. All of it is text that somebody typed. */
export interface TitleBlock {
  /** `LINDQVIST, Maja` */
  readonly patientName: string;
  readonly recordNumber: string;
  readonly birthDate: CalendarDate;
  /** What the case is called. */
  readonly caseName: string;
  readonly mapDate: CalendarDate;
  readonly clinicName: string;
  readonly isDemo: boolean;
}

/** Everything that a picture of the map says. */
export interface MapSheet {
  readonly views: readonly LegView[];
  /** Those on other views are left out. */
  readonly veins: readonly Vein[];
  readonly marks: ReadonlyMap<VeinId, VeinMark>;
  readonly pins: readonly MapMark[];
  /** Where the needle went in. */
  readonly dots: readonly PunctureDot[];
  /** The patient's height over that of the reference leg. */
  readonly heightScale: number;
  readonly titleBlock: TitleBlock;
  readonly variant: SheetVariant;
  readonly size: SheetSize;
}

/** The width of a text in pixels. */
export type MeasureText = (text: string, font: SheetFont) => number;

export interface SheetFont {
  readonly px: number;
  readonly weight: number;
}

/** What a sheet is made with, which only a screen can give. */
export interface SheetMeans {
  readonly measure: MeasureText;
  /** Shaded pictures of the left leg as data addresses; null: the leg is drawn plain. */
  readonly legPictures: Readonly<Record<Aspect, string>> | null;
  /** Rules of a style sheet that bring the font along; may be empty. */
  readonly fontRules: string;
}

/** Pixels of the style sheets in a millimetre of paper. */
export const PX_PER_MM = 96 / 25.4;
