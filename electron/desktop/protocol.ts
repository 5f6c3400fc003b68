import { protocol } from 'electron';
import { serveRenderer } from '../static-renderer.ts';
import { appScheme, isOwnAddress } from './origin.ts';

/** Makes `app:` a scheme with an origin of its own. Has to run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built renderer under `app://phleboplan/`, and nothing under any other host. */
export function serveScheme(rendererFolder: string): void {
  protocol.handle(appScheme, (request) =>
    isOwnAddress(request.url)
      ? serveRenderer({ folder: rendererFolder, request })
      : new Response(null, { status: 404 }),
  );
}
