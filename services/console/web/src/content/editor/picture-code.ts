import type { Draft } from './draft.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** What shows a picture in MJML or HTML. `alt` is always said: without one, some mail programs read the address out. */
export const pictureCode = (format: Draft['format'], source: string, alt: string): string =>
  format === 'mjml'
    ? `<mj-image src="${escaped(source)}" alt="${escaped(alt)}" />`
    : `<img src="${escaped(source)}" alt="${escaped(alt)}" style="max-width: 100%; height: auto">`;
