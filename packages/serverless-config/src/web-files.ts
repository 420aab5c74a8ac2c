import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** A built file of a web app as it goes into its bucket. */
export interface WebObject {
  readonly Key: string;
  readonly Body: Buffer;
  readonly ContentType: string;
  readonly CacheControl: string;
}

/** Their names hold a hash of what is in them. */
const HASHED = /^assets\//;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * Reads a built web app in the order in which it may be uploaded: pages last, so that none names a file that is not there yet.
 *
 * @throws when it has no page, because then it was not built
 */
export const readWebObjects = async (folder: string): Promise<readonly WebObject[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name));
  const objects = await Promise.all(paths.map((path) => toObject(folder, path)));
  const isPage = ({ Key }: WebObject) => Key.endsWith('.html');
  if (!objects.some(isPage)) throw new Error(`There is no web app in ${folder}: build it before it is deployed.`);

  return objects.toSorted((a, b) => Number(isPage(a)) - Number(isPage(b)) || a.Key.localeCompare(b.Key));
};

const toObject = async (folder: string, path: string): Promise<WebObject> => {
  const Key = relative(folder, path).split(sep).join('/');

  return {
    Key,
    Body: await readFile(path),
    ContentType: types[extname(path)] ?? 'application/octet-stream',
    CacheControl: HASHED.test(Key) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
};
