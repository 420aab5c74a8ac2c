import { malformed } from '../workbook-error.ts';
import { attribute, attributesOf } from '../xml/attributes.ts';
import { nameCode } from '../xml/name-code.ts';
import type { XmlHandler } from '../xml/xml-scanner.ts';
import { isBuiltInDate, isDateFormat } from './date-formats.ts';

const NUM_FMT = nameCode('numFmt');
const CELL_XFS = nameCode('cellXfs');
const XF = nameCode('xf');
/** Excel allows 255 letters; what a format means may take the square of its length to find out. */
const LONGEST_FORMAT = 1_000;

/** Reads which of a workbook's cell styles show a number as a date. */
export class StylesPart implements XmlHandler {
  readonly #dateFormats = new Map<number, boolean>();
  readonly #formats: number[] = [];
  #isInCells = false;

  open(name: number, bytes: Buffer, from: number, to: number): void {
    if (name === CELL_XFS) this.#isInCells = true;
    if (name === NUM_FMT) {
      const attributes = attributesOf(bytes, from, to);
      const code = attribute(attributes, 'formatCode') ?? '';
      if (code.length > LONGEST_FORMAT) throw malformed('a number format is too long');
      this.#dateFormats.set(Number(attribute(attributes, 'numFmtId')), isDateFormat(code));
    }
    if (name === XF && this.#isInCells) {
      this.#formats.push(Number(attribute(attributesOf(bytes, from, to), 'numFmtId') ?? 0));
    }
  }

  text(): void {
    // Nothing of a style stands in texts.
  }

  close(name: number): void {
    if (name === CELL_XFS) this.#isInCells = false;
  }

  /** By style number, as cells name it. */
  dateStyles(): readonly boolean[] {
    return this.#formats.map((format) => this.#dateFormats.get(format) ?? isBuiltInDate(format));
  }
}
