import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';

import type { Row } from '../cell.ts';
import { defaultLimits } from '../limits.ts';
import {
  inPieces,
  sharedStrings,
  sheets,
  usualCells,
  usualStrings,
  withOneByteChanged,
} from '../testing/odd-documents.ts';
import { WorkbookError } from '../workbook-error.ts';
import { type XmlHandler, XmlScanner } from '../xml/xml-scanner.ts';
import { SharedStringsPart } from './shared-strings-part.ts';
import { SheetPart } from './sheet-part.ts';
import { StringArena } from './string-arena.ts';

const limits = { ...defaultLimits, tokenBytes: 400, rowLetters: 400 };

const tagByTag = (handler: XmlHandler): XmlHandler => ({
  open: (name, bytes, from, to) => handler.open(name, bytes, from, to),
  text: (piece, from, to, flags) => handler.text(piece, from, to, flags),
  close: (name) => handler.close(name),
});

/** What comes of a document that arrives in pieces, or why it was refused. */
const outcome = <Value>(handler: XmlHandler, pieces: readonly Buffer[], value: () => Value) => {
  try {
    const scanner = new XmlScanner(handler, limits.tokenBytes);
    for (const piece of pieces) scanner.write(piece);
    scanner.end();
    return value();
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return error.fault;
  }
};

const sheetOf = (pieces: readonly Buffer[], heardAs: (handler: XmlHandler) => XmlHandler) => {
  const strings = new StringArena(1_000);
  for (const text of ['shared', 'ㄱㄴ', '']) strings.add(text);
  const part = new SheetPart({ strings, dateStyles: [false, true], is1904: false }, limits);
  return outcome(heardAs(part), pieces, (): readonly Row[] => part.take());
};

const stringsOf = (pieces: readonly Buffer[], heardAs: (handler: XmlHandler) => XmlHandler) => {
  const arena = new StringArena(1_000);
  return outcome(heardAs(new SharedStringsPart(arena, limits.tokenBytes)), pieces, () =>
    Array.from({ length: arena.length }, (_, n) => arena.get(n)),
  );
};

const RUNS = { numRuns: 200 };

it('reads cells that are taken as a whole as if they were read tag by tag', () => {
  fc.assert(
    fc.property(inPieces(sheets), (some) => {
      expect(sheetOf(some, (part) => part)).toEqual(sheetOf(some, tagByTag));
    }),
    RUNS,
  );
});

it('reads shared strings that are taken as a whole as if they were read tag by tag', () => {
  fc.assert(
    fc.property(inPieces(sharedStrings), (some) => {
      expect(stringsOf(some, (part) => part)).toEqual(stringsOf(some, tagByTag));
    }),
    RUNS,
  );
});

it.each(usualCells)('takes %s for nothing else, whichever of its bytes is another', (cell) => {
  const differing = Array.from(withOneByteChanged(cell)).filter((changed) => {
    const some = [
      Buffer.concat([Buffer.from('<a><sheetData><row>'), changed, Buffer.from('<c/></row></sheetData></a>')]),
    ];
    return !isDeepStrictEqual(
      sheetOf(some, (part) => part),
      sheetOf(some, tagByTag),
    );
  });

  expect(differing.map(String)).toEqual([]);
});

it.each(usualStrings)('takes %s for nothing else, whichever of its bytes is another', (string) => {
  const differing = Array.from(withOneByteChanged(string)).filter((changed) => {
    const some = [Buffer.concat([Buffer.from('<sst>'), changed, Buffer.from('<si><t>b</t></si></sst>')])];
    return !isDeepStrictEqual(
      stringsOf(some, (part) => part),
      stringsOf(some, tagByTag),
    );
  });

  expect(differing.map(String)).toEqual([]);
});

it.each([
  ['<row r="1"><c r="B1" s="1" t="s"><v>0</v></c></row>', [undefined, 'shared']],
  ['<row r="1"><c r="A1" t="inlineStr"><is><t>한글</t></is></c></row>', ['한글']],
])('takes %s as a whole', (row, cells) => {
  const part = new SheetPart({ strings: arenaWith('shared'), dateStyles: [], is1904: false }, limits);
  const names: number[] = [];
  const counting: XmlHandler = {
    ...tagByTag(part),
    open: (name, bytes, from, to) => {
      names.push(name);
      part.open(name, bytes, from, to);
    },
    takeWhole: (piece, tag) => part.takeWhole(piece, tag),
  };

  const rows = outcome(counting, [Buffer.from(`<a><sheetData>${row}</sheetData></a>`)], () => part.take());

  expect(rows).toEqual([{ row: 1, cells: Array.from(cells) }]);
  expect(names).toHaveLength(3);
});

const arenaWith = (value: string): StringArena => {
  const arena = new StringArena(1_000);
  arena.add(value);
  return arena;
};
