/** The words around the map of the plan. */
export const PLAN_MAP_TEXT = {
  name: 'The plan on the legs',
  emphasise: 'Show the veins of one session',
  onlySession: (number: number) => `Show the veins of session ${String(number)}`,
  meaning: '✓ treated · pale: not in the session shown, or not planned',
  legs: 'Legs on the map',
  legChoices: { both: 'Both legs', right: 'Right leg', left: 'Left leg' },
} as const;
