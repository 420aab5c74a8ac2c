import writeWorkbook from 'write-excel-file/node';

import type { SampleSheet } from './people.ts';
import { timeless } from './timeless-zip.ts';

/** Writes the sheets as Excel would: numbers as numbers, dates as dates. The same sheets are the same bytes. */
export const workbookOf = async (sheets: readonly SampleSheet[]): Promise<Buffer> => {
  const written = writeWorkbook(
    sheets.map(({ name: sheet, addressHeader, rows }) => ({
      sheet,
      data: [
        [addressHeader, 'name', 'city', 'plan', 'points', 'joined'],
        ...rows.map(({ address, name, city, plan, points, joined }) => [
          address === '' ? null : address,
          name,
          city,
          plan,
          points,
          { value: joined, type: Date, format: 'yyyy-mm-dd' },
        ]),
      ],
    })),
  );
  return timeless(await written.toBuffer());
};
