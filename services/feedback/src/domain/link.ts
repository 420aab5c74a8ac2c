/** What a link is called in figures: longer ones are cut. */
const LONGEST = 300;
const PERSONAL = '*';

/** Words of queries that are followed by something personal. */
const personalKeys =
  /^(?:e-?mail|mail|e|name|(?:first|last|full)_?name|user(?:_?(?:id|name))?|uid|cid|contact(?:_?id)?|member(?:_?(?:id|no))?|recipient|subscriber(?:_?id)?|token|sig|signature|hash|key|code|phone|tel|mobile)$/i;

/** What differs from recipient to recipient, by its look: addresses, telephone numbers, tokens. */
const personalValues: readonly RegExp[] = [
  /@|%40/,
  /^0\d{8,10}$|^\+\d{9,15}$|^\d{13,}$/,
  /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i,
  /^(?=.*\d)[\da-f]{16,}$/i,
  /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w.~%+=-]{16,}$/,
  /^(?=.*[a-z][A-Z])[\w.~%+=-]{20,}$/,
  /^[\w%+=-]{60,}$/,
];

/** What follows these words in a path is a token, whatever it looks like. */
const ownPaths = /^(?:unsubscribe|preferences|confirm|confirmations)$/;

/**
 * A link as it is counted: one for all recipients, with nothing personal in it. `undefined` if it is no link of the web.
 *
 * Places in a page (`#…`) are left out, and so is whatever is personal by its name or its look. What still differs from recipient to
 * recipient is caught by `numberingLinks`.
 */
export const countedLink = (link: string): string | undefined => {
  const url = URL.parse(link);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;

  const path = url.pathname
    .split('/')
    .map((part, n, parts) => (ownPaths.test(parts[n - 1] ?? '') ? PERSONAL : masked(part)));
  const query = [...url.searchParams].map(
    ([key, value]) => `${encoded(masked(key))}=${encoded(personalKeys.test(key) ? PERSONAL : masked(value))}`,
  );
  const named = `${url.protocol}//${url.host}${path.join('/')}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  return named.slice(0, LONGEST);
};

const masked = (text: string): string => (personalValues.some((look) => look.test(text)) ? PERSONAL : text);

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());
