import { useEffect, useState } from 'react';
import { LEFT_LEG } from '../../../shared/domain/leg-map/leg-reference.ts';
import { ASPECTS, type Aspect } from '../../../shared/domain/leg-map/vein.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { FADE_END_MM, FADE_FROM_MM } from '../layout/arrange-views.ts';
import anteriorUrl from '../leg-pictures/anterior.png';
import lateralUrl from '../leg-pictures/lateral.png';
import medialUrl from '../leg-pictures/medial.png';
import posteriorUrl from '../leg-pictures/posterior.png';

/** Shaded pictures of the left leg in the colours of the theme, fading out at the groin. */
export type LegPictures = Readonly<Record<Aspect, HTMLCanvasElement>>;

const URLS: Readonly<Record<Aspect, string>> = {
  anterior: anteriorUrl,
  medial: medialUrl,
  posterior: posteriorUrl,
  lateral: lateralUrl,
};

let greyPictures: Promise<Readonly<Record<Aspect, HTMLImageElement>>> | null = null;
const tinted = new WeakMap<CanvasColours, LegPictures>();

async function loadGrey(): Promise<Readonly<Record<Aspect, HTMLImageElement>>> {
  const load = async (aspect: Aspect) => {
    const image = new Image();
    image.src = URLS[aspect];
    await image.decode();
    return image;
  };
  const [anterior, medial, posterior, lateral] = await Promise.all([
    load('anterior'),
    load('medial'),
    load('posterior'),
    load('lateral'),
  ]);
  return { anterior, medial, posterior, lateral };
}

/** The leg pictures of the theme; null until they are loaded. */
export function useLegPictures(colours: CanvasColours): LegPictures | null {
  const [pictures, setPictures] = useState<LegPictures | null>(() => tinted.get(colours) ?? null);
  useEffect(() => {
    let wanted = true;
    greyPictures ??= loadGrey();
    void greyPictures.then((grey) => {
      const made = tinted.get(colours) ?? tintAll(grey, colours);
      tinted.set(colours, made);
      if (wanted) setPictures(made);
    });
    return () => {
      wanted = false;
    };
  }, [colours]);
  return pictures;
}

function tintAll(grey: Readonly<Record<Aspect, HTMLImageElement>>, colours: CanvasColours): LegPictures {
  const ramp = rampOf(colours);
  const [anterior, medial, posterior, lateral] = ASPECTS.map((aspect) => tint(aspect, grey[aspect], ramp));
  if (anterior === undefined || medial === undefined || posterior === undefined || lateral === undefined) {
    throw new Error('a side of the leg is missing');
  }
  return { anterior, medial, posterior, lateral };
}

type Rgb = readonly [number, number, number];

/** The colour of each of 256 greys: shade, middle and light of the leg by luminance. */
function rampOf(colours: CanvasColours): readonly Rgb[] {
  const stops = [
    [105, rgbOf(colours['leg-edge'])],
    [205, rgbOf(colours['leg-mid'])],
    [246, rgbOf(colours['leg-lit'])],
  ] as const;
  return Array.from({ length: 256 }, (_, grey) => {
    const [low, high] = grey < stops[1][0] ? [stops[0], stops[1]] : [stops[1], stops[2]];
    const share = Math.min(1, Math.max(0, (grey - low[0]) / (high[0] - low[0])));
    const mix = (a: number, b: number) => a + (b - a) * share;
    return [mix(low[1][0], high[1][0]), mix(low[1][1], high[1][1]), mix(low[1][2], high[1][2])];
  });
}

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function tint(aspect: Aspect, image: HTMLImageElement, ramp: readonly Rgb[]): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d canvas');
  context.drawImage(image, 0, 0);
  const { picture } = LEFT_LEG[aspect];
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  for (let row = 0; row < canvas.height; row += 1) {
    const heightMm = picture.topMm - row / picture.pxPerMm;
    const opacity = shareOfFade(heightMm);
    for (let at = row * canvas.width * 4; at < (row + 1) * canvas.width * 4; at += 4) {
      const [red, green, blue] = ramp[pixels.data[at] ?? 0] ?? [0, 0, 0];
      pixels.data[at] = red;
      pixels.data[at + 1] = green;
      pixels.data[at + 2] = blue;
      pixels.data[at + 3] = (pixels.data[at + 3] ?? 0) * opacity;
    }
  }
  context.putImageData(pixels, 0, 0);
  return canvas;
}

/** 1 below the fade, 0 above it, softly in between. */
function shareOfFade(heightMm: number): number {
  const share = Math.min(1, Math.max(0, (FADE_END_MM - heightMm) / (FADE_END_MM - FADE_FROM_MM)));
  return share * share * (3 - 2 * share);
}
