/** The private scheme the renderer is served from, and its one host. */
export const appScheme = 'app';
export const appHost = 'phleboplan';
export const appOrigin = `${appScheme}://${appHost}`;

/** Whether an address is one of the app's own. Compares the parsed parts: an address can quote ours anywhere in it. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${appScheme}:` &&
    url.host === appHost &&
    url.username === '' &&
    url.password === ''
  );
}
