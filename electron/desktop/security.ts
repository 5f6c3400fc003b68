import type { App, Session, WebContents } from 'electron';
import { isOwnAddress } from './origin.ts';

/** All that the renderer may ask of the system: copying text, and filling the screen. */
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);

/** Refuses every permission and device but the two above, whether asked for or looked up. */
export function restrictPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    callback(allowedPermissions.has(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
}

/** Cuts the renderer off from every network, the machine's own included: all it needs comes by `app:` and the bridge. */
export function cutOffNetwork(session: Session): void {
  const urls = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];
  session.webRequest.onBeforeRequest({ urls }, (_details, callback) => callback({ cancel: true }));
}

/** Holds whatever web contents the app ever has to the rules of `confine`. */
export function restrictContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

interface Navigation {
  readonly url: string;
  readonly isMainFrame: boolean;
  preventDefault(): void;
}

/** One page that may load itself again and go nowhere else: no redirect, no frame, no window, no embedded page. */
function confine(contents: WebContents): void {
  const refuse = (event: { preventDefault(): void }) => event.preventDefault();
  const refuseForeign = (event: Navigation) => {
    if (!event.isMainFrame || !isOwnAddress(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', refuseForeign);
  contents.on('will-frame-navigate', refuseForeign);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
