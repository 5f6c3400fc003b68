import type { Change } from './changes.ts';

/** A request as it crosses the bridge: plain data alone. */
export interface BridgeRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** The answer to it. */
export interface BridgeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the desktop shell offers the page. */
export interface DesktopBridge {
  request(init: BridgeRequest): Promise<BridgeAnswer>;
  /** Calls the listener with each change; gives back how to stop. */
  onChange(listener: (change: Change) => void): () => void;
}

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
