/** The lists of the clinic, in the order of their tabs; `/clinic/<tab>` leads to each. */
export const CLINIC_TABS = ['response', 'complications', 'recall', 'overrides'] as const;
