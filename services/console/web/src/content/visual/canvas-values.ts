/**
 * An attribute as the canvas may have it: its plug-in puts values between quotes, and MJML into comments for Outlook, as they are. One with
 * a quote or the end of a comment in it would end what it stands in.
 */
export const valueForCanvas = (value: string): string =>
  value.replaceAll('"', '&quot;').replaceAll(/--(!?)>/g, '--$1&gt;');

/** What its author has written. */
export const valueShown = (value: string): string => value.replaceAll('&quot;', '"').replaceAll('&gt;', '>');
