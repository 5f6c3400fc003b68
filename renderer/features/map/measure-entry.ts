/** What can be measured on a leg, in whole millimetres. */
export const MEASURED_MM = { min: 10, max: 1500 } as const;
