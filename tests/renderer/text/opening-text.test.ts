import { describe, expect, it } from 'vitest';
import { earlyScanText } from '../../../renderer/text/early-scan-text.ts';
import { consentAgeText } from '../../../renderer/text/opening-text.ts';
import type { ScanReading } from '../../../shared/domain/stock/read-scan.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { calendarDate } from '../../../shared/kernel/time.ts';
import { microgramsPerMillilitre, microlitres } from '../../../shared/kernel/units.ts';

const TODAY = calendarDate('2026-10-08');
const ageOn = (day: string) => consentAgeText(calendarDate(day), TODAY);

describe('the age of a consent', () => {
  it('is said in days, weeks and months, never more than have passed', () => {
    expect(ageOn('2026-10-08').words).toBe('signed today');
    expect(ageOn('2026-10-07').words).toBe('1 day ago');
    expect(ageOn('2026-09-17').words).toBe('3 weeks ago');
    expect(ageOn('2025-10-09').words).toBe('11 months ago');
  });

  it('asks whether it still holds once a year or more has passed', () => {
    expect(ageOn('2025-10-09').isOld).toBe(false);
    expect(ageOn('2025-10-08')).toEqual({ words: '1 year ago: ask whether it still holds', isOld: true });
    expect(ageOn('2024-03-01')).toEqual({ words: '2 years ago: ask whether it still holds', isOld: true });
  });
});

describe('a box scanned before its session is open', () => {
  const expiresOn = calendarDate('2027-08-31');
  const pack = { gtin: '00367850140059', ppn: null, lotNumber: 'P4471', expiresOn };
  const read: ScanReading = { kind: 'read', pack };
  const lot = {
    product: {
      id: idOf<'product'>('00000000-0000-4000-8000-000000000001'),
      name: 'Asclera',
      strengthUgPerMl: microgramsPerMillilitre(10_000),
      ampouleUl: microlitres(2_000),
    },
    lotNumber: 'P4471',
    expiresOn,
    recalledBecause: null,
  };

  it('is named with its expiry, and comes after the opening', () => {
    const { words, isBad } = earlyScanText(read, lot, TODAY);
    expect(words).toMatch(/Asclera 1\s%, lot P4471, until 31 Aug 2027/);
    expect(words).toContain('as soon as the session is open');
    expect(isBad).toBe(false);
  });

  it('is put aside where it has expired or was recalled', () => {
    const expired = earlyScanText(read, { ...lot, expiresOn: calendarDate('2026-10-07') }, TODAY);
    expect(expired).toMatchObject({ isBad: true });
    expect(expired.words).toContain('expired 7 Oct 2026');
    const recalled = earlyScanText(read, { ...lot, recalledBecause: 'particles' }, TODAY);
    expect(recalled).toMatchObject({ isBad: true });
    expect(recalled.words).toContain('particles');
  });

  it('is said to be unknown, and to be put aside if its own code has expired', () => {
    expect(earlyScanText(read, null, TODAY)).toMatchObject({ isBad: false });
    expect(earlyScanText(read, null, TODAY).words).toContain('Lot P4471');
    const old: ScanReading = { kind: 'read', pack: { ...pack, expiresOn: calendarDate('2026-08-31') } };
    expect(earlyScanText(old, null, TODAY)).toMatchObject({ isBad: true });
  });

  it('is not guessed where the code can be read in several ways, or not at all', () => {
    expect(earlyScanText({ kind: 'ambiguous', packs: [pack] }, null, TODAY).words).toContain('several ways');
    expect(earlyScanText({ kind: 'unreadable', because: 'wrong-check-digit' }, null, TODAY).isBad).toBe(true);
  });
});
