import type { SessionId } from '../../kernel/ids.ts';
import { hoursBefore, type Instant } from '../../kernel/time.ts';

/** An injection that counts, with the moment at which it was given. */
export interface TimedDose {
  readonly sessionId: SessionId;
  readonly givenAt: Instant;
  readonly massUg: number;
  /** Of foam the foam's volume. */
  readonly volumeUl: number;
}

/** From its first to its last injection. */
export interface SessionSpan {
  readonly sessionId: SessionId;
  readonly from: Instant;
  readonly to: Instant;
}

/** The most that counted within 24 hours when something was given in a session. */
export interface Within24h {
  readonly massUg: number;
  readonly volumeUl: number;
  /** The earlier sessions that counted. */
  readonly withSessions: readonly SessionId[];
}

/** The sessions in whose 24 hours another one ended; only of these must every injection be looked at. */
export function sessionsWithin24h(spans: readonly SessionSpan[]): ReadonlySet<SessionId> {
  const ordered = spans.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const near = new Set<SessionId>();
  // The latest end so far, not the neighbour's: a long session may reach past the one that began after it.
  let last = ordered[0];
  for (const span of ordered.slice(1)) {
    if (last && last.to >= hoursBefore(span.from, 24)) near.add(last.sessionId).add(span.sessionId);
    if (!last || span.to > last.to) last = span;
  }
  return near;
}

/**
 * For each session that had another one in its 24 hours, the most that counted at one of its injections: all that it had given
 * itself and what other sessions had given in the 24 hours before, the first moment of them included. This is how a dose is
 * judged while it is given.
 */
export function mostWithin24h(doses: readonly TimedDose[]): ReadonlyMap<SessionId, Within24h> {
  const ordered = doses.toSorted((a, b) => (a.givenAt < b.givenAt ? -1 : a.givenAt > b.givenAt ? 1 : 0));
  const most = new Map<SessionId, Within24h>();
  const inWindow = new Map<SessionId, Sum>();
  const given = new Map<SessionId, Sum>();
  let start = 0;
  for (const dose of ordered) {
    const from = hoursBefore(dose.givenAt, 24);
    for (let gone = ordered[start]; gone && gone.givenAt < from; gone = ordered[++start]) {
      add(inWindow, gone, -1);
    }
    add(inWindow, dose, 1);
    add(given, dose, 1);
    const others = [...inWindow].filter(([id, { count }]) => id !== dose.sessionId && count > 0);
    if (others.length === 0) continue;
    const counted = [given.get(dose.sessionId) ?? NOTHING, ...others.map(([, sum]) => sum)];
    most.set(
      dose.sessionId,
      joined(
        most.get(dose.sessionId),
        counted,
        others.map(([id]) => id),
      ),
    );
  }
  return most;
}

interface Sum {
  readonly count: number;
  readonly massUg: number;
  readonly volumeUl: number;
}

const NOTHING: Sum = { count: 0, massUg: 0, volumeUl: 0 };

function add(sums: Map<SessionId, Sum>, { sessionId, massUg, volumeUl }: TimedDose, times: 1 | -1): void {
  const sum = sums.get(sessionId) ?? NOTHING;
  sums.set(sessionId, {
    count: sum.count + times,
    massUg: sum.massUg + times * massUg,
    volumeUl: sum.volumeUl + times * volumeUl,
  });
}

function joined(
  before: Within24h | undefined,
  counted: readonly Sum[],
  others: readonly SessionId[],
): Within24h {
  const total = (key: 'massUg' | 'volumeUl') => counted.reduce((sum, each) => sum + each[key], 0);
  return {
    massUg: Math.max(before?.massUg ?? 0, total('massUg')),
    volumeUl: Math.max(before?.volumeUl ?? 0, total('volumeUl')),
    withSessions: [...new Set([...(before?.withSessions ?? []), ...others])],
  };
}
