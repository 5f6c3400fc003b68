import { useRef } from 'react';

/** Sends one after the other, and of those that wait only the last: an older one must not arrive after a newer one. */
export function useSendLast<Value>(send: (value: Value) => Promise<unknown>): (value: Value) => void {
  const waiting = useRef<{ readonly value: Value } | null>(null);
  const isSending = useRef(false);
  const sendAll = async () => {
    if (isSending.current) return;
    isSending.current = true;
    while (waiting.current) {
      const { value } = waiting.current;
      waiting.current = null;
      await send(value).catch(() => undefined);
    }
    isSending.current = false;
  };
  return (value) => {
    waiting.current = { value };
    void sendAll();
  };
}
