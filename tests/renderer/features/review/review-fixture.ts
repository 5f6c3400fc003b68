import type { TreatedVein } from '../../../../shared/domain/outcome/treated-vein.ts';
import type { VeinResponse } from '../../../../shared/domain/outcome/review.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { micrograms, microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';
import { veinId } from '../session/session-fixture.ts';

/** A vein of the fixture that got so much of 1 % in one session. */
export function treated(n: number, volumeUl: number): TreatedVein {
  const onDate = calendarDate('2026-09-01');
  const preparation = { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(10_000) } as const;
  return {
    veinId: veinId(n),
    sessionNumbers: [1],
    injections: 5,
    volumeUl: microlitres(volumeUl),
    massUg: micrograms(volumeUl * 10),
    preparations: [{ preparation, injections: 5, volumeUl: microlitres(volumeUl) }],
    firstOn: onDate,
    lastOn: onDate,
    vessel: { kind: 'reticular', diameterMm: 2 },
    lengthMm: 180,
    pattern: 'line',
  };
}

/** A vein that looks the same, with nothing left beside it. */
export function rating(n: number, over: Partial<VeinResponse> = {}): VeinResponse {
  const none = { matting: 0, pigmentation: 0, ulcer: 0, disposition: null } as const;
  return { veinId: veinId(n), response: 'same', ...none, ...over };
}
