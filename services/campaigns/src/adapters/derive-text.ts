import { compile } from 'html-to-text';

import { engines } from './liquid-engines.ts';
import { type Liquid, type Piece, readPieces } from './liquid-pieces.ts';
import { plainTextOptions } from './plain-text-options.ts';

/** Around the number of a piece of Liquid while HTML is converted: characters that stand for nothing, so no letter has them. */
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';
const MARKS = /[\uFDD0\uFDD1]/g;
const MARK = /\uFDD0(\d+)\uFDD1/;
/** A list that begins at a number nobody knows yet begins at one. */
const UNKNOWN_START = /\bstart\s*=\s*["']?\uFDD0\d+\uFDD1["']?/gi;
/** The address of a link, where a value is all of it. */
const ADDRESS = / <\{\{ ([\w.]+) \}\}>/g;
/** Lines of nothing but pieces of Liquid, and lines with Liquid at both ends. */
const ONLY_LIQUID = /^ *((?:\uFDD0\d+\uFDD1 *)+)(?:\n+|(?![^]))/gm;
const BETWEEN_LIQUID = /^\uFDD0(\d+)\uFDD1(.*)\uFDD0(\d+)\uFDD1(\n+)/gm;

const convert = compile(plainTextOptions);

/**
 * The text part of a mail whose author wrote only HTML, as Liquid: whatever the HTML says to a recipient, it says too. Worked out
 * when content is frozen, so that nobody converts HTML while mails are sent.
 */
export const deriveText = (html: string): string => {
  const pieces = readPieces(html.replaceAll(MARKS, ''));
  const text = converted(pieces);
  return isReadable(text) ? text : convertedInPieces(pieces);
};

const isReadable = (text: string): boolean => {
  try {
    engines.text.parse(text);
    return true;
  } catch {
    return false;
  }
};

const isLiquid = (piece: Piece): piece is Liquid => piece.kind !== 'html';

const converted = (pieces: readonly Piece[]): string => {
  const liquid: Liquid[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (piece: Liquid): number => {
    // The same value is the same word: a link whose text is its address is written once.
    const known = piece.kind === 'output' ? numbers.get(piece.text) : undefined;
    if (known !== undefined) return known;
    numbers.set(piece.text, liquid.length);
    return liquid.push(piece) - 1;
  };
  const marked = pieces.map((piece) => (isLiquid(piece) ? OPEN + numberOf(piece) + CLOSE : piece.text)).join('');
  const text = withoutEmptyLines(convert(marked.replaceAll(UNKNOWN_START, '')), liquid);

  return lostBefore(text, liquid) + restored(text, liquid);
};

/** What only decides leaves no empty line behind, whichever way it decides. */
const withoutEmptyLines = (text: string, liquid: readonly Liquid[]): string =>
  text
    .replaceAll(ONLY_LIQUID, (line, marks: string) =>
      numbersIn(marks).every((number) => liquid[number]?.kind === 'control') ? marks.trimEnd() : line,
    )
    .replaceAll(BETWEEN_LIQUID, (line, ...[first, middle, last, end]: readonly string[]) => {
      const isOneBlock =
        liquid[Number(first)]?.opens === true &&
        liquid[Number(last)]?.closes === true &&
        numbersIn(middle ?? '').every((number) => liquid[number]?.kind === 'output');
      return isOneBlock ? `${OPEN}${first}${CLOSE}${middle}${end}${OPEN}${last}${CLOSE}` : line;
    });

const numbersIn = (text: string): readonly number[] =>
  text.split(MARK).flatMap((piece, n) => (n % 2 === 1 ? [Number(piece)] : []));

/** Liquid that stood where no text is, such as before the body, and that what follows may need: values it has assigned. */
const lostBefore = (text: string, liquid: readonly Liquid[]): string => {
  const kept = new Set(numbersIn(text));
  const lost = liquid.filter(({ kind }, number) => kind === 'control' && !kept.has(number));
  return lost.some(({ assigns }) => assigns) ? lost.map(({ text: tag }) => tag).join('') : '';
};

const restored = (text: string, liquid: readonly Liquid[]): string =>
  text
    .split(MARK)
    .map((piece, n) => (n % 2 === 1 ? (liquid[Number(piece)]?.text ?? '') : literal(piece)))
    .join('')
    .replaceAll(ADDRESS, '{% if $1 != blank %} <{{ $1 }}>{% endif %}');

/** Text that means itself, even where it looks like Liquid. */
const literal = (text: string): string => text.replaceAll(/\{(?=[{%]|$)/g, '{{ "{" }}');

/** For HTML that is whole only together with its Liquid: what stands between tags is converted by itself. */
const convertedInPieces = (pieces: readonly Piece[]): string => {
  const parts: string[] = [];
  let between: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'control') {
      between.push(piece);
      continue;
    }
    parts.push(converted(between), piece.text);
    between = [];
  }
  return [...parts, converted(between)].filter((part) => part !== '').join('\n');
};
