/** What the build puts where the nonce of each answer belongs. */
export const cspNoncePlaceholder = '__CSP_NONCE__';

/**
 * The content security policy of a page: nothing but what the app itself serves, no inline script, and inline style
 * only where it carries the nonce of this one answer (Mantine writes its variables as style elements).
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "font-src 'self'",
    // blob: holds only what the page itself has made: the picture of a map that is to be saved.
    "img-src 'self' blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Headers of every answer, whichever host gives it. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
