import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

import { HEADERS, personAt, type Value } from './people.ts';

const ROWS_A_PIECE = 5_000;

/** Writes the same people as a CSV file. */
export const writeCsv = async (file: string, people: number): Promise<void> => {
  const output = createWriteStream(file);
  output.write(line(HEADERS));
  for (let from = 0; from < people; from += ROWS_A_PIECE) {
    const to = Math.min(people, from + ROWS_A_PIECE);
    const lines = Array.from({ length: to - from }, (_, n) => line(personAt(from + n)));
    if (!output.write(lines.join(''))) await once(output, 'drain');
  }
  output.end();
  await finished(output);
};

const line = (values: readonly Value[]): string => `${values.map(shown).join(',')}\r\n`;

const shown = (value: Value): string => {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
