import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** One JSON value a line, gzipped. The same values are the same bytes. */
export const toNdjson = (values: readonly unknown[]): Promise<Buffer> =>
  zipLines(values.map((value) => JSON.stringify(value)));

export const zipLines = (lines: readonly string[]): Promise<Buffer> =>
  zip(lines.map((line) => `${line}\n`).join(''), { level: 6 });

/** The lines as they are. Only a line feed ends one: JSON may hold all other separators. */
export const unzipLines = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await unzip(bytes))
    .toString()
    .split('\n')
    .filter((text) => text !== '');
