import { attribute, attributesOf } from '../xml/attributes.ts';
import { nameCode } from '../xml/name-code.ts';
import type { XmlHandler } from '../xml/xml-scanner.ts';

const SHEET = nameCode('sheet');
const WORKBOOK_PR = nameCode('workbookPr');

/** Excel allows 31 letters. */
const LONGEST_NAME = 255;

export interface NamedSheet {
  readonly name: string;
  /** Leads to the part by way of the relationships. */
  readonly relationship: string;
  readonly isHidden: boolean;
}

/** Reads the list of sheets, in the order of their tabs. */
export class WorkbookPart implements XmlHandler {
  readonly sheets: NamedSheet[] = [];
  is1904 = false;

  open(name: number, bytes: Buffer, from: number, to: number): void {
    if (name === WORKBOOK_PR) {
      const value = attribute(attributesOf(bytes, from, to), 'date1904');
      this.is1904 = value === '1' || value === 'true';
    }
    if (name === SHEET) {
      const attributes = attributesOf(bytes, from, to);
      this.sheets.push({
        name: (attribute(attributes, 'name') ?? '').slice(0, LONGEST_NAME),
        relationship: attribute(attributes, 'id') ?? '',
        isHidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
      });
    }
  }

  text(): void {
    // Nothing of interest stands in texts.
  }

  close(): void {
    // Sheets are empty elements.
  }
}
