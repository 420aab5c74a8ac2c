/** A mail in MJML, apart: the canvas shows the body and must not touch the rest. */
export interface SplitMjml {
  /** `<mjml lang="ko">` */
  readonly start: string;
  /** The whole head with its tags, or nothing. */
  readonly head: string;
  readonly body: string;
}

const PARTS =
  /^\s*(?:<!--[^]*?-->\s*)*(<mjml(?:\s[^>]*)?>)\s*(<mj-head(?:\s[^>]*)?>[^]*<\/mj-head>)?\s*(<mj-body[^]*<\/mj-body>)\s*<\/mjml>\s*$/i;

export const splitMjml = (mjml: string): SplitMjml | undefined => {
  const [, start, head = '', body] = PARTS.exec(mjml) ?? [];
  return start === undefined || body === undefined ? undefined : { start, head, body };
};

/** The mail again, with another body. */
export const joinMjml = ({ start, head }: SplitMjml, body: string): string => {
  const indented = body.trimEnd().replaceAll(/^(?=.)/gm, '  ');
  return `${start}\n${head === '' ? '' : `  ${head}\n`}${indented}\n</mjml>\n`;
};

/** The CSS of a head, as it is by day. */
export const stylesIn = (head: string): string =>
  [...head.matchAll(/<mj-style(?:\s[^>]*)?>([^]*?)<\/mj-style>/gi)]
    .map(([, css = '']) => css)
    .join('\n')
    .replaceAll(/@media\s*\(\s*prefers-color-scheme\s*:\s*dark\s*\)/gi, '@media not all');
