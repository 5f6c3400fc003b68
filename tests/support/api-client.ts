import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client';
import type { AppRouter } from '../../electron/api/router.ts';
import type { Clinics } from '../../electron/clinics.ts';

/** The API as a program asks it, without a browser. */
export type ApiClient = TRPCClient<AppRouter>;

/** A client of the clinic in front, signed in as somebody. */
export async function apiClientOf(
  clinics: Pick<Clinics, 'fetch'>,
  name: string,
  pin: string,
): Promise<ApiClient> {
  const nobody = clientWith(clinics, null);
  const { people } = await nobody.clinic.status.query();
  const person = people.find((each) => each.name === name);
  if (!person) throw new Error(`nobody here is called ${name}`);
  const { token } = await nobody.auth.signIn.mutate({ personId: person.id, pin });
  return clientWith(clinics, token);
}

function clientWith(clinics: Pick<Clinics, 'fetch'>, token: string | null): ApiClient {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: 'http://local/api/trpc',
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
        fetch: (url, init) => {
          if (typeof url !== 'string') throw new TypeError('the link asks by text');
          return clinics.fetch(requestOf(url, init));
        },
      }),
    ],
  });
}

function requestOf(url: string, init: { method?: string; headers?: unknown; body?: unknown } | undefined) {
  const headers = new Headers(Object.entries(init?.headers ?? {}));
  const body = typeof init?.body === 'string' ? init.body : null;
  return new Request(url, { method: init?.method ?? 'GET', headers, body });
}
