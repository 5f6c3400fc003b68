import { err, ok, type Result } from '../../../shared/kernel/result.ts';

const NUMBER = /^\d{1,2}([.,]\d)?$/;

/** A diameter as it is typed: 0.1 to 20 mm, comma or point, at most one decimal. Never rounds. */
export function parseDiameter(text: string): Result<number, 'not-a-diameter'> {
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) return err('not-a-diameter');
  const mm = Number(trimmed.replace(',', '.'));
  return mm >= 0.1 && mm <= 20 ? ok(mm) : err('not-a-diameter');
}
