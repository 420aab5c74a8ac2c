import { plainTextOptions } from '@bulkhead/contracts';
import type { FormatCallback, HtmlToTextOptions } from 'html-to-text';

/** A link as html-to-text saw it: whether its address is written depends on both. */
export interface Anchor {
  readonly href: string;
  /** Its words, without spaces between. */
  readonly text: string;
}

const [openingBracket, closingBracket] = ['<', '>'];
const MAILTO = /^mailto:/;

/** Options under which html-to-text works as always, in long lines, and tells of every link. */
export const watchingAnchors = (see: (anchor: Anchor) => void): HtmlToTextOptions => {
  const anchor: FormatCallback = (element, walk, builder) => {
    const href = String(element.attribs?.['href'] ?? '');
    const written = writtenOf(href);
    let text = '';
    builder.pushWordTransform((word) => {
      text += word;
      return word;
    });
    walk(element.children, builder);
    builder.popWordTransform();
    see({ href, text });

    if (written === '' || written === text) return;
    const address = text === '' ? written : ` ${openingBracket}${written}${closingBracket}`;
    builder.addInline(address, { noWordTransform: true });
  };
  const selectors = plainTextOptions.selectors.map((each) =>
    each.selector === 'a' ? { selector: 'a', format: 'watchedAnchor' } : each,
  );
  return { ...plainTextOptions, selectors, wordwrap: false, formatters: { watchedAnchor: anchor } };
};

/** Whether a link is written the same way with values in it as it is with marks for them. */
export const isWrittenAlike = (marked: Anchor, filled: Anchor): boolean => {
  if (MAILTO.test(marked.href) !== MAILTO.test(filled.href)) return false;
  const [before, after] = [writtenOf(marked.href), writtenOf(filled.href)];
  return before === '' || after === '' ? before === after : !filled.text.includes(after);
};

/** What html-to-text writes of an address: nothing of one inside the same page. */
const writtenOf = (href: string): string => {
  const address = href.replace(MAILTO, '');
  return address.startsWith('#') ? '' : address;
};
