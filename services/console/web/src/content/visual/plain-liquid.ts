import type { MjmlNode } from './mjml-tree.ts';

/** A tag of HTML, with whatever stands in its values. */
const HTML_TAG = /(<(?:[a-z]|\/[a-z]|!--)(?:"[^"]*"|'[^']*'|[^'">])*>)/i;
const LIQUID = /\{%[^]*?%\}|\{\{[^]*?\}\}/g;

/** `a <b` would be taken for the beginning of a tag when it is read again. */
const LIKE_A_TAG = /<(?=[a-z/!?])/gi;

const unescaped = (liquid: string): string =>
  liquid
    .replaceAll(/&nbsp;|\u00A0/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll(LIKE_A_TAG, '< ')
    .replaceAll('&amp;', '&');

/**
 * The Liquid between the tags of HTML as its author has typed it: a canvas takes it for words, and writes `>` as `&gt;`, which is no
 * comparison any more. What stands in values of tags stays as it is.
 */
export const plainLiquid = (html: string): string =>
  html
    .split(HTML_TAG)
    .map((piece, n) => (n % 2 === 0 ? piece.replaceAll(LIQUID, unescaped) : piece))
    .join('');

/** The same for everything in which there is HTML. */
export const withPlainLiquid = (nodes: readonly MjmlNode[]): readonly MjmlNode[] =>
  nodes.map((node) =>
    'children' in node
      ? { ...node, children: withPlainLiquid(node.children) }
      : { ...node, content: plainLiquid(node.content) },
  );
