import type { Clinics } from './clinics.ts';
import { securityHeaders } from './content-security.ts';

const HEARTBEAT_MS = 25_000;

/** Tells a browser of every change as server-sent events, until it goes away. */
export function changeStream(clinics: Pick<Clinics, 'onChange'>, request: Request): Response {
  const encoder = new TextEncoder();
  let end: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const send = (text: string) => {
        controller.enqueue(encoder.encode(text));
      };
      const stopListening = clinics.onChange((change) => {
        send(`data: ${JSON.stringify(change)}\n\n`);
      });
      // A line that means nothing keeps the connection from looking dead.
      const heartbeat = setInterval(() => {
        send(':\n\n');
      }, HEARTBEAT_MS);
      heartbeat.unref();
      end = () => {
        stopListening();
        clearInterval(heartbeat);
      };
      request.signal.addEventListener('abort', end);
      send(':\n\n');
    },
    cancel: () => {
      end();
    },
  });
  return new Response(body, {
    headers: { ...securityHeaders, 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  });
}
