import { plainTextOptions } from '@bulkhead/contracts';
import { compile } from 'html-to-text';

import { joinPieces } from './cut-template.ts';
import { hasMark, markFor, splitAtMarks, textOfInert } from './inert-value.ts';
import { htmlAsText } from './plain-text.ts';
import { areValuesInText } from './value-places.ts';
import { type Anchor, isWrittenAlike, watchingAnchors } from './watched-anchors.ts';
import { wordsOf, wrapWords } from './wrap-words.ts';

/** The text part of a piece of HTML with slots, worked out once: fixed lines, and between them paragraphs that depend on values. */
export interface TextLayout {
  readonly fixed: readonly string[];
  /** The paragraphs; `undefined` if these values change more than the words in them. */
  fill(values: readonly string[]): readonly string[] | undefined;
}

/** Text as numbers of slots (odd places) and what stands around them (even places). */
type Line = readonly string[];

const WIDTH = plainTextOptions.wordwrap;
/** Values that show whether a place is more than words in a paragraph: short, a number, and long with much white space. */
const PROBES = [
  (slot: number) => `x${slot}`,
  (slot: number) => String(slot + 3),
  (slot: number) => `${`long${slot}  words\tand \n spaces `.repeat(9)}${'w'.repeat(90)} a=b end${slot}`,
];
/** Works the text out; `undefined` if it cannot be shown that values only change the words of paragraphs. */
export const layOutText = (html: readonly string[]): TextLayout | undefined => {
  if (html.some(hasMark)) return undefined;
  const marked = fillHtml(html, markFor);
  if (!areValuesInText(marked)) return undefined;

  const anchors: Anchor[] = [];
  const inLongLines = compile(watchingAnchors((anchor) => anchors.push(anchor)));
  const lines = inLongLines(marked).split('\n').filter(hasMark).map(splitAtMarks);
  const fixed = fixedAround(lines, htmlAsText(marked));
  if (fixed === undefined) return undefined;

  const layout = layoutOf({ fixed, lines, anchors: anchors.filter(({ href, text }) => hasMark(href + text)) });
  return PROBES.every((probe) => isRight(layout, html, probe)) ? layout : undefined;
};

/** HTML around slots, and something in each. */
const fillHtml = (html: readonly string[], valueOf: (slot: number) => string): string =>
  joinPieces(html, { values: valuesFor(html, valueOf), isBrokenOff: false });

const valuesFor = (html: readonly string[], valueOf: (slot: number) => string): readonly string[] =>
  html.slice(1).map((_, slot) => valueOf(slot));

/** What stands around the wrapped lines in the wrapped text. */
const fixedAround = (lines: readonly Line[], text: string): readonly string[] | undefined => {
  const fixed: string[] = [];
  let from = 0;
  for (const line of lines) {
    const wrapped = wrapWords(
      join(line, (slot) => markFor(slot)),
      WIDTH,
    );
    const at = `\n${text}\n`.indexOf(`\n${wrapped}\n`, from);
    if (at < from) return undefined;
    fixed.push(text.slice(from, at));
    from = at + wrapped.length;
  }
  fixed.push(text.slice(from));
  return fixed.some(hasMark) ? undefined : fixed;
};

const join = (line: Line, valueOf: (slot: number) => string): string =>
  line.map((piece, n) => (n % 2 === 0 ? piece : valueOf(Number(piece)))).join('');

interface Parts {
  readonly fixed: readonly string[];
  readonly lines: readonly Line[];
  readonly anchors: readonly Anchor[];
}

const layoutOf = ({ fixed, lines, anchors }: Parts): TextLayout => {
  const links = anchors.map((anchor) => ({ anchor, href: splitAtMarks(anchor.href), text: splitAtMarks(anchor.text) }));

  return {
    fixed,
    fill: (values) => {
      const valueOf = (slot: number): string => textOfInert(values[slot] ?? '');
      const areAlike = links.every(({ anchor, href, text }) =>
        isWrittenAlike(anchor, {
          href: join(href, valueOf),
          text: join(text, (slot) => wordsOf(valueOf(slot)).join('')),
        }),
      );
      return areAlike ? lines.map((line) => wrapWords(join(line, valueOf), WIDTH)) : undefined;
    },
  };
};

const isRight = (layout: TextLayout, html: readonly string[], probe: (slot: number) => string): boolean => {
  const paragraphs = layout.fill(valuesFor(html, probe));
  if (paragraphs === undefined) return false;

  const text = joinPieces(layout.fixed, { values: paragraphs, isBrokenOff: false });
  return text === htmlAsText(fillHtml(html, probe));
};
