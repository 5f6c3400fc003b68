import { useEffect, useRef, useState } from 'react';
import type { RecordInjection } from '../../../shared/contract/session.ts';
import type { Injection } from '../../../shared/domain/session/session.ts';
import { idOf, type InjectionId } from '../../../shared/kernel/ids.ts';
import { failureOf, type ShownFailure } from '../../api/failure-of.ts';
import type { SessionWrites } from './use-session.ts';

/** What is sent, without the id that the attempt gets. */
export type InjectionRequest = Omit<RecordInjection, 'injectionId'>;

/** One try to record an injection. Its id stays the same over retries, so that the core counts it once. */
export type Attempt =
  | { readonly phase: 'idle' }
  | { readonly phase: 'sending'; readonly request: RecordInjection }
  | { readonly phase: 'failed'; readonly request: RecordInjection; readonly failure: ShownFailure }
  /** Just recorded: for a moment no further press counts, so that a double tap is one injection. */
  | { readonly phase: 'recorded'; readonly injection: Injection };

const MOMENT_MS = 700;

/** Records injections one at a time; `onRecorded` is called with the answer of the core. */
export function useAttempt(record: SessionWrites['record'], onRecorded: (injection: Injection) => void) {
  const [attempt, setAttempt] = useState<Attempt>({ phase: 'idle' });
  // A second press in the same tick sees this before React has rendered the first.
  const isBusy = useRef(false);

  useEffect(() => {
    if (attempt.phase !== 'recorded') return undefined;
    const timer = setTimeout(() => {
      isBusy.current = false;
      setAttempt({ phase: 'idle' });
    }, MOMENT_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [attempt]);

  const send = async (request: RecordInjection) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setAttempt({ phase: 'sending', request });
    try {
      const { site } = request;
      const point: [number, number] | null = site.point && [...site.point];
      const injection = await record.mutateAsync({ ...request, site: { ...site, point } });
      onRecorded(injection);
      setAttempt({ phase: 'recorded', injection });
    } catch (error) {
      isBusy.current = false;
      setAttempt({ phase: 'failed', request, failure: failureOf(error) });
    }
  };

  return {
    attempt,
    /** A try whose fate is unknown keeps its id even when something was typed anew (a PIN): it must not count twice. */
    start: (request: InjectionRequest) => {
      const injectionId = isUnknown(attempt) ? attempt.request.injectionId : newId();
      void send({ ...request, injectionId });
    },
    retry: () => {
      if (attempt.phase === 'failed') void send(attempt.request);
    },
    /** Gives the attempt up, if the core has said that it did not record it. */
    dismiss: () => {
      if (attempt.phase === 'failed' && !isUnknown(attempt)) setAttempt({ phase: 'idle' });
    },
  };
}

/** The core did not answer: nobody knows whether it is recorded. */
export function isUnknown(attempt: Attempt): attempt is Extract<Attempt, { phase: 'failed' }> {
  return attempt.phase === 'failed' && attempt.failure.code === 'unreachable';
}

function newId(): InjectionId {
  return idOf(crypto.randomUUID());
}
