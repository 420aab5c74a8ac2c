import ExcelJS from 'exceljs';

import { answerReading } from '../measured-reading.ts';

answerReading(async (file) => {
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(file, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  let rows = 0;
  let filled = 0;
  for await (const sheet of workbook) {
    for await (const row of sheet) {
      rows += 1;
      // Values are made when they are asked for.
      row.eachCell(({ value }) => {
        filled += value === null ? 0 : 1;
      });
    }
  }
  if (filled < rows) throw new Error('There are rows without values');
  return { rows };
});
