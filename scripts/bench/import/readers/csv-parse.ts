import { createReadStream } from 'node:fs';

import { parse } from 'csv-parse';

import { answerReading } from '../measured-reading.ts';

answerReading(async (file) => {
  const records: AsyncIterable<readonly string[]> = createReadStream(file, { highWaterMark: 1 << 16 }).pipe(parse({}));
  let rows = 0;
  for await (const record of records) rows += record.length > 0 ? 1 : 0;
  return { rows };
});
