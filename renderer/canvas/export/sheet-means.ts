import extendedFontUrl from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2';
import fontUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
import { LEFT_LEG } from '../../../shared/domain/leg-map/leg-reference.ts';
import type { Aspect } from '../../../shared/domain/leg-map/vein.ts';
import { FADE_END_MM, FADE_FROM_MM } from '../layout/arrange-views.ts';
import type { LegPictures } from '../paint/leg-picture.ts';
import { fontOf } from '../paint/paint-symbols.ts';
import type { MeasureText, SheetMeans } from './map-sheet.ts';
import { PAPER } from './sheet-colours.ts';

const EXTENDED = '\u{100}-\u{2ba}\u{1e00}-\u{1eff}';
const EXTENDED_RANGE = 'U+0100-02BA,U+1E00-1EFF';

/**
 * What a sheet is made with on this screen. `text` is what will be written on it: it decides which parts of the font come along.
 * Rejects where the font cannot be read.
 */
export async function loadSheetMeans(legs: LegPictures, text: string): Promise<SheetMeans> {
  const fonts = [400, 500, 600, 700].map((weight) => document.fonts.load(fontOf(PAPER, 13, weight), text));
  await Promise.all(fonts);
  const rules = [fontRule(await dataAddress(fontUrl))];
  if (new RegExp(`[${EXTENDED}]`, 'u').test(text)) {
    rules.push(fontRule(await dataAddress(extendedFontUrl), EXTENDED_RANGE));
  }
  return { measure: measureOnCanvas(), legPictures: onPaper(legs), fontRules: rules.join('') };
}

function fontRule(address: string, range?: string): string {
  const only = range === undefined ? '' : `unicode-range:${range};`;
  return `@font-face{font-family:'Inter Variable';font-weight:100 900;${only}src:url(${address}) format('woff2')}`;
}

async function dataAddress(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`the font is not there: ${String(answer.status)}`);
  const blob = await answer.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? reader.result : '');
    };
    reader.onerror = () => {
      reject(new Error('the font cannot be read'));
    };
    reader.readAsDataURL(blob);
  });
}

function measureOnCanvas(): MeasureText {
  const context = contextOf(document.createElement('canvas'));
  return (text, { px, weight }) => {
    context.font = fontOf(PAPER, px, weight);
    return context.measureText(text).width;
  };
}

function onPaper(legs: LegPictures): SheetMeans['legPictures'] {
  return {
    anterior: flattened('anterior', legs.anterior),
    medial: flattened('medial', legs.medial),
    posterior: flattened('posterior', legs.posterior),
    lateral: flattened('lateral', legs.lateral),
  };
}

/** A shaded leg on white, without transparency: a tenth of the size. The shade goes on under its soft edge. */
function flattened(aspect: Aspect, leg: LegPictures[Aspect]): string {
  const { picture } = LEFT_LEG[aspect];
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [picture.widthPx, picture.heightPx];
  const context = contextOf(canvas);
  const rowOf = (heightMm: number) => (picture.topMm - heightMm) * picture.pxPerMm;
  const shade = context.createLinearGradient(0, rowOf(FADE_END_MM), 0, rowOf(FADE_FROM_MM));
  shade.addColorStop(0, PAPER.surface);
  shade.addColorStop(1, PAPER['leg-edge']);
  context.fillStyle = shade;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(leg, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', 0.88);
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d canvas');
  return context;
}
