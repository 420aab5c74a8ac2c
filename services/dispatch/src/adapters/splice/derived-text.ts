import { joinPieces } from './cut-template.ts';
import { type OpenedHtml, openValues } from './open-values.ts';
import { htmlAsText } from './plain-text.ts';
import { encodeFrom } from './quoted-printable.ts';
import { encodePart, type Fillings } from './spliced-part.ts';
import { layOutText } from './text-layout.ts';

/** Writes the text part, encoded, that belongs to a filled HTML template. */
export type DeriveText = (fillings: Fillings) => string;

/** `undefined`: these recipients' HTML is converted whole. */
type Layout = ((words: readonly string[]) => string | undefined) | undefined;

const LAYOUTS_KEPT = 32;
const KEYS_REMEMBERED = 256;
const LONGEST_KEY = 16_384;
/** Private characters: markup that has them is not laid out. */
const WORDS = '\uE000';
const NEXT_SLOT = '\uE001';

/**
 * Derives the text part from HTML. Recipients whose values differ only in words share a layout, worked out when their kind is met for the second
 * time: a template with conditions has a few kinds. Whoever is of no kind has his HTML converted whole.
 */
export const deriveText = (fixed: readonly string[]): DeriveText => {
  const layouts = new Map<string, Layout>();
  const met = new Set<string>();
  const convert = (fillings: Fillings): string => encodeFrom(0, htmlAsText(joinPieces(fixed, fillings))).text;

  const layoutFor = (opened: readonly OpenedHtml[]): Layout => {
    // With the number of pieces, so that markup with separators in it gets a key of its own.
    const key = opened.map(({ markup }) => markup.length + markup.join(WORDS)).join(NEXT_SLOT);
    if (layouts.has(key)) return layouts.get(key);
    if (key.length > LONGEST_KEY || !isMetAgain(met, key)) return undefined;

    for (const oldest of [...layouts.keys()].slice(0, 1 - LAYOUTS_KEPT)) layouts.delete(oldest);
    const layout = encodeLayout(around(fixed, opened));
    layouts.set(key, layout);
    return layout;
  };

  return (fillings) => {
    if (fillings.isBrokenOff) return convert(fillings);
    const opened = fillings.values.map(openValues);
    const words = opened.flatMap((each) => each.words);
    return layoutFor(opened)?.(words) ?? convert(fillings);
  };
};

/** The markup around all words, those of the template and those that came with values. */
const around = (fixed: readonly string[], opened: readonly OpenedHtml[]): readonly string[] => {
  const pieces = [fixed[0] ?? ''];
  for (const [slot, { markup }] of opened.entries()) {
    const [first = '', ...rest] = markup;
    pieces.push((pieces.pop() ?? '') + first, ...rest);
    pieces.push((pieces.pop() ?? '') + (fixed[slot + 1] ?? ''));
  }
  return pieces;
};

const isMetAgain = (met: Set<string>, key: string): boolean => {
  if (met.has(key)) return true;
  if (met.size >= KEYS_REMEMBERED) met.clear();
  met.add(key);
  return false;
};

const encodeLayout = (markup: readonly string[]): Layout => {
  const layout = layOutText(markup);
  if (layout === undefined) return undefined;
  const encode = encodePart(layout.fixed);

  return (words) => {
    const paragraphs = layout.fill(words);
    return paragraphs && encode({ values: paragraphs, isBrokenOff: false });
  };
};
