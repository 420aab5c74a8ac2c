import { expectedOf } from './expected.ts';
import { koreanCsv } from './korean-csv.ts';
import { sheets, smallList } from './people.ts';
import { workbookOf } from './workbook.ts';

/** The sample files by name. Made from nothing but this folder: made again they are the same. */
export const makeSamples = async (): Promise<Readonly<Record<string, Buffer>>> => ({
  'newsletter.xlsx': await workbookOf(sheets),
  'newsletter-cp949.csv': koreanCsv(smallList),
  'expected.json': Buffer.from(`${JSON.stringify(expectedOf(sheets, smallList), undefined, 2)}\n`),
});
