import type { Aftercare, AftercarePoint, LabelProfile } from '../dose/label-profile.ts';

const always = (id: string, text: string, days: number | null = null): AftercarePoint => ({
  id,
  text,
  days,
  foamOnly: false,
});
const afterFoam = (id: string, text: string): AftercarePoint => ({ id, text, days: null, foamOnly: true });

/** Holds where a profile says nothing: what the clinic tells its patients. */
export const USUAL_AFTERCARE: Aftercare = {
  points: [
    always('walk-at-once', 'Walk 10–15 minutes at once, then everyday life'),
    always('compression', 'Compression: how, and until when'),
    always('no-high-impact-exercise', 'No high-impact exercise', 14),
    always('no-sun', 'No sun on the legs', 14),
    always('no-heat', 'No hot baths, steam, hot showers or sauna', 14),
    always('no-waxing', 'No waxing', 28),
    always('ask-before-long-travel', 'Long-haul travel only after asking us', 28),
    always('what-is-usual', 'Redness, swelling, bruises: it looks worse before it looks better'),
    always('warning-signs', 'Call us: swollen calf, short of breath, trouble seeing, a sore that opens'),
    afterFoam('foam-no-driving', 'After foam: no driving straight afterwards'),
    afterFoam('foam-discomfort', 'After foam: discomfort for weeks is possible, blisters are rare'),
  ],
  source: { text: "The clinic's patient information", mark: 'clinic' },
};

/** The aftercare of a profile. */
export function aftercareOf({ aftercare }: Pick<LabelProfile, 'aftercare'>): Aftercare {
  return aftercare ?? USUAL_AFTERCARE;
}

/** What is to be explained after a session, in the order in which it is said; more where foam was given. */
export function aftercarePoints(
  profile: Pick<LabelProfile, 'aftercare'>,
  hasFoam: boolean,
): readonly AftercarePoint[] {
  return aftercareOf(profile).points.filter(({ foamOnly }) => hasFoam || !foamOnly);
}
