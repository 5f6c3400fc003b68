import type { DesktopBridge } from '../../shared/contract/desktop-bridge.ts';

declare global {
  interface Window {
    readonly phleboplan?: DesktopBridge;
  }
}

/** A `fetch` over the bridge, for requests whose body is text. */
export function bridgeFetch(bridge: DesktopBridge): typeof fetch {
  return async (input, init) => {
    const request = new Request(new URL(addressOf(input), window.location.href), init);
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
    const answer = await bridge.request({
      url: request.url,
      method: request.method,
      headers: Object.fromEntries(request.headers),
      body: hasBody ? await request.text() : null,
    });
    const carriesBody = answer.status !== 204 && answer.status !== 304;
    return new Response(carriesBody ? answer.body : null, {
      status: answer.status,
      headers: answer.headers,
    });
  };
}

function addressOf(input: RequestInfo | URL): string {
  if (typeof input === 'string') return input;
  return input instanceof URL ? input.href : input.url;
}
