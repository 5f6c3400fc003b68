/**
 * Which sessions must come before which, while their order is still open. Sessions are bits, at most 30 of them; `after[a]` holds
 * every session that must come after session `a`, directly or through others.
 */
export type SessionOrder = readonly number[];

/** The most sessions that fit into the bits of a whole number. */
export const MOST_SESSIONS = 30;

/** Pinned sessions stand in a row at the front, all others after them in any order. */
export function initialOrder(sessions: number, pinned: number): SessionOrder {
  return Array.from({ length: sessions }, (_, session) => {
    if (session >= pinned) return 0;
    const later = (1 << sessions) - 1;
    return later & ~((1 << (session + 1)) - 1);
  });
}

/** The order with one session before another added to it; null if they would go round in a circle. */
export function withBefore(order: SessionOrder, before: number, after: number): SessionOrder | null {
  if (before === after || isBefore(order, before, after)) return order;
  if (isBefore(order, after, before)) return null;
  const gained = (1 << after) | (order[after] ?? 0);
  return order.map((laters, session) =>
    session === before || isBefore(order, session, before) ? laters | gained : laters,
  );
}

function isBefore(order: SessionOrder, before: number, after: number): boolean {
  return ((order[before] ?? 0) & (1 << after)) !== 0;
}

/** One sequence that keeps an order: the sessions by place, those with the lowest number first where there is a choice. */
export function sequenceOf(order: SessionOrder): readonly number[] {
  const sequence: number[] = [];
  while (sequence.length < order.length) {
    const open = order.findIndex(
      (_, session) =>
        !sequence.includes(session) &&
        order.every((_, other) => sequence.includes(other) || !isBefore(order, other, session)),
    );
    if (open < 0) throw new Error('sessions form a circle');
    sequence.push(open);
  }
  return sequence;
}
