interface Elsewhere {
  /** Origins that the app asks besides its own: the issuer and the buckets that take uploads. */
  readonly connect: readonly string[];
  /** Where images of mails may come from. */
  readonly images: string;
}

/**
 * What the web app may do, here and behind CloudFront alike. Scripts come from its own address or not at all. Styles in line and images from
 * anywhere are for mails: the frame of a preview has no rights of its own and inherits this policy.
 *
 * @example
 * webPolicy({ connect: ['http://127.0.0.1:4506'], images: 'https:' })
 */
export const webPolicy = ({ connect, images }: Elsewhere): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${images}`,
    "font-src 'self' data:",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "frame-src 'self' blob:",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
