import type { SheetSize } from './map-sheet.ts';
import { withDensity } from './png-density.ts';

/** The picture as it would be printed, as a PNG. Rejects where the browser cannot draw it. */
export async function pngOfSvg(svg: string, size: SheetSize): Promise<Blob> {
  const address = URL.createObjectURL(svgBlob(svg));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const dots = (mm: number) => Math.round((mm / 25.4) * size.dotsPerInch);
    const png = await pngOf(image, dots(size.widthMm), dots(size.heightMm));
    const bytes = new Uint8Array(await png.arrayBuffer());
    return new Blob([withDensity(bytes, size.dotsPerInch)], { type: 'image/png' });
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function svgBlob(svg: string): Blob {
  return new Blob([svg], { type: 'image/svg+xml' });
}

async function pngOf(image: HTMLImageElement, width: number, height: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) throw new Error('the picture is too large to be drawn');
  return blob;
}
