/** People are slower than this between two keys, hand scanners quicker. */
export const MOST_MS_BETWEEN_KEYS = 50;
/** Where no field has the focus nobody types a long text, and a slow scanner may have this time. */
export const MOST_MS_OUTSIDE_FIELDS = 250;
/** Fewer keys are no scan. */
export const LEAST_KEYS = 10;
