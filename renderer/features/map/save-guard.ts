import { useQueryClient, type QueryCache } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSignIn } from '../../api/sign-in-store.ts';
import { finishGestures, pokeMapSessions, useMapSessions } from './save-sessions.ts';

const CLOCK_STEP_MS = 5_000;
/** A step of the clock that took so much longer than it should: the machine was asleep. */
const SLEPT_MS = 10_000;

/** Watches, for as long as the window lives, over what is not saved. */
export function useSaveGuard(): void {
  const queryClient = useQueryClient();
  useEffect(() => guardUnsaved(queryClient.getQueryCache()), [queryClient]);
}

/**
 * Tries again at once when there is reason to hope, ends strokes before the page goes, and asks before it goes with something
 * unsaved; gives how to stop. `answers`: where every answer of the core is heard of.
 */
export function guardUnsaved(answers: Pick<QueryCache, 'subscribe'>): () => void {
  const stops = [
    onWindow('online', pokeMapSessions),
    onWindow('pageshow', pokeMapSessions),
    onWindow('beforeunload', askBeforeLeaving),
    onWindow('pagehide', sendAndGo),
    onVisibility(),
    onWaking(),
    useSignIn.subscribe(({ phase }) => {
      if (phase === 'signed-in') pokeMapSessions();
      else finishGestures();
    }),
    // Any answer shows that the core is there again.
    answers.subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'success') pokeFailing();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function pokeFailing(): void {
  for (const { queue, status } of useMapSessions.getState()) {
    if (status.getState().failure !== null) queue.poke();
  }
}

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  endWork();
  if (useMapSessions.getState().some(({ queue }) => !queue.idle())) event.preventDefault();
}

/** Ends what the hand is doing, and the typing in a field: its words are taken when it is left. */
function endWork(): void {
  if (useMapSessions.getState().length === 0) return;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  finishGestures();
}

function sendAndGo(): void {
  endWork();
  for (const { queue } of useMapSessions.getState()) queue.leave();
}

function onWindow<Name extends keyof WindowEventMap>(
  name: Name,
  listener: (event: WindowEventMap[Name]) => void,
): () => void {
  window.addEventListener(name, listener);
  return () => {
    window.removeEventListener(name, listener);
  };
}

function onVisibility(): () => void {
  const listener = () => {
    if (document.visibilityState === 'hidden') finishGestures();
    else pokeMapSessions();
  };
  document.addEventListener('visibilitychange', listener);
  return () => {
    document.removeEventListener('visibilitychange', listener);
  };
}

function onWaking(): () => void {
  let last = Date.now();
  const timer = window.setInterval(() => {
    const now = Date.now();
    if (now - last > CLOCK_STEP_MS + SLEPT_MS) pokeMapSessions();
    last = now;
  }, CLOCK_STEP_MS);
  return () => {
    window.clearInterval(timer);
  };
}
