import { joinPieces } from './cut-template.ts';
import { hasMark, isInert } from './inert-value.ts';
import { htmlAsText } from './plain-text.ts';
import { encodeFrom } from './quoted-printable.ts';
import { encodePart, type Fillings } from './spliced-part.ts';
import { layOutText } from './text-layout.ts';

/** Writes the text part, encoded, that belongs to a filled HTML template. */
export type DeriveText = (fillings: Fillings) => string;

/** `undefined`: these recipients' HTML is converted whole. */
type Layout = ((values: readonly string[]) => string | undefined) | undefined;

const LAYOUTS_KEPT = 32;
const KEYS_REMEMBERED = 256;
const LONGEST_KEY = 16_384;

/**
 * Derives the text part from HTML. Recipients whose values differ only in words share a layout, worked out when their kind is met for the second
 * time: a template with conditions has a few kinds. Whoever is of no kind has his HTML converted whole.
 */
export const deriveText = (fixed: readonly string[]): DeriveText => {
  const layouts = new Map<string, Layout>();
  const met = new Set<string>();
  const convert = (fillings: Fillings): string => encodeFrom(0, htmlAsText(joinPieces(fixed, fillings))).text;

  const layoutFor = (values: readonly string[]): Layout => {
    const contents = values.map((value) => (isInert(value) ? undefined : value));
    if (contents.some((content) => content !== undefined && hasMark(content))) return undefined;
    const key = contents.map((content) => content ?? '\uE000').join('\uE001');
    if (layouts.has(key)) return layouts.get(key);
    if (key.length > LONGEST_KEY || !isMetAgain(met, key)) return undefined;

    for (const oldest of [...layouts.keys()].slice(0, 1 - LAYOUTS_KEPT)) layouts.delete(oldest);
    const layout = encodeLayout(fixed, contents);
    layouts.set(key, layout);
    return layout;
  };

  return (fillings) => {
    const layout = fillings.isBrokenOff ? undefined : layoutFor(fillings.values);
    return layout?.(fillings.values) ?? convert(fillings);
  };
};

const isMetAgain = (met: Set<string>, key: string): boolean => {
  if (met.has(key)) return true;
  if (met.size >= KEYS_REMEMBERED) met.clear();
  met.add(key);
  return false;
};

const encodeLayout = (fixed: readonly string[], contents: readonly (string | undefined)[]): Layout => {
  const layout = layOutText({ fixed, contents });
  if (layout === undefined) return undefined;
  const encode = encodePart(layout.fixed);

  return (values) => {
    const paragraphs = layout.fill(values);
    return paragraphs && encode({ values: paragraphs, isBrokenOff: false });
  };
};
