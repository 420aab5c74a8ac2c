/**
 * An attribute as the canvas may have it: its plug-in puts values between quotes, and MJML into comments for Outlook and into styles, as
 * they are. With these signs one could end what it stands in, and begin an element in the page of the console.
 */
export const valueForCanvas = (value: string): string =>
  value.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What its author has written. */
export const valueShown = (value: string): string =>
  value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>');

/** What the canvas would take for an order to itself, such as a name for its badge or a script. */
export const isOrder = (name: string): boolean => name.toLowerCase().startsWith('data-gjs-');

/** A tag that is for our own reader (or hides others from it), and no HTML. */
export const isNotHtml = (tag: string): boolean => /^(?:mjml|mj-.*|template)$/i.test(tag);
