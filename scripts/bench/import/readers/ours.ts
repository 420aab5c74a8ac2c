import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

import { openWorkbook } from '../../../../packages/sheet-reader/src/index.ts';
import { answerReading } from '../measured-reading.ts';

answerReading(async (file) => {
  const { size } = await stat(file);
  const { sheets } = await openWorkbook({
    size,
    stream: (start, end) => createReadStream(file, { start, end: end - 1 }),
  });
  let rows = 0;
  for (const sheet of sheets) for await (const some of sheet.rows()) rows += some.length;
  return { rows };
});
