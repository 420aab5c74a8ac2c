import { continued } from './delimited-text.ts';
import { parsedEach, parsedRecords } from './parsed-records.ts';
import { noneTooWide } from './widest-record.ts';

type CsvRecord = readonly string[];

/** What is held of a record is looked through again with every piece. Longer records than this are not of contacts. */
const LONGEST_HELD = 2 ** 16;

/**
 * Reads the records of a CSV text whose lines end with line feeds, some at a time. A line without a quotation mark is taken
 * apart at its delimiters, which is most of them; the others are parsed. Where those are not the records that they seem to be, all
 * that follows is parsed.
 * @throws UnreadableFile
 */
export async function* readRecords(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<readonly CsvRecord[]> {
  const pieces = text[Symbol.asyncIterator]();
  let held = '';
  for (let piece = await pieces.next(); piece.done !== true; piece = await pieces.next()) {
    const start = held + piece.value;
    const { records, rest } = recordsIn(start, delimiter);
    if (records === undefined || rest.length > LONGEST_HELD) {
      yield* parsedRecords(continued(start, pieces), delimiter);
      return;
    }
    held = rest;
    yield noneTooWide(records);
  }
  yield* parsedRecords(continued(held, pieces), delimiter);
}

/** The records of a text that begins with one, and the rest, which is not complete. They are `undefined` if lines do not tell them apart. */
const recordsIn = (text: string, delimiter: string) => {
  const end = text.lastIndexOf('\n') + 1;
  const lines = new Lines(delimiter);
  if (end > 0) for (const line of text.slice(0, end - 1).split('\n')) lines.add(line);
  return { records: lines.records(), rest: lines.open + text.slice(end) };
};

class Lines {
  /** Lines of a record whose quotation marks are open at their end. */
  open = '';
  readonly #delimiter: string;
  readonly #records: CsvRecord[] = [];
  /** The records with quotation marks, which have not been parsed, and their places among all. */
  readonly #quoted: string[] = [];
  readonly #places: number[] = [];
  #isOpen = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  add(line: string): void {
    if (!this.#isOpen && !line.includes('"')) this.#records.push(line.split(this.#delimiter));
    else this.#addQuoted(line);
  }

  records(): readonly CsvRecord[] | undefined {
    if (this.#quoted.length === 0) return this.#records;
    const parsed = parsedEach(this.#quoted, this.#delimiter);
    for (const [n, record] of (parsed ?? []).entries()) this.#records[this.#places[n] ?? 0] = record;
    return parsed && this.#records;
  }

  #addQuoted(line: string): void {
    this.open += `${line}\n`;
    if (hasOddQuotes(line)) this.#isOpen = !this.#isOpen;
    if (this.#isOpen) return;
    this.#places.push(this.#records.length);
    this.#records.push([]);
    this.#quoted.push(this.open);
    this.open = '';
  }
}

const hasOddQuotes = (line: string): boolean => line.split('"').length % 2 === 0;
