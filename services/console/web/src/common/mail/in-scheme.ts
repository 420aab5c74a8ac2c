/**
 * A mail as it looks by day or by night, whatever this screen prefers: its own rules for dark mail programs always hold, or never.
 * One that has none is turned around as a whole, as mail programs do that darken every mail.
 */
export const inScheme = (html: string, scheme: 'light' | 'dark'): string => {
  const isReady = DARK_RULES.test(html);
  DARK_RULES.lastIndex = 0;
  if (scheme === 'light') return withHead(html.replaceAll(DARK_RULES, '@media not all'), LIGHT);
  return isReady ? withHead(html.replaceAll(DARK_RULES, '@media all'), DARK) : withHead(html, INVERTED);
};

const DARK_RULES = /@media\s*(?:(?:only\s+)?screen\s+and\s*)?\(\s*prefers-color-scheme\s*:\s*dark\s*\)/gi;

const LIGHT = '<style>:root { color-scheme: light !important }</style>';
const DARK = '<style>:root { color-scheme: dark !important }</style>';
const INVERTED =
  '<style>:root { color-scheme: light !important; background: #fff; filter: invert(0.92) hue-rotate(180deg) } img { filter: invert(1) hue-rotate(180deg) }</style>';

/** Links of a preview lead nowhere: without this they would open inside it. */
const NOWHERE = '<base target="_blank">';

const withHead = (html: string, style: string): string =>
  /<\/head>/i.test(html) ? html.replace(/<\/head>/i, `${NOWHERE}${style}</head>`) : `${NOWHERE}${style}${html}`;
