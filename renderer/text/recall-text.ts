const plural = (count: number, one: string, many: string) => `${String(count)} ${count === 1 ? one : many}`;

/** Words of the list that leads from a lot to everybody who got it. */
export const recallText = {
  lots: 'Lots',
  lotCount: (count: number) => plural(count, 'lot', 'lots'),
  lotColumns: ['Lot', 'Product', 'Expires', 'State'],
  recalled: 'Recalled',
  noLots: 'No lot in stock yet',
  noLotsHint: 'Lots are taken in under Setup, Stock.',
} as const;
