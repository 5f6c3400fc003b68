import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { withDensity } from '../../../../renderer/canvas/export/png-density.ts';

const picture = new Uint8Array(
  readFileSync(new URL('../../../../renderer/canvas/leg-pictures/medial.png', import.meta.url)),
);

/** Each chunk with its name; throws where a length or a check sum is wrong. */
function chunksOf(png: Uint8Array): readonly { readonly name: string; readonly content: Buffer }[] {
  const bytes = Buffer.from(png);
  const chunks = [];
  for (let at = 8; at < bytes.length;) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) throw new Error('a wrong check sum');
    chunks.push({ name: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

test('a PNG of 200 dots per inch says so, and is else the same', () => {
  const [header, density, ...rest] = chunksOf(withDensity(picture, 200));
  expect(header?.name).toBe('IHDR');
  expect(density?.name).toBe('pHYs');
  expect([density?.content.readUInt32BE(0), density?.content.readUInt32BE(4), density?.content[8]]).toEqual([
    7874, 7874, 1,
  ]);
  expect([header, ...rest]).toEqual(chunksOf(picture));
});
