import type { HttpAnswer } from '@bulkhead/lambda-kit';

import { type Brand, COLOUR, lettersOn } from '../domain/brand.ts';

export type Language = 'en' | 'ko';

const style = `:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;
font:18px/1.6 system-ui,sans-serif}main{max-width:32rem;padding:2rem}h1{font-size:1.5rem;line-height:1.3}
button{font:inherit;padding:.75rem 1.5rem;margin:0 .5rem .5rem 0;border:2px solid;border-radius:.5rem;background:CanvasText;color:Canvas;cursor:pointer}
html:lang(ko){word-break:keep-all}button.second{background:none;color:inherit}label{display:block;padding:.5rem 0}input{width:1.2em;height:1.2em;vertical-align:middle}
button:focus-visible,input:focus-visible,a:focus-visible{outline:3px solid Highlight;outline-offset:3px}`;

/** Nothing may be loaded, framed or remembered, and the address of the page, which is the token, goes nowhere. */
const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  vary: 'accept-language',
};

interface Page {
  readonly status: 200 | 400 | 403 | 404 | 422 | 429;
  readonly language: Language;
  readonly title: string;
  /** HTML. */
  readonly content: string;
  /** Whose letters they are, where somebody has said so. */
  readonly brand?: Brand | undefined;
}

/** A page behind a link in a mail: it works without scripts, and in the dark. */
export const publicPage = ({ status, language, title, content, brand }: Page): HttpAnswer => ({
  status,
  contentType: 'text/html',
  headers: { ...headers, 'content-language': language },
  body: `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${style}${coloursOf(brand)}</style></head>
<body><main>${headOf(brand)}<h1>${title}</h1>${content}</main></body>
</html>
`,
});

const headOf = (brand: Brand | undefined): string =>
  brand === undefined ? '' : `<p class="brand">${escaped(brand.name)}</p>`;

const coloursOf = ({ colour = '' }: Partial<Brand> = {}): string =>
  COLOUR.test(colour)
    ? `.brand{border-left:.4rem solid ${colour};padding-left:.6rem}button:not(.second){background:${colour};border-color:${colour};color:${lettersOn(colour)}}`
    : '';

/** What people have typed, as text of a page. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** The one of our languages that the browser prefers; English for everybody else. */
export const languageOf = (acceptLanguage = ''): Language => {
  const preferred = acceptLanguage
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(';q='))
    .map(([tag = '', quality = '1']) => ({ language: tag.split('-')[0], quality: Number(quality) || 0 }))
    .toSorted((one, other) => other.quality - one.quality)
    .find(({ language, quality }) => quality > 0 && (language === 'ko' || language === 'en'));
  return preferred?.language === 'ko' ? 'ko' : 'en';
};

/** Forms come urlencoded or as multipart; the platform's own reader knows both. `undefined` for what is no form. */
export const readForm = async (
  body: string,
  contentType = 'application/x-www-form-urlencoded',
): Promise<FormData | undefined> => {
  try {
    return await new Response(body, { headers: { 'content-type': contentType } }).formData();
  } catch {
    return undefined;
  }
};
