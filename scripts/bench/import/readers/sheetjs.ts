import { readFile } from 'node:fs/promises';

import * as XLSX from 'xlsx';

import { answerReading } from '../measured-reading.ts';

/** Dense, which is its way to hold large sheets. It has no reader that streams. */
answerReading(async (file) => {
  const { Sheets } = XLSX.read(await readFile(file), {
    dense: true,
    cellDates: true,
    cellText: false,
    cellHTML: false,
  });
  const sheets: readonly unknown[] = Object.values(Sheets);
  return { rows: sheets.reduce((sum: number, sheet) => sum + (Array.isArray(sheet) ? sheet.length : 0), 0) };
});
