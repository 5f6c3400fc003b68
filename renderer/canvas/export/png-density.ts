const SIGNATURE_AND_HEADER_BYTES = 33;
const METRES_PER_INCH = 0.0254;

/** The same PNG, saying how large its dots are, so that it is printed at its true size. */
export function withDensity(png: Uint8Array<ArrayBuffer>, dotsPerInch: number): Uint8Array<ArrayBuffer> {
  const chunk = densityChunk(Math.round(dotsPerInch / METRES_PER_INCH));
  const made = new Uint8Array(png.length + chunk.length);
  made.set(png.subarray(0, SIGNATURE_AND_HEADER_BYTES));
  made.set(chunk, SIGNATURE_AND_HEADER_BYTES);
  made.set(png.subarray(SIGNATURE_AND_HEADER_BYTES), SIGNATURE_AND_HEADER_BYTES + chunk.length);
  return made;
}

/** A `pHYs` chunk: dots per metre across and down, and that it is metres that are meant. */
function densityChunk(dotsPerMetre: number): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set(new TextEncoder().encode('pHYs'), 4);
  view.setUint32(8, dotsPerMetre);
  view.setUint32(12, dotsPerMetre);
  view.setUint8(16, 1);
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return chunk;
}

/** The check sum of PNG chunks. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
