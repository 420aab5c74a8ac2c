const INVISIBLE = /<!--[^]*?-->|<(style|script|head|title)\b[^]*?<\/\1\s*>/gi;
const LINE_END = /<br\b[^<>]*>|<\/(?:p|div|h[1-6]|tr|li|ul|ol|table|blockquote)\s*>/gi;
const TAG = /<\/?[a-z!][^<>]*>/gi;
const ENTITY = /&(?:amp|lt|gt|quot|nbsp|#34|#39);/g;
const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
  '&#34;': '"',
  '&#39;': "'",
};

/**
 * What HTML says, without the addresses of its links: for content that was frozen before campaigns froze a text with it. Good enough for a part
 * that hardly anybody sees, and no converter of HTML in every sender.
 */
export const withoutMarkup = (html: string): string =>
  html
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[ \t\r\n\f]+/g, ' ')
    .replaceAll(LINE_END, '\n')
    .replaceAll(TAG, '')
    .replaceAll(ENTITY, (entity) => characters[entity] ?? entity)
    .replaceAll(/ *\n */g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
