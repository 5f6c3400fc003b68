import { readFileSync, writeFileSync } from 'node:fs';

/** Bytes of a page of the database. */
export const PAGE = 4096;

/** Turns one bit of a file over. */
export function damage(file: string, position: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(position) ^ 0x10, position);
  writeFileSync(file, bytes);
}
