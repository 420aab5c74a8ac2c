import { readFile } from 'node:fs/promises';

import * as z from 'zod/mini';

const samples = new URL('../../samples/', import.meta.url);

const Expected = z.object({
  xlsx: z.object({
    rows: z.int(),
    duplicates: z.int(),
    rejected: z.int(),
    /** Everybody who must be mailed: address and name. */
    recipients: z.array(z.object({ address: z.string(), name: z.string() })),
    leftBefore: z.string(),
  }),
});

/** The sample list and what must come of it. */
export const readSample = async () => {
  const [bytes, expected] = await Promise.all([
    readFile(new URL('newsletter.xlsx', samples)),
    readFile(new URL('expected.json', samples), 'utf8'),
  ]);
  return { file: { fileName: 'newsletter.xlsx', bytes }, ...z.parse(Expected, JSON.parse(expected)).xlsx };
};
