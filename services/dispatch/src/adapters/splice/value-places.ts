import { CLOSE, OPEN } from './inert-value.ts';

/** Elements whose content is not read as markup, and those that are better not looked into. */
const VERBATIM = /^(?:script|style|title|textarea)$/i;
const UNUSUAL = /^(?:iframe|noembed|noframes|noscript|plaintext|xmp|svg|math|template)$/i;

const TEXT = /[^<]+/y;
const LONE_BRACKET = /<(?=[\s\d])/y;
const COMMENT = /<!--(?!-?>)[^]*?-->/y;
const DECLARATION = /<[!?](?!--)[^<>\uE000]*>/y;
const CLOSING_TAG = /<\/[a-z][^<>"'\uE000]*>/iy;
/** Values may only stand in quotes. */
const OPENING_TAG =
  /<([a-z][a-z0-9:-]*)(?:[\s/]+[^\s"'<>/=\uE000]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=\uE000]+))?)*[\s/]*>/iy;
/** What a value would complete: a character reference, or a tag. */
const INCOMPLETE = /&#?\w*$|<\/?\w*$/;
/** What would end a comment together with a value. */
const ENDING = /^[->!]/;

/**
 * Whether every marked value stands where it can be nothing but text: between tags, in a quoted attribute, or where nobody reads
 * it. Whatever is unusual about the HTML counts as no.
 */
export const areValuesInText = (html: string): boolean => {
  let at = 0;
  while (at < html.length) {
    const token = tokenAt(html, at);
    if (token === undefined || !isFit(token)) return false;
    at += token.length;
  }
  return true;
};

const tokenAt = (html: string, at: number): string | undefined => {
  for (const pattern of [TEXT, LONE_BRACKET, COMMENT, DECLARATION, CLOSING_TAG]) {
    const [found] = matchAt(pattern, html, at);
    if (found !== undefined) return found;
  }
  const [tag, name = ''] = matchAt(OPENING_TAG, html, at);
  if (tag === undefined || UNUSUAL.test(name)) return undefined;
  if (!VERBATIM.test(name)) return tag;

  const [content] = matchAt(new RegExp(`[^]*?(?=</${name}[\\s/>])`, 'iy'), html, at + tag.length);
  return content === undefined ? undefined : tag + content;
};

const matchAt = (pattern: RegExp, html: string, at: number): readonly (string | undefined)[] => {
  pattern.lastIndex = at;
  return pattern.exec(html) ?? [];
};

const isFit = (token: string): boolean => {
  const isComment = token.startsWith('<!--');
  for (let at = token.indexOf(OPEN); at >= 0; at = token.indexOf(OPEN, at + 1)) {
    if (INCOMPLETE.test(token.slice(Math.max(0, at - 40), at))) return false;
    if (isComment && ENDING.test(token.slice(token.indexOf(CLOSE, at) + 1))) return false;
  }
  return true;
};
