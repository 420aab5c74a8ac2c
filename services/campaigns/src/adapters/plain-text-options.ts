import type { HtmlToTextOptions } from 'html-to-text';

const brackets: [string, string] = ['<', '>'];

/**
 * How html-to-text makes the text part of a mail whose author wrote only HTML. A paragraph is one line, whatever a recipient's values: the way
 * a mail is encoded keeps its lines short, and its reader wraps them.
 */
export const plainTextOptions: HtmlToTextOptions = {
  wordwrap: false,
  /** Tags that are never closed nest without end; what is deeper than any letter becomes `...` instead of a stack overflow. */
  limits: { maxDepth: 500 },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: brackets } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
};
