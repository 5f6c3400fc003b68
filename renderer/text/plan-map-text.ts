/** The words around the map of the plan. */
export const PLAN_MAP_TEXT = {
  name: 'The plan on the legs',
  emphasise: 'Show the veins of one session',
  onlySession: (number: number) => `Show the veins of session ${String(number)}`,
  meaning: (emphasised: number | null) =>
    emphasised === null
      ? '✓ treated · pale: not planned'
      : `✓ treated · pale: not in session ${String(emphasised)}`,
  legs: 'Legs on the map',
  legChoices: { both: 'Both', right: 'Right', left: 'Left' },
} as const;
