import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

import * as z from 'zod/mini';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** One JSON value a line, gzipped. The same values are the same bytes. */
export const toNdjson = (values: readonly unknown[]): Promise<Buffer> =>
  zip(values.map((value) => `${JSON.stringify(value)}\n`).join(''), { level: 6 });

export const fromNdjson = async <Line extends z.ZodMiniType>(
  bytes: Uint8Array,
  line: Line,
): Promise<readonly z.infer<Line>[]> =>
  (await unzip(bytes))
    .toString()
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => z.parse(line, JSON.parse(text)));
