import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';

import { openWorkbook } from '../../../../packages/sheet-reader/src/index.ts';
import { answerReading } from '../measured-reading.ts';
import { HEADERS, personAt } from '../people.ts';

/** Reads as we do, and compares every cell with what was written. */
answerReading(async (file) => {
  const { size } = await stat(file);
  const { sheets } = await openWorkbook({
    size,
    stream: (start, end) => createReadStream(file, { start, end: end - 1 }),
  });
  let rows = 0;
  let wrongCells = 0;
  for (const sheet of sheets) {
    for await (const some of sheet.rows()) {
      for (const { row, cells } of some) {
        rows += 1;
        const expected = row === 1 ? HEADERS : personAt(row - 2);
        wrongCells += expected.filter((value, n) => !isDeepStrictEqual(cells[n], value)).length;
        wrongCells += Math.abs(cells.length - expected.length);
        if (row !== rows) wrongCells += 1;
      }
    }
  }
  return { rows, wrongCells };
});
