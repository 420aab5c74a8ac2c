/** Marks the place of a value while a layout is worked out. Private characters, which no letter uses. */
export const OPEN = '\uE000';
export const CLOSE = '\uE001';
const MARK = /\uE000(\d+)\uE001/;

const HTML_SYNTAX = /[<>"'\uE000\uE001]|&(?!(?:amp|lt|gt|#34|#39);)/;
const WORD = /[^ \t\r\n\f\u200B]/;
const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&#34;': '"',
  '&#39;': "'",
};

export const markFor = (slot: number): string => `${OPEN}${slot}${CLOSE}`;

/** Splits at marks: text and numbers of slots in turn. */
export const splitAtMarks = (text: string): readonly string[] => text.split(MARK);

export const hasMark = (text: string): boolean => text.includes(OPEN) || text.includes(CLOSE);

/** Whether a piece of HTML can be nothing but text with at least one word, wherever text or a quoted attribute may stand. */
export const isInert = (html: string): boolean => !HTML_SYNTAX.test(html) && WORD.test(html);

/** The text that an inert piece of HTML stands for. */
export const textOfInert = (html: string): string =>
  html.includes('&') ? html.replaceAll(/&(?:amp|lt|gt|#34|#39);/g, (entity) => characters[entity] ?? entity) : html;
