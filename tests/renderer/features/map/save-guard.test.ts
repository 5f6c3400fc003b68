import { QueryClient } from '@tanstack/react-query';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openMapSession } from '../../../../renderer/features/map/save-open.ts';
import type { SaveAnswer } from '../../../../renderer/features/map/save-queue.ts';
import { NOTHING_UNDER } from '../../../../renderer/features/map/use-hand-keys.ts';
import type { PointMm } from '../../../../shared/domain/leg-map/vein.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { err } from '../../../../shared/kernel/result.ts';
import { instantOf } from '../../../../shared/kernel/time.ts';
import { VIEW } from '../../canvas/tools/tool-hand.ts';

const PERSON = { id: idOf<'person'>('surgeon'), name: 'Surgeon', roles: ['surgeon'], active: true } as const;
const OTHER = { ...PERSON, id: idOf<'person'>('other') };

class FakeElement extends EventTarget {
  blur(): void {
    this.dispatchEvent(new Event('blur'));
  }
}

/** A window as far as the guard knows it. */
function fakeWindow() {
  const page = Object.assign(new EventTarget(), {
    setInterval: (then: () => void, ms: number) => setInterval(then, ms),
    clearInterval: (timer: NodeJS.Timeout) => {
      clearInterval(timer);
    },
  });
  const field = new FakeElement();
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible', activeElement: field });
  const kept = new Map<string, string>();
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', document);
  vi.stubGlobal('HTMLElement', FakeElement);
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  return { page, document, field };
}

/** A guarded window of a surgeon with an open map, before a core that is away until it is said to be back. */
async function guarded() {
  const { page, document, field } = fakeWindow();
  vi.useFakeTimers();
  const { guardUnsaved } = await import('../../../../renderer/features/map/save-guard.ts');
  const { keepMapSession, dropMapSessions } =
    await import('../../../../renderer/features/map/save-sessions.ts');
  const signIn = await import('../../../../renderer/api/sign-in-store.ts');
  signIn.signedIn({ token: 'token', person: PERSON });
  const queries = new QueryClient();
  const tries: { readonly label: string; readonly leaving: boolean }[] = [];
  let answer: SaveAnswer = { ok: false, failure: { code: 'unreachable' } };
  const session = openMapSession({
    map: { version: 0, veins: [], marks: [], nextNumber: { left: 1, right: 1 }, dates: [], heightScale: 1 },
    caseId: idOf<'case'>('case'),
    patientId: idOf<'patient'>('patient'),
    person: PERSON,
    mayWrite: true,
    sender: {
      send: ({ label }, leaving) => {
        tries.push({ label, leaving });
        return Promise.resolve(answer);
      },
      load: () => Promise.resolve(err({ code: 'unreachable' })),
      // Nothing is tried again by the mere passing of time.
      wait: () => () => undefined,
    },
  });
  keepMapSession(session);
  const stop = guardUnsaved(queries.getQueryCache());
  onTestFinished(() => {
    stop();
    dropMapSessions();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const hand = (type: 'down' | 'move', point: PointMm) => {
    const how = { pointer: 'mouse', shift: false, alt: false, pxPerMm: 1, clicks: 1 } as const;
    session.editor.hand({ type, ...how, place: { view: VIEW, point }, screen: point }, NOTHING_UNDER);
  };
  /** Draws without letting go. */
  const strokeUnderWay = () => {
    session.editor.choose('line');
    hand('down', [0, 500]);
    for (let y = 495; y > 400; y -= 5) hand('move', [0, y]);
  };
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return {
    page,
    document,
    field,
    queries,
    signIn,
    session,
    tries,
    strokeUnderWay,
    settle,
    veins: () => session.editor.store.getState().history.document.size,
    stroke: async () => {
      strokeUnderWay();
      session.editor.finishGesture();
      await settle();
    },
    coreIsBack: () => {
      answer = { ok: true, version: 1, savedAt: instantOf(0) };
    },
    leave: () => {
      const event = new Event('beforeunload', { cancelable: true });
      page.dispatchEvent(event);
      return event.defaultPrevented ? 'asked' : 'gone';
    },
  };
}

type Guarded = Awaited<ReturnType<typeof guarded>>;

describe('what is not saved is tried again at once', () => {
  test.each<{ readonly when: string; readonly happens: (on: Guarded) => unknown }>([
    { when: 'the network is back', happens: ({ page }) => page.dispatchEvent(new Event('online')) },
    {
      when: 'the page is looked at again',
      happens: ({ document }) => document.dispatchEvent(new Event('visibilitychange')),
    },
    { when: 'the page comes back', happens: ({ page }) => page.dispatchEvent(new Event('pageshow')) },
    {
      when: 'the core answers anything else',
      happens: ({ queries }) => queries.query({ queryKey: ['any'], queryFn: () => 'answer' }),
    },
    {
      when: 'the person is back from behind the lock',
      happens: ({ signIn }) => {
        signIn.lock();
        signIn.signedIn({ token: 'another', person: PERSON });
      },
    },
    {
      when: 'the machine has been asleep',
      happens: () => {
        vi.setSystemTime(Date.now() + 3_600_000);
        return vi.advanceTimersByTimeAsync(5_000);
      },
    },
  ])('when $when', async ({ happens }) => {
    const on = await guarded();
    await on.stroke();
    expect(on.session.status.getState()).toMatchObject({ waiting: 1, failure: { code: 'unreachable' } });
    on.coreIsBack();
    await happens(on);
    await on.settle();
    expect(on.session.status.getState()).toMatchObject({ waiting: 0, failure: null });
    expect(on.tries).toHaveLength(2);
  });

  test('and not merely because time passes evenly', async () => {
    const on = await guarded();
    await on.stroke();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(on.tries).toHaveLength(1);
  });
});

describe('a stroke under way', () => {
  test.each<{ readonly when: string; readonly happens: (on: Guarded) => void }>([
    { when: 'the page goes', happens: ({ page }) => page.dispatchEvent(new Event('pagehide')) },
    { when: 'the window is to close', happens: ({ leave }) => void leave() },
    {
      when: 'the page is hidden',
      happens: ({ document }) => {
        document.visibilityState = 'hidden';
        document.dispatchEvent(new Event('visibilitychange'));
      },
    },
    { when: 'the screen locks', happens: ({ signIn }) => signIn.lock() },
  ])('is on the map and on its way when $when', async ({ happens }) => {
    const on = await guarded();
    on.strokeUnderWay();
    expect(on.veins()).toBe(0);
    happens(on);
    await on.settle();
    expect(on.veins()).toBe(1);
    expect(on.tries[0]?.label).toBe('draw-line');
  });
});

describe('leaving', () => {
  test('asks while something is not saved, and not after', async () => {
    const on = await guarded();
    expect(on.leave()).toBe('gone');
    await on.stroke();
    expect(on.leave()).toBe('asked');
    on.coreIsBack();
    on.session.queue.poke();
    await on.settle();
    expect(on.leave()).toBe('gone');
  });

  test('sends what waits in a way that outlives the page', async () => {
    const on = await guarded();
    await on.stroke();
    on.page.dispatchEvent(new Event('pagehide'));
    expect(on.tries.at(-1)).toEqual({ label: 'draw-line', leaving: true });
  });

  test('takes the words of the field that is being typed in along', async () => {
    const on = await guarded();
    on.field.addEventListener('blur', () => {
      on.strokeUnderWay();
      on.session.editor.finishGesture();
    });
    on.page.dispatchEvent(new Event('pagehide'));
    expect(on.tries.at(-1)).toEqual({ label: 'draw-line', leaving: true });
  });

  test('another person at the screen leaves it where it is', async () => {
    const on = await guarded();
    await on.stroke();
    on.signIn.lock();
    on.signIn.signedIn({ token: 'another', person: OTHER });
    await on.settle();
    expect(on.session.status.getState().waiting).toBe(1);
    expect(on.leave()).toBe('asked');
  });
});
